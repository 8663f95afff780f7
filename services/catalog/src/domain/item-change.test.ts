import { describe, expect, test } from '@jest/globals';
import { CurrencyNotSold, ItemNotFound, StaleVersion } from './errors.ts';
import { changeItem, type ItemChange } from './item-change.ts';
import { itemOf, type Product, type Variant } from './product.ts';

const variant = (id: number, size: string, version: number): Variant => ({
  id,
  sku: `QS-BAG-000${id}`,
  optionValues: [size],
  prices: [
    { amount: 5900, currency: 'USD' },
    { amount: 5500, currency: 'EUR' },
  ],
  pictureUrl: `/api/v1/catalog/items/${id}/picture?v=abc`,
  active: true,
  version,
});
const small = variant(7, 'S', 5);
const large = variant(8, 'L', 2);
const bag: Product = {
  id: 3,
  slug: 'harbour-bag',
  name: 'Harbour Bag',
  description: 'A bag.',
  brand: { id: 1, slug: 'hallvik', name: 'Hallvik' },
  type: { id: 4, slug: 'bags', name: 'Bags' },
  status: 'active',
  version: 9,
  variants: [small, large],
};
const change = (what: ItemChange, version = 5) => changeItem(bag, 7, what, version);

describe('changeItem', () => {
  test('tells old and new price, and the variant as it is now, and leaves the other alone', () => {
    const [, euros] = small.prices;
    const changed: Variant = {
      ...small,
      prices: [{ amount: 4900, currency: 'USD' }, euros as Variant['prices'][0]],
      version: 6,
    };
    const product = { ...bag, variants: [changed, large], version: 10 };
    expect(change({ price: { amount: 4900, currency: 'USD' } })).toEqual({
      product,
      facts: [
        { type: 'item-changed', item: itemOf(product, changed) },
        {
          type: 'item-price-changed',
          itemId: 7,
          oldPrice: small.prices[0],
          newPrice: changed.prices[0],
          version: 6,
        },
      ],
    });
  });

  test('changes the price in one currency and leaves the others', () => {
    const after = change({ price: { amount: 5000, currency: 'EUR' } })?.product.variants[0];
    expect(after?.prices).toEqual([small.prices[0], { amount: 5000, currency: 'EUR' }]);
  });

  test('says nothing of the price when only something else changed', () => {
    const { facts } = change({ active: false }) ?? {};
    expect(facts).toEqual([
      { type: 'item-changed', item: { ...itemOf(bag, small), active: false, version: 6 } },
    ]);
  });

  test('tells of all variants when it is the product that changed', () => {
    const { facts } = change({ name: 'Pier Bag' }) ?? {};
    expect(facts).toMatchObject([
      { type: 'item-changed', item: { id: 7, name: 'Pier Bag, S', version: 6 } },
      { type: 'item-changed', item: { id: 8, name: 'Pier Bag, L', version: 3 } },
    ]);
  });

  test('is no change when every field is as it was', () => {
    expect(change({ name: bag.name, price: { ...small.prices[0] } })).toBeUndefined();
  });

  test('is refused in a currency the variant is not sold in', () => {
    expect(() => change({ price: { amount: 1, currency: 'JPY' } })).toThrow(CurrencyNotSold);
  });

  test('is refused of a variant of another product', () => {
    expect(() => changeItem(bag, 9, { name: 'Pier Bag' }, 1)).toThrow(ItemNotFound);
  });

  test.each([4, 6])('is stale when read at version %d, before the last edit or from nowhere', (version) => {
    expect(() => change({ name: 'Pier Bag' }, version)).toThrow(StaleVersion);
  });
});

test('a variant of a product that is not active is not for sale, whatever it says itself', () => {
  expect(itemOf({ ...bag, status: 'archived' }, small).active).toBe(false);
  expect(itemOf(bag, { ...small, active: false }).active).toBe(false);
});
