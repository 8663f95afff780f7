import { addQuantity, setQuantity } from '../domain/basket.ts';
import { priceWith } from '../domain/price-with.ts';
import { ItemNotFound } from '../domain/errors.ts';
import { priceBasket, type BasketState, type PricedBasket } from '../domain/priced-basket.ts';
import type { BasketStore, Owner } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  now: () => Date;
}

/** `currency` is that of the price the shopper saw, if it was said. */
interface WantedQuantity {
  readonly quantity: number;
  readonly currency?: string | undefined;
  /** Where the shopper seems to be. */
  readonly country?: string | undefined;
}

/** Where nothing was chosen yet, and it is sold to, the basket goes to where the shopper seems to be. */
const goingTo = (state: BasketState, country: string | undefined): BasketState => {
  const { basket, settings } = state;
  const isOffered = settings.countries.some((one) => one.country === country);
  if (!isOffered || basket.choice.country !== undefined) return state;
  return { ...state, basket: { ...basket, choice: { ...basket.choice, country } } };
};

/** Changes how many of an item are in the basket, at the price it has now. */
const createChangeQuantity =
  (change: typeof setQuantity) =>
  ({ store, now }: Dependencies) =>
  async (
    owner: Owner,
    itemId: number,
    { quantity, currency, country }: WantedQuantity,
  ): Promise<PricedBasket> => {
    const state = await store.update(
      owner,
      (found) => {
        const state = goingTo(found, country);
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
