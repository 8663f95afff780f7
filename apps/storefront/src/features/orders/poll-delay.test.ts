import { expect, test } from '@jest/globals';
import { nextDelay } from './poll-delay.ts';

test('an order not there yet is looked for soon, then rarer, and at least every ten seconds', () => {
  const delays = Array.from({ length: 12 }, (_, asked) => nextDelay(asked, false));
  expect(delays[0]).toBe(400);
  expect(delays).toEqual(delays.toSorted((a, b) => a - b));
  expect(delays.at(-1)).toBe(10_000);
});

test('an order that is there tells of itself, so it is asked rarely however often it was asked before', () => {
  expect(nextDelay(0, true)).toBe(20_000);
  expect(nextDelay(50, true)).toBe(20_000);
});
