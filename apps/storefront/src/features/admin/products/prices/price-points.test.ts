import { expect, test } from '@jest/globals';
import type { PriceChange } from '@quayside/contracts';
import { pricePoints } from './price-points.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-27T12:00:00Z');
const change = (days: number, more: Partial<PriceChange>): PriceChange => ({
  id: 1,
  itemId: 1,
  sku: 'A',
  currency: 'USD',
  at: new Date(now - days * day).toISOString(),
  ...more,
});

test('each change is a step, the last one lasts until now', () => {
  expect(
    pricePoints([change(2, { from: 100, to: 80, compareAtTo: 100 }), change(10, { to: 100 })], now),
  ).toEqual([
    { at: now - 10 * day, amount: 100, compareAt: null },
    { at: now - 2 * day, amount: 80, compareAt: 100 },
    { at: now, amount: 80, compareAt: 100 },
  ]);
});

test('a price from before the history began is what its first change changed from', () => {
  const [first] = pricePoints([change(2, { from: 100, to: 80 })], now);
  expect(first).toEqual({ at: now - 3 * day, amount: 100, compareAt: null });
});

test('a price that is gone is a gap, and without changes there is nothing to draw', () => {
  expect(pricePoints([change(1, { from: 100 })], now).at(-1)).toMatchObject({ amount: null });
  expect(pricePoints([], now)).toEqual([]);
});
