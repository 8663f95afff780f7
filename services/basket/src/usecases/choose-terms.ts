import { choose } from '../domain/basket.ts';
import type { Choice } from '../domain/choice.ts';
import { priceIn } from '../domain/price-in.ts';
import { itemsIn, priceBasket, type PricedBasket } from '../domain/priced-basket.ts';
import { requireOffered, termsFor } from '../domain/terms.ts';
import type { BasketStore, Owner } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  now: () => Date;
}

/** Notes where the basket is to go, how, and in which currency it is paid; answers it priced by that. */
export const createChooseTerms =
  ({ store, now }: Dependencies) =>
  async (owner: Owner, terms: Omit<Choice, 'coupon'>): Promise<PricedBasket> => {
    const state = await store.update(owner, (found) => {
      const choice = { ...terms, coupon: found.basket.choice.coupon };
      const items = itemsIn(found);
      requireOffered(found.settings, choice, { items, isAddress: false });
      const { currency } = termsFor(found.settings, choice, items);
      return choose(found.basket, choice, (itemId) => {
        const item = found.items.get(itemId);
        return item && priceIn(item, currency);
      });
    });
    return priceBasket(state, now().getTime());
  };

export type ChooseTerms = ReturnType<typeof createChooseTerms>;
