import { addQuantity, setQuantity } from '../domain/basket.ts';
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

/** Changes how many of an item are in the basket, at the price it has now. */
const createChangeQuantity =
  (change: typeof setQuantity) =>
  ({ store, now }: Dependencies) =>
  async (owner: Owner, itemId: number, { quantity, currency }: WantedQuantity): Promise<PricedBasket> => {
    const state = await store.update(
      owner,
      (state) => {
        const item = state.items.get(itemId);
        if (!item || item.removed) throw new ItemNotFound(itemId);
        return change(state.basket, item, quantity, priceWith(state, item, currency));
      },
      { items: [itemId] },
    );
    return priceBasket(state, now().getTime());
  };

/** Puts the wanted quantity of an item into the basket. */
export const createSetItemQuantity = createChangeQuantity(setQuantity);
/** Puts more of an item into the basket. */
export const createAddItem = createChangeQuantity(addQuantity);

export type SetItemQuantity = ReturnType<typeof createSetItemQuantity>;
