import type { Basket, ChooseTerms } from '@quayside/contracts';
import type { Result } from '../result.ts';
import { callApi } from './call-api.ts';
import { publishBasket } from './latest-basket.ts';
import { createNewest } from './newest.ts';
import { tellTabs } from './tabs.ts';
import { noteStep } from './visit-steps.ts';

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

/** @param more where the basket goes as long as nobody chose */
export const addToBasket = async (itemId: number, quantity: number, more: { country?: string } = {}) => {
  const result = await told(callApi('POST /api/v1/basket/items', { body: { itemId, quantity, ...more } }));
  if (result.ok) noteStep('basket');
  return result;
};

const newest = createNewest<Basket>();

const kept = async (call: Promise<Result<Basket>>): Promise<Result<Basket>> => {
  const turn = newest.ask();
  const result = await call;
  if (!result.ok) return result;
  if (!newest.take(turn, result.data)) return fetchBasket();
  publishBasket(result.data);
  return result;
};
