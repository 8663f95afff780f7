import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { breakdownFaults } from './breakdown-faults.ts';
import { breakdownOfTotals } from './breakdown-of-totals.ts';
import { moneyOf, sum, times } from './money.ts';
import { portion } from './portion.ts';
import { taxLinesOf } from './summaries.ts';

const usd = (amount: number) => moneyOf(amount, 'USD');
const former = (
  lines: readonly (readonly [number, number])[],
  percentOff: number,
  rate: number,
  shipping: number,
) => {
  const bought = lines.map(([price, quantity], at) => ({ itemId: at + 1, unitPrice: usd(price), quantity }));
  const items = sum(
    bought.map(({ unitPrice, quantity }) => times(unitPrice, quantity)),
    'USD',
  );
  const discount = portion(items, percentOff * 100, 'half-up');
  const goods = usd(items.amount - discount.amount);
  const tax = portion(goods, rate, 'half-up');
  const total = usd(goods.amount + shipping + tax.amount);
  return { bought, totals: { items, discount, shipping: usd(shipping), tax, total } };
};

test('an order of the first release gets a breakdown that keeps every figure and adds up', () => {
  const line = fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 99 }));
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 0, max: 90 }),
      fc.constantFrom(0, 800, 1_234),
      fc.constantFrom(0, 790),
      (lines, percentOff, rate, shipping) => {
        const { bought, totals } = former(lines, percentOff, rate, shipping);
        const price = breakdownOfTotals(bought, totals);
        expect(price.totals).toEqual(totals);
        expect(breakdownFaults(price)).toEqual([]);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('its tax is named with the rate that it was', () => {
  const { bought, totals } = former([[1_999, 2]], 10, 800, 790);
  expect(taxLinesOf(breakdownOfTotals(bought, totals))).toEqual([
    { name: 'Sales tax', rate: 800, included: false, amount: totals.tax },
  ]);
});
