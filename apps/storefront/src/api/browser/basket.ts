import type { Basket, ChooseTerms } from '@quayside/contracts';
import type { Result } from '../result.ts';
import { callApi } from './call-api.ts';
import { publishBasket } from './latest-basket.ts';
import { tellTabs } from './tabs.ts';

export const fetchBasket = (): Promise<Result<Basket>> => kept(callApi('GET /api/v1/basket', {}));

/** A change of this tab, which the others hear of. */
const told = async (call: Promise<Result<Basket>>): Promise<Result<Basket>> => {
  const result = await kept(call);
  if (result.ok) tellTabs({ about: 'basket' });
  return result;
};

export const setQuantity = (itemId: number, quantity: number) =>
  told(callApi('PUT /api/v1/basket/items/:itemId', { params: { itemId }, body: { quantity } }));

export const chooseTerms = (choice: ChooseTerms) =>
  told(callApi('PUT /api/v1/basket/terms', { body: choice }));

export const applyCoupon = (code: string) => told(callApi('PUT /api/v1/basket/coupon', { body: { code } }));

export const dropCoupon = () => told(callApi('DELETE /api/v1/basket/coupon', {}));

export const removeLine = (itemId: number) =>
  told(callApi('DELETE /api/v1/basket/items/:itemId', { params: { itemId } }));

export const addToBasket = (itemId: number, quantity: number) =>
  told(callApi('POST /api/v1/basket/items', { body: { itemId, quantity } }));

let asked = 0;
let shown = 0;

/** What was asked later is shown. An answer that comes after it may be the older or the newer one: then it is asked again. */
const kept = async (call: Promise<Result<Basket>>): Promise<Result<Basket>> => {
  asked += 1;
  const turn = asked;
  const result = await call;
  if (!result.ok) return result;
  if (turn < shown) return fetchBasket();
  shown = turn;
  publishBasket(result.data);
  return result;
};
