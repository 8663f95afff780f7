import { describe, expect, test } from '@jest/globals';
import type { Basket, BasketLine } from '@quayside/contracts';
import { wordsIn } from '../../i18n/words-in.ts';
import { describeChanges as describeIn } from './basket-changes.ts';

const describeChanges = (before: Basket, after: Basket) => describeIn(before, after, wordsIn('en', 'basket'));

const usd = (amount: number) => ({ amount, currency: 'USD' as const });
const line = (changes: Partial<BasketLine> = {}): BasketLine => ({
  itemId: 1,
  slug: 'guernsey',
  name: 'Guernsey',
  unitPrice: usd(9900),
  quantity: 1,
  pictureUrl: '/picture.webp',
  available: true,
  availableStock: 9,
  ...changes,
});
const totals = { items: usd(0), discount: usd(0), shipping: usd(0), tax: usd(0), total: usd(0) };
const basket = (...items: BasketLine[]): Basket => ({
  items,
  totals,
  price: {
    lines: [],
    shipping: { method: 'x', name: 'X', price: usd(0), adjustments: [], taxes: [], total: usd(0) },
    totals,
  },
  terms: {
    country: 'US',
    currency: 'USD',
    currencies: ['USD'],
    taxIncluded: false,
    shippingMethod: 'x',
    shippingMethods: [],
  },
});

describe('describeChanges', () => {
  test('says nothing when nothing a shopper sees has changed', () => {
    expect(describeChanges(basket(line()), basket(line({ availableStock: 4 })))).toEqual([]);
  });

  test('says the new and the old price', () => {
    expect(describeChanges(basket(line()), basket(line({ unitPrice: usd(10900) })))).toEqual([
      'Guernsey now costs $109.00, before $99.00.',
    ]);
  });

  test('says when an item runs out and when it is back', () => {
    expect(describeChanges(basket(line()), basket(line({ available: false })))).toHaveLength(1);
    expect(describeChanges(basket(line({ available: false })), basket(line()))).toEqual([
      'Guernsey is available again.',
    ]);
  });

  test('leaves the shopper’s own doing alone: lines put in and taken out', () => {
    expect(describeChanges(basket(line()), basket(line({ itemId: 2 })))).toEqual([]);
  });
});
