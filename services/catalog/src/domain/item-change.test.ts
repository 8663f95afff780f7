import { describe, expect, test } from '@jest/globals';
import { StaleVersion } from './errors.ts';
import { changeItem } from './item-change.ts';
import type { Item } from './item.ts';

const item: Item = {
  id: 7,
  sku: 'QS-BAG-0007',
  slug: 'harbour-bag',
  name: 'Harbour Bag',
  description: 'A bag.',
  brand: { id: 1, slug: 'hallvik', name: 'Hallvik' },
  type: { id: 4, slug: 'bags', name: 'Bags' },
  price: { amount: 5900, currency: 'USD' },
  pictureUrl: '/api/v1/catalog/items/7/picture?v=abc',
  active: true,
  version: 5,
};

describe('changeItem', () => {
  test('tells old and new price, and the item as it is now', () => {
    const changed = { ...item, price: { amount: 4900, currency: 'USD' as const }, version: 6 };
    expect(changeItem(item, { price: { amount: 4900, currency: 'USD' } }, 5)).toEqual({
      item: changed,
      facts: [
        { type: 'item-changed', item: changed },
        { type: 'item-price-changed', itemId: 7, oldPrice: item.price, newPrice: changed.price, version: 6 },
      ],
    });
  });

  test('says nothing of the price when only something else changed', () => {
    expect(changeItem(item, { active: false }, 5)?.facts).toEqual([
      { type: 'item-changed', item: { ...item, active: false, version: 6 } },
    ]);
  });

  test('is no change when every field is as it was', () => {
    expect(changeItem(item, { name: item.name, price: { ...item.price } }, 5)).toBeUndefined();
  });

  test.each([4, 6])('is stale when read at version %d, before the last edit or from nowhere', (version) => {
    expect(() => changeItem(item, { name: 'Pier Bag' }, version)).toThrow(StaleVersion);
  });
});
