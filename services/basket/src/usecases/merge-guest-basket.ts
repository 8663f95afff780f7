import { mergeBaskets } from '../domain/basket.ts';
import { priceBasket, type PricedBasket } from '../domain/priced-basket.ts';
import type { BasketStore, Owner, RecogniseGuest } from './ports.ts';
import type { WishStore } from './wishlists.ts';

interface Dependencies {
  store: BasketStore;
  recogniseGuest: RecogniseGuest;
  wishes: Pick<WishStore, 'merge'>;
  now: () => Date;
}

/** Moves what somebody put into a basket or wished for as a guest to the user they turned out to be. */
export const createMergeGuestBasket =
  ({ store, recogniseGuest, wishes, now }: Dependencies) =>
  async (user: Owner, guestToken: string): Promise<PricedBasket> => {
    const guest = await recogniseGuest(guestToken);
    await wishes.merge(user, guest);
    return priceBasket(await store.merge(user, guest, mergeBaskets), now().getTime());
  };

export type MergeGuestBasket = ReturnType<typeof createMergeGuestBasket>;
