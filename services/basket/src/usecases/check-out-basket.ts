import { checkOut, type CheckOut } from '../domain/check-out.ts';
import { priceBasket } from '../domain/priced-basket.ts';
import type { TotalsPolicy } from '../domain/totals.ts';
import type { BasketStore, IdempotencyKey, Owner } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  policy: TotalsPolicy;
  now: () => Date;
  newOrderId: () => string;
}

/** Turns the basket into an order, once per idempotency key; the same key answers the same order. */
export const createCheckOutBasket =
  ({ store, policy, now, newOrderId }: Dependencies) =>
  (owner: Owner, key: IdempotencyKey, command: CheckOut): Promise<{ orderId: string; repeated: boolean }> =>
    store.checkOut(owner, key, (state) => {
      const at = now().getTime();
      return checkOut(priceBasket(state, policy, at), command, { orderId: newOrderId(), now: at });
    });

export type CheckOutBasket = ReturnType<typeof createCheckOutBasket>;
