import { describe, expect, test } from '@jest/globals';
import type { BasketLine } from './basket.ts';
import type { CatalogItem } from './catalog-item.ts';
import { checkOut, type CheckOut } from './check-out.ts';
import { BasketEmpty, InsufficientStock, PriceChanged } from './errors.ts';
import { usd } from './money.ts';
import { priceBasket } from './priced-basket.ts';
import { defaultTotalsPolicy } from './totals.ts';

const now = Date.UTC(2026, 5, 1);
const stay = { orderId: '0197a000-0000-7000-8000-000000000001', now };

const tent: CatalogItem = {
  id: 1,
  slug: 'tent',
  name: 'Tent',
  typeSlug: 'tents',
  price: usd(20_000),
  availableStock: 3,
  pictureUrl: '/tent.webp',
  active: true,
};
const command: CheckOut = {
  buyer: { id: '0197a000-0000-7000-8000-00000000000a', name: 'Ada', email: 'ada@quayside.test' },
  shippingAddress: { name: 'Ada', street: 'Quay 1', city: 'Kiel', postalCode: '24103', country: 'DE' },
  paymentToken: 'tok_ok',
};

const priced = (items: CatalogItem[], lines: BasketLine[]) =>
  priceBasket(
    { basket: { version: 1, lines }, items: new Map(items.map((item) => [item.id, item])), campaigns: [] },
    defaultTotalsPolicy,
    now,
  );
const line = (quantity: number, seen = 20_000): BasketLine => ({ itemId: 1, quantity, seenPrice: usd(seen) });

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('a checkout', () => {
  test('takes lines and totals from the priced basket, never from the command', () => {
    expect(checkOut(priced([tent], [line(2)]), command, stay)).toEqual({
      ...command,
      orderId: stay.orderId,
      lines: [{ itemId: 1, name: 'Tent', unitPrice: usd(20_000), quantity: 2, pictureUrl: '/tent.webp' }],
      totals: {
        items: usd(40_000),
        discount: usd(0),
        shipping: usd(0),
        tax: usd(3_200),
        total: usd(43_200),
      },
      at: now,
    });
  });

  test('of an empty basket is refused', () => {
    expect(() => checkOut(priced([tent], []), command, stay)).toThrow(BasketEmpty);
  });

  test('of more than is in stock is refused with the lines at once', () => {
    const refusal = thrownBy(() => checkOut(priced([tent], [line(4)]), command, stay));
    expect(refusal).toBeInstanceOf(InsufficientStock);
    expect(refusal).toHaveProperty('extra.lines', [{ itemId: 1, name: 'Tent', requested: 4, available: 3 }]);
  });

  test('of an item that is no longer sold is refused, none of it being available', () => {
    const gone = { ...tent, active: false, removed: true };
    const refusal = thrownBy(() => checkOut(priced([gone], [line(1)]), command, stay));
    expect(refusal).toHaveProperty('extra.lines', [{ itemId: 1, name: 'Tent', requested: 1, available: 0 }]);
  });

  test('at a price the shopper has not seen is refused with old, new and total', () => {
    const refusal = thrownBy(() => checkOut(priced([tent], [line(1, 18_000)]), command, stay));
    expect(refusal).toBeInstanceOf(PriceChanged);
    expect(refusal).toHaveProperty('extra', {
      changes: [{ itemId: 1, name: 'Tent', oldPrice: usd(18_000), newPrice: usd(20_000) }],
      total: usd(21_600),
    });
  });

  test('at a new price is made once the new total is accepted', () => {
    const basket = priced([tent], [line(1, 18_000)]);
    const accepting = (amount: number) => () =>
      checkOut(basket, { ...command, acceptedTotal: usd(amount) }, stay);
    expect(accepting(19_440)).toThrow(PriceChanged);
    expect(accepting(21_600)().totals.total).toEqual(usd(21_600));
  });

  test('with another total than the basket has is refused although no line changed', () => {
    const refusal = thrownBy(() =>
      checkOut(priced([tent], [line(1)]), { ...command, acceptedTotal: usd(21_599) }, stay),
    );
    expect(refusal).toHaveProperty('extra', { changes: [], total: usd(21_600) });
  });
});
