import { expect, test } from '@jest/globals';
import { leastKept, leastShown, weightOf } from './together.ts';

const day = (count: number): Date =>
  new Date(Date.parse('2027-03-01T12:00:00Z') + count * 24 * 60 * 60 * 1000);

test('an order weighs half of one that came 90 days later', () => {
  expect(weightOf(day(90)) / weightOf(day(0))).toBeCloseTo(2);
  expect(weightOf(new Date('2200-01-01'))).toBeLessThan(Number.MAX_VALUE);
});

test('two orders of late are enough, one is not, nor are two of last summer', () => {
  expect(weightOf(day(0)) + weightOf(day(20))).toBeGreaterThan(leastShown(day(21)));
  expect(weightOf(day(20))).toBeLessThan(leastShown(day(21)));
  expect(2 * weightOf(day(0))).toBeLessThan(leastShown(day(180)));
});

test('what is dropped was not shown for long', () => {
  expect(leastKept(day(0))).toBeLessThan(leastShown(day(0)) / 20);
});
