import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  choose,
  emptyBasket,
  maxLines,
  maxQuantity,
  mergeBaskets,
  removeLine,
  setQuantity,
  type Basket,
} from './basket.ts';
import type { CatalogItem } from './catalog-item.ts';
import { BasketFull, InvalidQuantity, ItemNotActive } from './errors.ts';
import { eur, usd } from '../../test/settings.ts';

const item = (id: number, change: Partial<CatalogItem> = {}): CatalogItem => ({
  id,
  slug: `item-${id}`,
  name: `Item ${id}`,
  typeSlug: 'tents',
  price: usd(1_000 * id),
  availableStock: 10,
  pictureUrl: `/pictures/${id}.webp`,
  active: true,
  ...change,
});

const holding = (...entries: [itemId: number, quantity: number][]): Basket => ({
  version: 3,
  choice: {},
  lines: entries.map(([itemId, quantity]) => ({ itemId, quantity, seenPrice: usd(1_000 * itemId) })),
});

describe('setting the quantity of an item', () => {
  test('adds a line at the end, with the price as seen now', () => {
    const basket = setQuantity(holding([1, 2]), item(5), 3);
    expect(basket.lines).toEqual([
      { itemId: 1, quantity: 2, seenPrice: usd(1_000) },
      { itemId: 5, quantity: 3, seenPrice: usd(5_000) },
    ]);
  });

  test('replaces the quantity in place and sees the new price', () => {
    const basket = setQuantity(holding([1, 2], [2, 1]), item(1, { price: usd(900) }), 7);
    expect(basket.lines[0]).toEqual({ itemId: 1, quantity: 7, seenPrice: usd(900) });
  });

  test('to what it is already changes nothing', () => {
    const basket = holding([1, 2]);
    expect(setQuantity(basket, item(1), 2)).toBe(basket);
  });

  test.each([0, -1, 1.5, 100, 1e9, Number.NaN])('refuses %p', (quantity) => {
    expect(() => setQuantity(emptyBasket, item(1), quantity)).toThrow(InvalidQuantity);
  });

  test('refuses an item that is not sold at present', () => {
    expect(() => setQuantity(emptyBasket, item(1, { active: false }), 1)).toThrow(ItemNotActive);
  });

  test('refuses one line more than a basket holds, but changes a line of a full one', () => {
    const full = holding(...Array.from({ length: maxLines }, (_, index): [number, number] => [index + 1, 1]));
    expect(() => setQuantity(full, item(999), 1)).toThrow(BasketFull);
    expect(setQuantity(full, item(1), 2).lines[0]?.quantity).toBe(2);
  });
});

describe('taking an item out', () => {
  test('leaves the others in order', () => {
    expect(removeLine(holding([1, 1], [2, 1], [3, 1]), 2).lines.map(({ itemId }) => itemId)).toEqual([1, 3]);
  });

  test('that is not in changes nothing', () => {
    const basket = holding([1, 1]);
    expect(removeLine(basket, 2)).toBe(basket);
  });
});

describe('choosing', () => {
  test('another currency shows, and so has seen, other prices', () => {
    const chosen = choose(holding([1, 2]), { currency: 'EUR' }, () => eur(900));
    expect(chosen).toMatchObject({
      choice: { currency: 'EUR' },
      lines: [{ itemId: 1, seenPrice: eur(900) }],
    });
  });

  test('another way of shipping leaves a price that changed unseen', () => {
    const chosen = choose(holding([1, 2]), { shippingMethod: 'express' }, () => usd(1_100));
    expect(chosen.lines[0]?.seenPrice).toEqual(usd(1_000));
  });

  test('the same again changes nothing', () => {
    const basket = { ...holding([1, 1]), choice: { country: 'AT' } };
    expect(choose(basket, { country: 'AT' }, () => eur(1))).toBe(basket);
  });
});

describe('merging a guest basket', () => {
  test('adds quantities up, keeps the order, and takes the price the guest saw', () => {
    const guest: Basket = {
      version: 1,
      choice: {},
      lines: [{ itemId: 2, quantity: 2, seenPrice: usd(1_900) }],
    };
    const merged = mergeBaskets(holding([1, 1], [2, 1]), guest);
    expect(merged.lines).toEqual([
      { itemId: 1, quantity: 1, seenPrice: usd(1_000) },
      { itemId: 2, quantity: 3, seenPrice: usd(1_900) },
    ]);
  });

  test('takes what the guest chose, being the later choice', () => {
    const user = { ...holding([1, 1]), choice: { country: 'US', shippingMethod: 'express' } };
    const guest = { ...holding([2, 1]), choice: { country: 'AT', currency: 'EUR' } };
    expect(mergeBaskets(user, guest).choice).toEqual({
      country: 'AT',
      currency: 'EUR',
      shippingMethod: 'express',
    });
  });

  test('of an empty one changes nothing', () => {
    const user = holding([1, 1]);
    expect(mergeBaskets(user, emptyBasket)).toBe(user);
  });

  test('keeps every bound, whatever comes together', () => {
    const lines = fc.uniqueArray(
      fc.record({
        itemId: fc.integer({ min: 1, max: 80 }),
        quantity: fc.integer({ min: 1, max: maxQuantity }),
        seenPrice: fc.constant(usd(100)),
      }),
      { maxLength: maxLines, selector: ({ itemId }) => itemId },
    );
    fc.assert(
      fc.property(lines, lines, (mine, theirs) => {
        const merged = mergeBaskets(
          { version: 1, lines: mine, choice: {} },
          { version: 1, lines: theirs, choice: {} },
        );
        const ids = merged.lines.map(({ itemId }) => itemId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(maxLines);
        expect(ids.slice(0, mine.length)).toEqual(mine.map(({ itemId }) => itemId));
        for (const { quantity } of merged.lines) {
          expect(quantity).toBeGreaterThanOrEqual(1);
          expect(quantity).toBeLessThanOrEqual(maxQuantity);
        }
      }),
    );
  });
});
