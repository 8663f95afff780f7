import 'server-only';
import { basketApi, type Basket } from '@quayside/contracts';
import { cache } from 'react';
import type { Result } from '../result.ts';
import { readGateway } from './gateway.ts';
import { readFrame } from './frame.ts';

const zero = { amount: 0, currency: 'USD' } as const;
const totals = { items: zero, discount: zero, shipping: zero, tax: zero, total: zero };
const emptyBasket: Basket = {
  items: [],
  totals,
  price: {
    lines: [],
    shipping: { method: '', name: '', price: zero, adjustments: [], taxes: [], total: zero },
    totals,
  },
  terms: {
    country: 'US',
    currency: 'USD',
    currencies: ['USD'],
    taxIncluded: false,
    shippingMethod: '',
    shippingMethods: [],
  },
};

/** It comes with the frame; where it did not come in time it is asked for again, now for as long as it takes. */
export const readBasket = cache(async (): Promise<Result<Basket>> => {
  const frame = await readFrame();
  if (!frame) return { ok: true, data: emptyBasket };
  if (frame.ok && frame.data.basket) return { ok: true, data: frame.data.basket };
  return readGateway(basketApi.routes.getBasket, {});
});

/** For the frame of a page, which goes out without it rather than wait. */
export const readBasketOfFrame = async (): Promise<Basket | undefined> => {
  const frame = await readFrame();
  return frame ? (frame.ok ? frame.data.basket : undefined) : emptyBasket;
};
