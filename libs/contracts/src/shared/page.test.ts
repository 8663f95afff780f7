import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { pageQuery } from './page.ts';

const query = z.strictObject(pageQuery);

test('pages are numbers written as text, and have defaults', () => {
  expect(query.parse({})).toEqual({ page: 1, pageSize: 24 });
  expect(query.parse({ page: '7', pageSize: '100' })).toEqual({ page: 7, pageSize: 100 });
});

test.each(['', '0', '-1', '1.5', '1e2', '0x10', ' 1', '10001', ['1', '2']])('%j is no page', (page) => {
  expect(query.safeParse({ page }).success).toBe(false);
});

test('what a client may leave out, and what is then taken, is in the JSON Schema', () => {
  const { properties, required } = z.toJSONSchema(query, { io: 'input' });
  expect(properties).toMatchObject({ page: { default: 1 }, pageSize: { default: 24, maximum: 100 } });
  expect(required).toBeUndefined();
});
