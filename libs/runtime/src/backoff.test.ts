import { expect, test } from '@jest/globals';
import { backoffMs } from './backoff.ts';

const waits = (attempt: number) => Array.from({ length: 200 }, () => backoffMs(attempt, 100, 5000));

test.each([
  [1, 50, 100],
  [2, 100, 200],
  [4, 400, 800],
  [10, 2500, 5000],
  [2000, 2500, 5000],
])('after failure %d waits %d to %d ms', (attempt, least, most) => {
  for (const ms of waits(attempt)) {
    expect(ms).toBeGreaterThanOrEqual(least);
    expect(ms).toBeLessThanOrEqual(most);
  }
});

test('no two waits need be the same', () => {
  expect(new Set(waits(6)).size).toBeGreaterThan(50);
});
