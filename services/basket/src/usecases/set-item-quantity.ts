import { setQuantity } from '../domain/basket.ts';
import { ItemNotFound } from '../domain/errors.ts';
import { priceBasket, type PricedBasket } from '../domain/priced-basket.ts';
import type { TotalsPolicy } from '../domain/totals.ts';
import type { BasketStore, Owner } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  policy: TotalsPolicy;
  now: () => Date;
}

/** Puts the wanted quantity of an item into the basket, at the price it has now. */
export const createSetItemQuantity =
  ({ store, policy, now }: Dependencies) =>
  async (owner: Owner, itemId: number, quantity: number): Promise<PricedBasket> => {
    const state = await store.update(
      owner,
      ({ basket, items }) => {
        const item = items.get(itemId);
        if (!item || item.removed) throw new ItemNotFound(itemId);
        return setQuantity(basket, item, quantity);
      },
      [itemId],
    );
    return priceBasket(state, policy, now().getTime());
  };

export type SetItemQuantity = ReturnType<typeof createSetItemQuantity>;
