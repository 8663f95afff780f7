import { priceBasket, type PricedBasket } from '../domain/priced-basket.ts';
import type { TotalsPolicy } from '../domain/totals.ts';
import type { BasketStore, Owner } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  policy: TotalsPolicy;
  now: () => Date;
}

export const createGetBasket =
  ({ store, policy, now }: Dependencies) =>
  async (owner: Owner): Promise<PricedBasket> =>
    priceBasket(await store.read(owner), policy, now().getTime());

export type GetBasket = ReturnType<typeof createGetBasket>;
