import { describe, expect, test } from '@jest/globals';
import { breakdownFaults, moneyOf, sum, taxLinesOf, times } from '@quayside/contracts/money';
import fc from 'fast-check';
import { settings } from '../../test/settings.ts';
import { breakDown, type Entry } from './break-down.ts';
import { discountOf } from './campaign.ts';
import { termsFor } from './terms.ts';

const campaign = { id: 'c1', name: 'Regatta week', startsAt: 0, endsAt: 1 };
const place = fc.constantFrom(
  { country: 'US', currency: 'USD' },
  { country: 'CA', state: 'BC', currency: 'USD' },
  { country: 'AT', currency: 'EUR' },
  { country: 'JP', currency: 'JPY' },
);
const line = fc.record({
  amount: fc.integer({ min: 0, max: 300_000 }),
  quantity: fc.integer({ min: 1, max: 99 }),
  taxClass: fc.constantFrom(undefined, 'standard', 'reduced'),
  typeSlug: fc.constantFrom('ropes', 'tents'),
  weight: fc.integer({ min: 0, max: 3_000 }),
});
const basket = fc.record({
  place,
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  discountPercent: fc.constantFrom(0, 7, 10, 33, 90, 100),
  isForRopes: fc.boolean(),
  shippingMethod: fc.constantFrom('standard', 'express'),
});
type Random = typeof basket extends fc.Arbitrary<infer T> ? T : never;

const priced = ({ place: where, lines, discountPercent, isForRopes, shippingMethod }: Random) => {
  const { currency } = where;
  const terms = termsFor(settings, { ...where, shippingMethod }, []);
  const entries = lines.map(({ amount, ...rest }, at): Entry & { typeSlug: string } => ({
    ...rest,
    itemId: at + 1,
    unitPrice: moneyOf(amount, currency),
  }));
  const amounts = entries.map(({ unitPrice, quantity, typeSlug }) => ({
    typeSlug,
    amount: times(unitPrice, quantity),
  }));
  const only = isForRopes ? { typeSlug: 'ropes' } : {};
  const discount = discountOf({ ...campaign, discountPercent, ...only }, amounts, currency);
  return { price: breakDown(entries, terms, discount), discount, terms };
};

test('a discount and a way of sending keep their names in other languages', () => {
  const terms = termsFor(settings, { country: 'US', currency: 'USD' }, []);
  const entries = [{ itemId: 1, unitPrice: moneyOf(1_000, 'USD'), quantity: 1, weight: 0 }];
  const lines = [{ typeSlug: 'ropes', amount: moneyOf(1_000, 'USD') }];
  const german = { ...campaign, discountPercent: 10, names: { de: 'Regattawoche' } };
  const method = { ...terms.method, names: { de: 'Normal' } };
  const price = breakDown(entries, { ...terms, method }, discountOf(german, lines, 'USD'));
  expect(price.lines[0]?.adjustments[0]?.source.names).toEqual({ de: 'Regattawoche' });
  expect(price.shipping.names).toEqual({ de: 'Normal' });
});

describe('the breakdown of any basket', () => {
  test('adds up to the last unit, and nothing in it is below nothing', () => {
    fc.assert(
      fc.property(basket, (random) => {
        const { price, discount } = priced(random);
        expect(breakdownFaults(price)).toEqual([]);
        expect(price.totals.discount).toEqual(discount.discount);
        const parts = [...price.lines, price.shipping];
        expect(
          sum(
            parts.map(({ total }) => total),
            random.place.currency,
          ),
        ).toEqual(price.totals.total);
        const added = sum(
          taxLinesOf(price).flatMap(({ included, amount }) => (included ? [] : [amount])),
          random.place.currency,
        );
        const { items, discount: off, shipping, total } = price.totals;
        expect(total.amount).toBe(items.amount - off.amount + shipping.amount + added.amount);
      }),
      { numRuns: 2_000 },
    );
  });

  test('has the tax of every line within a unit and a half of what it is exactly: the half of its sum, the unit of its share', () => {
    fc.assert(
      fc.property(basket, (random) => {
        const { price } = priced(random);
        const offBy = price.lines.flatMap(({ subtotal, adjustments, taxes }) => {
          const goods = subtotal.amount + adjustments.reduce((all, { amount }) => all + amount.amount, 0);
          const inPrice = taxes.reduce((all, { rate, included }) => all + (included ? rate : 0), 10_000);
          return taxes.map(({ rate, amount }) => Math.abs(amount.amount - (goods * rate) / inPrice));
        });
        expect(offBy.filter((units) => units >= 1.5)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('nothing costs nothing, shipping included', () => {
  const { totals } = breakDown([], termsFor(settings, {}, []), undefined);
  expect(Object.values(totals).map(({ amount }) => amount)).toEqual([0, 0, 0, 0, 0]);
});

test('shipping is free from 150.00 after discount', () => {
  const shipped = (amount: number) =>
    breakDown(
      [{ itemId: 1, unitPrice: moneyOf(amount, 'USD'), quantity: 1, weight: 0 }],
      termsFor(settings, {}, []),
      undefined,
    ).totals.shipping.amount;
  expect([shipped(15_000), shipped(14_999)]).toEqual([0, 790]);
});
