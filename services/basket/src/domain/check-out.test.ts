import { describe, expect, test } from '@jest/globals';
import { eur, settings, usd } from '../../test/settings.ts';
import type { BasketLine } from './basket.ts';
import type { CatalogItem } from './catalog-item.ts';
import type { Choice } from './choice.ts';
import { checkOut, type CheckOut } from './check-out.ts';
import { BasketEmpty, InsufficientStock, ItemNotActive, PriceChanged } from './errors.ts';
import { priceBasket, type BasketState } from './priced-basket.ts';

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

const priced = (items: CatalogItem[], lines: BasketLine[], choice: Choice = {}): BasketState => ({
  basket: { version: 1, lines, choice },
  items: new Map(items.map((item) => [item.id, item])),
  campaigns: [],
  settings,
});
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
      price: priceBasket(priced([tent], [line(2)]), now).price,
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

  test('of an item that is no longer sold is refused with its line, whatever else is short', () => {
    const gone = { ...tent, active: false, removed: true };
    const short = { ...tent, id: 2, name: 'Stove', availableStock: 0 };
    const lines = [line(1), { ...line(1), itemId: 2 }];
    const refusal = thrownBy(() => checkOut(priced([gone, short], lines), command, stay));
    expect(refusal).toBeInstanceOf(ItemNotActive);
    expect(refusal).toHaveProperty('extra.lines', [{ itemId: 1, name: 'Tent' }]);
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
    expect(accepting(21_600)().price.totals.total).toEqual(usd(21_600));
  });

  test('with another total than the basket has is refused although no line changed', () => {
    const refusal = thrownBy(() =>
      checkOut(priced([tent], [line(1)]), { ...command, acceptedTotal: usd(21_599) }, stay),
    );
    expect(refusal).toHaveProperty('extra', { changes: [], total: usd(21_600) });
  });

  const sentTo = (country: string, state?: string): CheckOut => ({
    ...command,
    shippingAddress: { ...command.shippingAddress, country, state },
  });
  const inEuros = { ...tent, prices: [usd(20_000), eur(18_000)] };

  test('goes where the address says, whatever was chosen before', () => {
    const state = priced([tent], [line(1)], { country: 'CA', state: 'AB' });
    const taxes = checkOut(state, sentTo('CA', 'british columbia'), stay).price.lines[0]?.taxes;
    expect(taxes?.map(({ name, rate }) => [name, rate])).toEqual([
      ['GST', 500],
      ['PST', 700],
    ]);
  });

  test.each<[string, BasketState, CheckOut, string]>([
    ['a country that is not sold to', priced([tent], [line(1)]), sentTo('FR'), 'country-not-sold-to'],
    ['no state where tax is by state', priced([tent], [line(1)]), sentTo('CA'), 'state-unknown'],
    ['a state that is none', priced([tent], [line(1)]), sentTo('CA', 'Kiel'), 'state-unknown'],
    [
      'a country where the chosen currency is not taken',
      priced([inEuros], [line(1)], { country: 'AT', currency: 'EUR' }),
      sentTo('US'),
      'currency-not-sold-in',
    ],
    [
      'a country where the currency it was shown in is not taken',
      priced([tent], [line(1)]),
      sentTo('JP'),
      'currency-not-sold-in',
    ],
    [
      'a country in whose currency the item has no price',
      priced([tent], [line(1)], { country: 'AT', currency: 'EUR' }),
      sentTo('AT'),
      'basket-currency-mixed',
    ],
  ])('to %s is refused', (_where, state, refused, code) => {
    expect(thrownBy(() => checkOut(state, refused, stay))).toMatchObject({ code });
  });

  test('stays in the currency it was shown in, also where another is usual', () => {
    const { price } = checkOut(priced([inEuros], [line(1)]), sentTo('AT'), stay);
    expect(price.totals.total).toEqual(usd(20_000));
  });

  test('in a currency the shopper has not seen is refused with both prices', () => {
    const state = priced([inEuros], [line(1)], { country: 'AT' });
    const refusal = thrownBy(() => checkOut(state, sentTo('AT'), stay));
    expect(refusal).toHaveProperty('extra', {
      changes: [{ itemId: 1, name: 'Tent', oldPrice: usd(20_000), newPrice: eur(18_000) }],
      total: eur(18_000),
    });
  });
});
