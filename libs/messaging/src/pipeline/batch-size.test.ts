import { expect, test } from '@jest/globals';
import { createBatchSize } from './batch-size.ts';

test('a batch that takes long makes the next ones smaller, down to a single message, until they are quick again', () => {
  const size = createBatchSize({ most: 20, aimMs: 200 });
  expect(size.current()).toBe(20);
  size.took(201);
  expect(size.current()).toBe(10);
  for (let turn = 0; turn < 9; turn += 1) size.took(1000);
  expect(size.current()).toBe(1);
  size.took(10);
  expect(size.current()).toBe(2);
  for (let turn = 0; turn < 20; turn += 1) size.took(10);
  expect(size.current()).toBe(20);
});
