import { mergeBaskets } from '../domain/basket.ts';
import { priceBasket, type PricedBasket } from '../domain/priced-basket.ts';
import type { BasketStore, Owner, RecogniseGuest } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  recogniseGuest: RecogniseGuest;
  now: () => Date;
}

/** Moves what somebody put into a basket as a guest into the basket of the user they turned out to be. */
export const createMergeGuestBasket =
  ({ store, recogniseGuest, now }: Dependencies) =>
  async (user: Owner, guestToken: string): Promise<PricedBasket> => {
    const guest = await recogniseGuest(guestToken);
    return priceBasket(await store.merge(user, guest, mergeBaskets), now().getTime());
  };

export type MergeGuestBasket = ReturnType<typeof createMergeGuestBasket>;
