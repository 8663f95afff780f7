import { describe, expect, test } from '@jest/globals';
import { breakdownFaults } from './breakdown-faults.ts';
import { add, moneyOf, times } from './money.ts';
import type { PriceBreakdown, PricedLine } from './price-breakdown.ts';
import { leftToRefund, refundOf, type RefundRequest } from './refund.ts';
import { totalOf, totalsOf } from './total-of.ts';

describe('a refund', () => {
  const eur = (amount: number) => moneyOf(amount, 'EUR');
  const vat = (amount: number) => ({ name: 'VAT', rate: 2_000, included: true, amount: eur(amount) });
  /** A tenth off, with the tax in the price. */
  const lineOf = (itemId: number, unitPrice: number, quantity: number): PricedLine => {
    const subtotal = times(eur(unitPrice), quantity);
    const source = { kind: 'campaign', id: 'c1', name: 'Regatta week' } as const;
    const adjustments = [{ source, amount: eur(-subtotal.amount / 10) }];
    const taxes = [vat((subtotal.amount * 3) / 20)];
    const total = totalOf(subtotal, adjustments, taxes);
    return { itemId, unitPrice: eur(unitPrice), quantity, subtotal, adjustments, taxes, total };
  };
  const lines = [lineOf(1, 1_000, 3), lineOf(2, 5_000, 1)];
  const shipping = {
    method: 'post',
    name: 'Post',
    price: eur(600),
    adjustments: [],
    taxes: [vat(100)],
    total: eur(600),
  };
  const price: PriceBreakdown = { lines, shipping, totals: totalsOf(lines, shipping) };

  test('is of a price that adds up', () => expect(breakdownFaults(price)).toEqual([]));

  test('of one unit is its part of the line, after the discount, with its tax', () => {
    const refund = refundOf(price, [], { lines: [{ itemId: 1, quantity: 1 }] });
    expect(refund.lines).toMatchObject([
      { itemId: 1, quantity: 1, amount: eur(900), taxes: [{ amount: eur(150) }] },
    ]);
    expect(refund.shipping.amount).toEqual(eur(0));
    expect(refund.total).toEqual(eur(900));
  });

  test('of an amount is spread over all that is left, shipping included', () => {
    const refund = refundOf(price, [], { amount: eur(780) });
    expect(refund.lines.map(({ quantity, amount }) => [quantity, amount.amount])).toEqual([
      [0, 270],
      [0, 450],
    ]);
    expect(refund.shipping.amount).toEqual(eur(60));
  });

  test('takes lines, shipping and an amount at once', () => {
    const refund = refundOf(price, [], {
      lines: [{ itemId: 2, quantity: 1 }],
      shipping: 'all',
      amount: eur(100),
    });
    expect(refund.total).toEqual(add(eur(4_500), add(eur(600), eur(100))));
    expect(refund.lines.find(({ itemId }) => itemId === 1)).toMatchObject({ quantity: 0, amount: eur(100) });
  });

  test.each<[string, RefundRequest, string]>([
    ['more units than were bought', { lines: [{ itemId: 1, quantity: 4 }] }, 'refund-exceeds-charge'],
    ['more than was paid', { amount: eur(7_801) }, 'refund-exceeds-charge'],
    ['more shipping than was paid', { shipping: eur(601) }, 'refund-exceeds-charge'],
    [
      'all and one unit more',
      { lines: [{ itemId: 2, quantity: 1 }], amount: eur(3_301) },
      'refund-exceeds-charge',
    ],
    ['nothing', {}, 'refund-invalid'],
    ['an amount of nothing', { amount: eur(0) }, 'refund-invalid'],
    ['less than nothing', { amount: eur(-1) }, 'refund-invalid'],
    ['half a unit', { lines: [{ itemId: 1, quantity: 0.5 }] }, 'refund-invalid'],
    ['no units', { lines: [{ itemId: 1, quantity: 0 }] }, 'refund-invalid'],
    ['what was not bought', { lines: [{ itemId: 9, quantity: 1 }] }, 'refund-invalid'],
    [
      'a line twice',
      {
        lines: [
          { itemId: 1, quantity: 1 },
          { itemId: 1, quantity: 1 },
        ],
      },
      'refund-invalid',
    ],
    ['another currency', { amount: moneyOf(100, 'USD') }, 'refund-invalid'],
  ])('of %s is refused', (_what, request, code) => {
    expect(() => refundOf(price, [], request)).toThrow(expect.objectContaining({ code }));
  });

  test('counts what went back before', () => {
    const before = refundOf(price, [], { lines: [{ itemId: 1, quantity: 2 }] });
    expect(() => refundOf(price, [before], { lines: [{ itemId: 1, quantity: 2 }] })).toThrow(
      expect.objectContaining({ code: 'refund-exceeds-charge' }),
    );
    expect(leftToRefund(price, [before]).lines[0]).toMatchObject({ quantity: 1, amount: eur(900) });
  });
});
