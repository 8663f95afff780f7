import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate } from './allocate.ts';
import { breakdownFaults } from './breakdown-faults.ts';
import { add, moneyOf, negate, sum, times, type Money } from './money.ts';
import { portion, portionIncluded } from './portion.ts';
import type { PriceBreakdown, PricedLine, TaxLine } from './price-breakdown.ts';
import { leftToRefund, refundOf, type Refund, type RefundedPart, type RefundRequest } from './refund.ts';
import { adjusted, totalOf, totalsOf } from './total-of.ts';

const source = { kind: 'campaign', id: 'c1', name: 'Regatta week' } as const;
const noTaxes: TaxLine[] = [];

const taxesOn = (taxed: Money, rates: readonly number[], included: boolean): TaxLine[] => {
  const all = rates.reduce((total, rate) => total + rate, 0);
  const inside = allocate(portionIncluded(taxed, all, 'half-up'), all === 0 ? rates.map(() => 1) : rates);
  return rates.map((rate, at) => ({
    name: `Tax ${at}`,
    rate,
    included,
    amount: included ? inside[at]! : portion(taxed, rate, 'half-up'),
  }));
};

interface Basket {
  currency: string;
  lines: readonly (readonly [price: number, quantity: number])[];
  percentOff: number;
  rates: readonly number[];
  included: boolean;
  shipping: number;
  isShippingTaxed: boolean;
}

const priced = (basket: Basket): PriceBreakdown => {
  const { currency, rates, included } = basket;
  const subtotals = basket.lines.map(([price, quantity]) => times(moneyOf(price, currency), quantity));
  const off = portion(sum(subtotals, currency), basket.percentOff * 100, 'half-up');
  const shares = allocate(
    off,
    subtotals.map(({ amount }) => amount),
  );
  const lines = basket.lines.map(([price, quantity], at): PricedLine => {
    const subtotal = subtotals[at]!;
    const adjustments = off.amount === 0 ? [] : [{ source, amount: negate(shares[at]!) }];
    const taxes = taxesOn(adjusted(subtotal, adjustments), rates, included);
    const total = totalOf(subtotal, adjustments, taxes);
    return {
      itemId: at + 1,
      unitPrice: moneyOf(price, currency),
      quantity,
      subtotal,
      adjustments,
      taxes,
      total,
    };
  });
  const price = moneyOf(basket.shipping, currency);
  const taxes = basket.isShippingTaxed ? taxesOn(price, rates, included) : noTaxes;
  const shipping = {
    method: 'post',
    name: 'Post',
    price,
    adjustments: [],
    taxes,
    total: totalOf(price, [], taxes),
  };
  return { lines, shipping, totals: totalsOf(lines, shipping) };
};

const basket: fc.Arbitrary<Basket> = fc
  .record({
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    lines: fc.array(fc.tuple(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 1, max: 99 })), {
      minLength: 1,
      maxLength: 12,
    }),
    percentOff: fc.constantFrom(0, 0, 7, 10, 33, 90),
    rates: fc.constantFrom([], [800], [725, 150], [2_000], [1_900, 1_000]),
    included: fc.boolean(),
    shipping: fc.integer({ min: 0, max: 5_000 }),
    isShippingTaxed: fc.boolean(),
  })
  .filter(({ lines, shipping }) => shipping > 0 || lines.some(([price]) => price > 1));

/** A wish, as numbers; what it asks for follows from what is left when its turn comes. */
interface Wish {
  line: number;
  units: number;
  part: number;
  kind: 'units' | 'amount' | 'shipping' | 'shipping part' | 'both';
}
const wishes: fc.Arbitrary<Wish[]> = fc.array(
  fc.record({
    line: fc.nat(11),
    units: fc.integer({ min: 1, max: 99 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('units', 'amount', 'shipping', 'shipping part', 'both'),
  }),
  { maxLength: 6 },
);

const someOf = ({ amount, currency }: Money, part: number): Money =>
  moneyOf(Math.floor(amount * part), currency);

const requestFor = (left: Refund, { line, units, part, kind }: Wish): RefundRequest => {
  const target = left.lines[line % left.lines.length]!;
  const quantity = Math.min(units, target.quantity);
  const lines = quantity > 0 ? [{ itemId: target.itemId, quantity }] : [];
  if (kind === 'units') return { lines };
  if (kind === 'amount') return { amount: someOf(left.total, part) };
  if (kind === 'shipping') return { shipping: 'all' };
  if (kind === 'shipping part') return { shipping: someOf(left.shipping.amount, part) };
  const worth = quantity > 0 ? target.amount.amount : 0;
  return {
    lines,
    amount: someOf(moneyOf(left.total.amount - worth, left.total.currency), part),
  };
};

const amountOf = ({ amount }: { amount: Money }): Money => amount;
const holdsItsTaxes = ({ amount, taxes }: RefundedPart): boolean =>
  taxes.every((tax) => tax.amount.amount >= 0) &&
  sum(taxes.map(amountOf), amount.currency).amount <= amount.amount;

/** Until nothing is left: each wish that gives anything, then the units left over, then the money. */
const refundAll = (price: PriceBreakdown, asked: readonly Wish[]): Refund[] => {
  const refunds: Refund[] = [];
  const attempt = (request: RefundRequest): void => {
    try {
      refunds.push(refundOf(price, refunds, request));
    } catch (error) {
      expect(error).toMatchObject({ code: 'refund-invalid', message: 'Not a refund: nothing would go back' });
    }
  };
  for (const wish of asked) attempt(requestFor(leftToRefund(price, refunds), wish));
  const { lines } = leftToRefund(price, refunds);
  const open = lines.filter(({ quantity }) => quantity > 0);
  attempt({ lines: open.map(({ itemId, quantity }) => ({ itemId, quantity })) });
  attempt({ amount: leftToRefund(price, refunds).total });
  return refunds;
};

describe('10,000 baskets, refunded bit by bit until nothing is left', () => {
  test('agree to the last unit: each line, each tax, the shipping and the whole', () => {
    fc.assert(
      fc.property(basket, wishes, (random, asked) => {
        const price = priced(random);
        const { currency } = random;
        expect(breakdownFaults(price)).toEqual([]);
        const refunds = refundAll(price, asked);

        expect(
          sum(
            refunds.map(({ total }) => total),
            currency,
          ),
        ).toEqual(price.totals.total);
        const left = leftToRefund(price, refunds);
        const open = [...left.lines, left.shipping].flatMap(({ amount, taxes }) => [
          amount,
          ...taxes.map(amountOf),
        ]);
        expect(open.filter(({ amount }) => amount !== 0)).toEqual([]);
        const faulty = refunds.filter((refund) => {
          const parts = [...refund.lines, refund.shipping];
          return (
            sum(parts.map(amountOf), currency).amount !== refund.total.amount || !parts.every(holdsItsTaxes)
          );
        });
        expect(faulty).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('a refund', () => {
  const price = priced({
    currency: 'EUR',
    lines: [
      [1_000, 3],
      [5_000, 1],
    ],
    percentOff: 10,
    rates: [2_000],
    included: true,
    shipping: 600,
    isShippingTaxed: true,
  });
  const eur = (amount: number) => moneyOf(amount, 'EUR');

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
