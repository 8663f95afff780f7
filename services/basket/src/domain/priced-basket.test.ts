import { describe, expect, test } from '@jest/globals';
import { eur, settings, usd } from '../../test/settings.ts';
import type { CatalogItem } from './catalog-item.ts';
import type { Choice } from './choice.ts';
import { priceBasket } from './priced-basket.ts';

const now = Date.UTC(2026, 5, 1);
const rope: CatalogItem = {
  id: 7,
  slug: 'rope',
  name: 'Rope',
  typeSlug: 'ropes',
  price: usd(2_000),
  availableStock: 4,
  pictureUrl: '/rope.webp',
  active: true,
};
const price = (
  item: CatalogItem | undefined,
  quantity: number,
  seen: number,
  discountPercent = 0,
  choice: Choice = {},
) =>
  priceBasket(
    {
      basket: { version: 1, lines: [{ itemId: 7, quantity, seenPrice: usd(seen) }], choice },
      items: new Map(item ? [[7, item]] : []),
      settings,
      campaigns: [
        { id: 'c', name: 'Knots', discountPercent, typeSlug: 'ropes', startsAt: 0, endsAt: now + 1 },
      ],
    },
    now,
  );

describe('a priced basket', () => {
  test('costs what the items cost now', () => {
    const { lines, price: costs } = price(rope, 3, 2_000);
    expect(lines[0]).toMatchObject({
      unitPrice: usd(2_000),
      quantity: 3,
      available: true,
      availableStock: 4,
    });
    expect(lines[0]).not.toHaveProperty('previousUnitPrice');
    expect(costs.totals.items).toEqual(usd(6_000));
  });

  test('shows the price last seen while it differs', () => {
    expect(price(rope, 1, 1_800).lines[0]).toMatchObject({
      unitPrice: usd(2_000),
      previousUnitPrice: usd(1_800),
    });
  });

  test('tells which line cannot be had', () => {
    expect(price(rope, 5, 2_000).lines[0]).toMatchObject({ available: false, availableStock: 4 });
    expect(price({ ...rope, active: false }, 1, 2_000).lines[0]).toMatchObject({
      available: false,
      availableStock: 0,
    });
  });

  test('keeps a line whose item it lost sight of', () => {
    expect(price(undefined, 1, 2_000).lines[0]).toMatchObject({ itemId: 7, available: false });
  });

  test('applies a running campaign to the lines it is for', () => {
    const { price: costs, campaign } = price(rope, 2, 2_000, 25);
    expect(campaign?.id).toBe('c');
    expect(costs.totals).toMatchObject({ discount: usd(1_000), tax: usd(240), total: usd(4_030) });
  });

  const inEuros = { ...rope, prices: [usd(2_000), eur(1_800)] };

  test('is in the usual currency of where it goes, if all of it has a price in that', () => {
    expect(price(inEuros, 1, 2_000, 0, { country: 'AT' }).price.totals.items).toEqual(eur(1_800));
    expect(price(rope, 1, 2_000, 0, { country: 'AT' }).price.totals.items).toEqual(usd(2_000));
    expect(price(inEuros, 1, 2_000, 0, { country: 'AT', currency: 'USD' }).terms.currency).toBe('USD');
  });

  test('has its tax in the prices where that is so, shipping included', () => {
    const { totals, lines, shipping } = price(inEuros, 2, 1_800, 0, { country: 'AT' }).price;
    expect(totals).toEqual({
      items: eur(3_600),
      discount: eur(0),
      shipping: eur(690),
      tax: eur(715),
      total: eur(4_290),
    });
    expect(lines[0]?.taxes).toEqual([{ name: 'VAT', rate: 2_000, amount: eur(600), included: true }]);
    expect(shipping.taxes).toEqual([{ name: 'VAT', rate: 2_000, amount: eur(115), included: true }]);
  });

  test('is taxed by the class of the item', () => {
    const reduced = { ...inEuros, taxClass: 'reduced' };
    expect(price(reduced, 1, 1_800, 0, { country: 'AT' }).price.lines[0]?.taxes[0]?.rate).toBe(1_000);
  });

  test('costs more to ship when it is heavy, and in another way', () => {
    const heavy = { ...inEuros, weight: 15_000 };
    const shipped = (choice: Choice) =>
      price(heavy, 2, 1_800, 0, { country: 'AT', ...choice }).price.shipping;
    expect(shipped({})).toMatchObject({ method: 'standard', price: eur(690 + 2_900) });
    expect(shipped({ shippingMethod: 'express' })).toMatchObject({
      price: eur(2_000),
      promisedDays: { min: 1, max: 1 },
    });
  });

  test('tells all ways it could be sent with their prices', () => {
    expect(price(rope, 1, 2_000).shippingOptions).toMatchObject([
      { method: 'standard', price: usd(790) },
      { method: 'express', price: usd(2_000) },
    ]);
  });

  test('shows a line without a price in its currency as not to be had', () => {
    const { lines } = price(rope, 1, 2_000, 0, { country: 'JP' });
    expect(lines[0]).toMatchObject({ available: false, availableStock: 0 });
  });

  test('that went to a country no longer sold to goes to the usual one', () => {
    expect(price(rope, 1, 2_000, 0, { country: 'ZZ', currency: 'EUR' }).terms).toMatchObject({
      soldTo: { country: 'US' },
      currency: 'USD',
    });
  });
});
