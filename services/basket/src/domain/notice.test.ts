import { describe, expect, test } from '@jest/globals';
import { eur, usd } from '../../test/settings.ts';
import { concerns, type ShownOfItem } from './notice.ts';

const facts = (change: Partial<ShownOfItem> = {}): ShownOfItem => ({
  price: usd(2_000),
  active: true,
  availableStock: 10,
  ...change,
});
const lines = [{ itemId: 7, quantity: 3 }];
const change = (after: Partial<ShownOfItem>, before: ShownOfItem | undefined = facts()) => ({
  itemId: 7,
  before,
  after: facts(after),
});

describe('a change of an item concerns a basket', () => {
  test('that holds it, when its price changes', () => {
    expect(concerns(change({ price: usd(2_100) }), lines)).toBe(true);
    expect(concerns(change({ price: usd(2_100) }), [{ itemId: 8, quantity: 3 }])).toBe(false);
  });

  test('that holds it, when its price in another currency changes', () => {
    const prices = (amount: number) => ({ prices: [usd(2_000), eur(amount)] });
    expect(concerns(change(prices(1_900), facts(prices(1_800))), lines)).toBe(true);
    expect(concerns(change(prices(1_900), facts(prices(1_900))), lines)).toBe(false);
  });

  test('when the wanted quantity can no longer be had, or can again', () => {
    expect(concerns(change({ availableStock: 2 }), lines)).toBe(true);
    expect(concerns(change({ active: false }), lines)).toBe(true);
    expect(concerns(change({ availableStock: 3 }, facts({ availableStock: 2 })), lines)).toBe(true);
  });

  test('not when the stock moves without changing that', () => {
    expect(concerns(change({ availableStock: 3 }), lines)).toBe(false);
  });

  test('when it was not known until now', () => {
    expect(concerns({ itemId: 7, after: facts() }, lines)).toBe(true);
  });
});
