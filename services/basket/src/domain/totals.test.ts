import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultTotalsPolicy, totalsOf } from './totals.ts';

const amounts = (totals: ReturnType<typeof totalsOf>) =>
  Object.fromEntries(Object.entries(totals).map(([part, money]) => [part, money.amount]));

describe('totals', () => {
  test('add shipping and tax to the items', () => {
    expect(amounts(totalsOf(10_000, 0, defaultTotalsPolicy))).toEqual({
      items: 10_000,
      discount: 0,
      shipping: 790,
      tax: 800,
      total: 11_590,
    });
  });

  test('ship for nothing from 150 dollars after discount', () => {
    expect(totalsOf(15_000, 0, defaultTotalsPolicy).shipping.amount).toBe(0);
    expect(totalsOf(15_000, 1, defaultTotalsPolicy).shipping.amount).toBe(790);
    expect(totalsOf(14_999, 0, defaultTotalsPolicy).shipping.amount).toBe(790);
  });

  test('of nothing are nothing', () => {
    expect(amounts(totalsOf(0, 0, defaultTotalsPolicy))).toEqual({
      items: 0,
      discount: 0,
      shipping: 0,
      tax: 0,
      total: 0,
    });
  });

  test('always add up, in whole cents, and never fall below nothing', () => {
    const cents = fc.integer({ min: 0, max: 50 * 99 * 100_000_000 });
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 10_000 }), (items, discount, taxBasisPoints) => {
        const parts = amounts(totalsOf(items, discount, { ...defaultTotalsPolicy, taxBasisPoints }));
        for (const part of Object.values(parts)) {
          expect(Number.isSafeInteger(part)).toBe(true);
          expect(part).toBeGreaterThanOrEqual(0);
        }
        expect(parts['total']).toBe(
          Number(parts['items']) -
            Number(parts['discount']) +
            Number(parts['shipping']) +
            Number(parts['tax']),
        );
        expect(parts['discount']).toBeLessThanOrEqual(items);
      }),
    );
  });
});
