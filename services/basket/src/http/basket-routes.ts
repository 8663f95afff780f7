import { basket, itemId, setQuantity, wholeNumber } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import { z } from 'zod';
import type { GetBasket } from '../usecases/get-basket.ts';
import type { RemoveItem } from '../usecases/remove-item.ts';
import type { SetItemQuantity } from '../usecases/set-item-quantity.ts';
import { basketBody } from './basket-body.ts';
import { ownerOf } from './owner-of.ts';

interface Dependencies {
  getBasket: GetBasket;
  setItemQuantity: SetItemQuantity;
  removeItem: RemoveItem;
}

const tags = ['basket'];
const auth = { guest: true };
const itemParams = z.strictObject({ itemId: wholeNumber(itemId) });
const responses = { 200: { description: 'The basket as it is now', schema: basket } };
const noStore = { 'cache-control': 'no-store' };

/** The caller's own basket: read it, set how many of an item are in it, take an item out. */
export function addBasketRoutes(api: Api, { getBasket, setItemQuantity, removeItem }: Dependencies): void {
  api.route({
    method: 'get',
    path: '/api/v1/basket',
    summary: 'The basket, at current prices',
    tags,
    auth,
    responses,
    problems: ['basket-unavailable'],
    handler: async ({ principal }) => ok(basketBody(await getBasket(ownerOf(principal))), noStore),
  });

  api.route({
    method: 'put',
    path: '/api/v1/basket/items/:itemId',
    summary: 'Set the wanted quantity of an item, at the price it has now',
    tags,
    auth,
    params: itemParams,
    body: setQuantity,
    responses,
    problems: ['item-not-found', 'item-not-active', 'basket-full', 'basket-contended', 'basket-unavailable'],
    handler: async ({ principal, params, body }) =>
      ok(basketBody(await setItemQuantity(ownerOf(principal), params.itemId, body.quantity)), noStore),
  });

  api.route({
    method: 'delete',
    path: '/api/v1/basket/items/:itemId',
    summary: 'Take an item out; taking out what is not in is fine',
    tags,
    auth,
    params: itemParams,
    responses,
    problems: ['basket-contended', 'basket-unavailable'],
    handler: async ({ principal, params }) =>
      ok(basketBody(await removeItem(ownerOf(principal), params.itemId)), noStore),
  });
}
