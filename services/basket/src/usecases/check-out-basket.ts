import { addressFaults } from '@quayside/contracts';
import { addressRulesOf } from '@quayside/contracts/addresses';
import { checkOut, type CheckOut } from '../domain/check-out.ts';
import { AddressInvalid } from '../domain/errors.ts';
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
    // Inside, so that an order that was accepted already is answered as it was.
    store.checkOut(owner, key, (state) => {
      const event = checkOut(state, command, { orderId: newOrderId(), now: now().getTime() });
      refuseFaults(command.shippingAddress);
      return event;
    });

/** @throws {AddressInvalid} */
const refuseFaults = (address: CheckOut['shippingAddress']): void => {
  const faults = addressFaults(address, addressRulesOf(address.country));
  if (faults.length > 0) throw new AddressInvalid(faults);
};

export type CheckOutBasket = ReturnType<typeof createCheckOutBasket>;
