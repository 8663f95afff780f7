import { checkOut, type CheckOut } from '../domain/check-out.ts';
import type { BasketStore, IdempotencyKey, Owner } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  now: () => Date;
  newOrderId: () => string;
}

/** Turns the basket into an order, once per idempotency key; the same key answers the same order. */
export const createCheckOutBasket =
  ({ store, now, newOrderId }: Dependencies) =>
  (owner: Owner, key: IdempotencyKey, command: CheckOut): Promise<{ orderId: string; repeated: boolean }> =>
    store.checkOut(owner, key, (state) =>
      checkOut(state, command, { orderId: newOrderId(), now: now().getTime() }),
    );

export type CheckOutBasket = ReturnType<typeof createCheckOutBasket>;
