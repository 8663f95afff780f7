import { removeLine } from '../domain/basket.ts';
import { priceBasket, type PricedBasket } from '../domain/priced-basket.ts';
import type { BasketStore, Owner } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  now: () => Date;
}

/** Takes an item out of the basket; one that is not in is already out. */
export const createRemoveItem =
  ({ store, now }: Dependencies) =>
  async (owner: Owner, itemId: number): Promise<PricedBasket> => {
    const state = await store.update(owner, ({ basket }) => removeLine(basket, itemId));
    return priceBasket(state, now().getTime());
  };

export type RemoveItem = ReturnType<typeof createRemoveItem>;
