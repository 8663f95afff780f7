import { priceBasket, type PricedBasket } from '../domain/priced-basket.ts';
import type { BasketStore, Owner } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  now: () => Date;
}

export const createGetBasket =
  ({ store, now }: Dependencies) =>
  async (owner: Owner): Promise<PricedBasket> =>
    priceBasket(await store.read(owner), now().getTime());

export type GetBasket = ReturnType<typeof createGetBasket>;
