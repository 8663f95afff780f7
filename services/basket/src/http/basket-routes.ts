import { basketApi } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import type { GetBasket } from '../usecases/get-basket.ts';
import type { RemoveItem } from '../usecases/remove-item.ts';
import type { SetItemQuantity } from '../usecases/set-item-quantity.ts';
import { basketBody } from './basket-body.ts';
import { ownerOf } from './owner-of.ts';

interface Dependencies {
  getBasket: GetBasket;
  setItemQuantity: SetItemQuantity;
  addItem: SetItemQuantity;
  removeItem: RemoveItem;
}

const noStore = { 'cache-control': 'no-store' };

/** The caller's own basket: read it, set how many of an item are in it, put more in, take an item out. */
export const serveBasket = (
  api: Api,
  { getBasket, setItemQuantity, addItem, removeItem }: Dependencies,
): void =>
  api.serve(basketApi, {
    getBasket: async ({ principal }) => ok(basketBody(await getBasket(ownerOf(principal))), noStore),
    setItemQuantity: async ({ principal, params, body }) =>
      ok(basketBody(await setItemQuantity(ownerOf(principal), params.itemId, body)), noStore),
    addItem: async ({ principal, body: { itemId, ...wanted } }) =>
      ok(basketBody(await addItem(ownerOf(principal), itemId, wanted)), noStore),
    removeItem: async ({ principal, params }) =>
      ok(basketBody(await removeItem(ownerOf(principal), params.itemId)), noStore),
  });
