import { expect, test } from '@jest/globals';
import {
  breakdownFaults,
  leftToRefund,
  moneyOf,
  refundOf,
  sum,
  times,
  type Money,
  type PriceBreakdown,
  type Refund,
  type RefundedPart,
  type RefundRequest,
  type RegionTax,
  type SalesSettings,
} from '@quayside/contracts/money';
import fc from 'fast-check';
import { breakDown } from './break-down.ts';
import { discountOf } from './campaign.ts';
import { termsFor } from './terms.ts';

const rate = fc.constantFrom(0, 150, 725, 800, 1_000, 1_900, 2_000);
const tax = (name: string): fc.Arbitrary<RegionTax> =>
  fc.record({
    name: fc.constant(name),
    rates: fc.record({ standard: rate, reduced: rate }),
    shippingRate: rate,
  });
const price = fc.integer({ min: 0, max: 5_000 });

const soldWith = fc.record({
  currency: fc.constantFrom('USD', 'EUR', 'JPY'),
  taxIncluded: fc.boolean(),
  tax: tax('Tax of the country'),
  stateTax: fc.option(tax('Tax of the state'), { nil: undefined }),
  shipping: fc.record({ usual: price, overTheLimit: price, heavy: price }),
});
const entry = fc.record({
  amount: fc.integer({ min: 0, max: 300_000 }),
  quantity: fc.integer({ min: 1, max: 99 }),
  taxClass: fc.constantFrom(undefined, 'standard', 'reduced'),
  typeSlug: fc.constantFrom('ropes', 'tents'),
  weight: fc.integer({ min: 0, max: 3_000 }),
});
const basket = fc.record({
  sold: soldWith,
  entries: fc.array(entry, { minLength: 1, maxLength: 12 }),
  discountPercent: fc.constantFrom(0, 0, 7, 10, 33, 90, 100),
  isForRopes: fc.boolean(),
});
type Basket = typeof basket extends fc.Arbitrary<infer T> ? T : never;

const settingsOf = ({ sold }: Basket): SalesSettings => ({
  defaultCountry: 'XX',
  taxClasses: ['standard', 'reduced'],
  countries: [
    {
      country: 'XX',
      currencies: [sold.currency],
      taxIncluded: sold.taxIncluded,
      tax: sold.tax,
      ...(sold.stateTax && { states: [{ code: 'ST', name: 'State', tax: sold.stateTax }] }),
    },
  ],
  shippingZones: [
    {
      id: 'zone',
      name: 'Zone',
      countries: ['XX'],
      methods: [
        {
          method: 'post',
          name: 'Post',
          promisedDays: { min: 1, max: 3 },
          rates: [
            {
              currency: sold.currency,
              byTotal: [
                { from: 0, below: 150_000, price: sold.shipping.usual },
                { from: 150_000, price: sold.shipping.overTheLimit },
              ],
              byWeight: [
                { from: 0, below: 30_000, price: 0 },
                { from: 30_000, price: sold.shipping.heavy },
              ],
            },
          ],
        },
      ],
    },
  ],
});

const priced = (random: Basket): PriceBreakdown => {
  const { currency } = random.sold;
  const entries = random.entries.map(({ amount, ...rest }, at) => ({
    ...rest,
    itemId: at + 1,
    unitPrice: moneyOf(amount, currency),
  }));
  const amounts = entries.map(({ typeSlug, unitPrice, quantity }) => ({
    typeSlug,
    amount: times(unitPrice, quantity),
  }));
  const campaign = { id: 'c1', name: 'Regatta week', startsAt: 0, endsAt: 1 };
  const discounted = { ...campaign, discountPercent: random.discountPercent };
  const discount = discountOf(
    random.isForRopes ? { ...discounted, typeSlug: 'ropes' } : discounted,
    amounts,
    currency,
  );
  return breakDown(entries, termsFor(settingsOf(random), { state: 'ST' }, []), discount);
};

/** A wish, as numbers; what it asks for follows from what is left when its turn comes. */
const wish = fc.record({
  line: fc.nat(11),
  units: fc.integer({ min: 1, max: 99 }),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('units', 'amount', 'shipping', 'shipping part', 'both'),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

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
  return { lines, amount: someOf(moneyOf(left.total.amount - worth, left.total.currency), part) };
};

/** Until nothing is left: each wish that gives anything, then the units left over, then the money. */
const refundAll = (breakdown: PriceBreakdown, wishes: readonly Wish[]): Refund[] => {
  const refunds: Refund[] = [];
  const attempt = (request: RefundRequest): void => {
    try {
      refunds.push(refundOf(breakdown, refunds, request));
    } catch (error) {
      expect(error).toMatchObject({ code: 'refund-invalid', message: 'Not a refund: nothing would go back' });
    }
  };
  for (const one of wishes) attempt(requestFor(leftToRefund(breakdown, refunds), one));
  const units = leftToRefund(breakdown, refunds).lines.filter(({ quantity }) => quantity > 0);
  if (units.length > 0) attempt({ lines: units.map(({ itemId, quantity }) => ({ itemId, quantity })) });
  attempt({ amount: leftToRefund(breakdown, refunds).total });
  return refunds;
};

const amountOf = ({ amount }: { amount: Money }): Money => amount;
const holdsItsTaxes = ({ amount, taxes }: RefundedPart): boolean =>
  taxes.every((one) => one.amount.amount >= 0) &&
  sum(taxes.map(amountOf), amount.currency).amount <= amount.amount;

test('10,000 baskets, priced and refunded bit by bit until nothing is left, agree to the last unit: each line, each tax, the shipping and the whole', () => {
  const partsBeforeTheLast: number[] = [];
  fc.assert(
    fc.property(basket, fc.array(wish, { maxLength: 6 }), (random, wishes) => {
      const breakdown = priced(random);
      const { currency } = random.sold;
      expect(breakdownFaults(breakdown)).toEqual([]);
      const refunds = refundAll(breakdown, wishes);
      partsBeforeTheLast.push(refunds.length - 1);

      expect(
        sum(
          refunds.map(({ total }) => total),
          currency,
        ),
      ).toEqual(breakdown.totals.total);
      const left = leftToRefund(breakdown, refunds);
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
  expect(partsBeforeTheLast.filter((parts) => parts >= 2).length).toBeGreaterThan(4_000);
});
