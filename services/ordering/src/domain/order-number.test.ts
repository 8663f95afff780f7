import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orderNumberOf } from './order-number.ts';

test('an order number is short, without letters that look like digits, and the same every time', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), (id) => {
      expect(orderNumberOf(id)).toMatch(/^QS-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(orderNumberOf(id)).toBe(orderNumberOf(id));
    }),
  );
  expect(orderNumberOf('0199a0b0-0000-7000-8000-00ffffffffff')).toBe('QS-ZZZZ-ZZZZ');
  expect(orderNumberOf('0199a0b0-0000-7000-8000-000000000001')).toBe('QS-0000-0001');
});
