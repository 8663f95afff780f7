import { setQuantity } from '../domain/basket.ts';
import { priceWith } from '../domain/price-with.ts';
import { ItemNotFound } from '../domain/errors.ts';
import { priceBasket, type PricedBasket } from '../domain/priced-basket.ts';
import type { BasketStore, Owner } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  now: () => Date;
}

/** `currency` is that of the price the shopper saw, if it was said. */
interface WantedQuantity {
  readonly quantity: number;
  readonly currency?: string | undefined;
}

/** Puts the wanted quantity of an item into the basket, at the price it has now. */
export const createSetItemQuantity =
  ({ store, now }: Dependencies) =>
  async (owner: Owner, itemId: number, { quantity, currency }: WantedQuantity): Promise<PricedBasket> => {
    const state = await store.update(
      owner,
      (state) => {
        const item = state.items.get(itemId);
        if (!item || item.removed) throw new ItemNotFound(itemId);
        return setQuantity(state.basket, item, quantity, priceWith(state, item, currency));
      },
      [itemId],
    );
    return priceBasket(state, now().getTime());
  };

export type SetItemQuantity = ReturnType<typeof createSetItemQuantity>;
