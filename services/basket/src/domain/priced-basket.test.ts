import { describe, expect, test } from '@jest/globals';
import type { CatalogItem } from './catalog-item.ts';
import { usd } from './money.ts';
import { priceBasket } from './priced-basket.ts';
import { defaultTotalsPolicy } from './totals.ts';

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
const price = (item: CatalogItem | undefined, quantity: number, seen: number, discountPercent = 0) =>
  priceBasket(
    {
      basket: { version: 1, lines: [{ itemId: 7, quantity, seenPrice: usd(seen) }] },
      items: new Map(item ? [[7, item]] : []),
      campaigns: [
        { id: 'c', name: 'Knots', discountPercent, typeSlug: 'ropes', startsAt: 0, endsAt: now + 1 },
      ],
    },
    defaultTotalsPolicy,
    now,
  );

describe('a priced basket', () => {
  test('costs what the items cost now', () => {
    const { lines, totals } = price(rope, 3, 2_000);
    expect(lines[0]).toMatchObject({
      unitPrice: usd(2_000),
      quantity: 3,
      available: true,
      availableStock: 4,
    });
    expect(lines[0]).not.toHaveProperty('previousUnitPrice');
    expect(totals.items).toEqual(usd(6_000));
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
    const { totals, campaign } = price(rope, 2, 2_000, 25);
    expect(campaign?.id).toBe('c');
    expect(totals).toMatchObject({ discount: usd(1_000), tax: usd(240), total: usd(4_030) });
  });
});
