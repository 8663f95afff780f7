import type { Basket, ChooseTerms } from '@quayside/contracts';
import type { Result } from '../result.ts';
import { callApi } from './call-api.ts';
import { publishBasket } from './latest-basket.ts';

export const fetchBasket = () => kept(callApi('GET /api/v1/basket', {}));

export const setQuantity = (itemId: number, quantity: number) =>
  kept(callApi('PUT /api/v1/basket/items/:itemId', { params: { itemId }, body: { quantity } }));

export const chooseTerms = (choice: ChooseTerms) =>
  kept(callApi('PUT /api/v1/basket/terms', { body: choice }));

export const removeLine = (itemId: number) =>
  kept(callApi('DELETE /api/v1/basket/items/:itemId', { params: { itemId } }));

/** The API takes the wanted quantity, so what is already in the basket is read first. */
export const addToBasket = async (itemId: number, quantity: number): Promise<Result<Basket>> => {
  const current = await fetchBasket();
  if (!current.ok) return current;
  const held = current.data.items.find((line) => line.itemId === itemId)?.quantity ?? 0;
  return setQuantity(itemId, held + quantity);
};

const kept = async (call: Promise<Result<Basket>>): Promise<Result<Basket>> => {
  const result = await call;
  if (result.ok) publishBasket(result.data);
  return result;
};
