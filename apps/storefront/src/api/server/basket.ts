import 'server-only';
import { basketApi, type Basket } from '@quayside/contracts';
import { cache } from 'react';
import type { Result } from '../result.ts';
import { hasSession, readGateway } from './gateway.ts';

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

/** Somebody without a session has put nothing anywhere yet; asking would only open a session for them. */
export const readBasket = cache(async (): Promise<Result<Basket>> => {
  if (!(await hasSession())) return { ok: true, data: emptyBasket };
  return readGateway(basketApi.routes.getBasket, {});
});
