import { isAnonymous } from './anonymous.ts';
import { asLines, unitsToShip } from './fulfilment.ts';
import type { Address, Order } from './order.ts';
import type { Command } from './order-command.ts';
import { AddressFixed, AddressInvalid, DestinationDiffers, IdempotencyKeyReused } from './order-error.ts';
import type { OrderEvent } from './order-event.ts';

type Lines = Readonly<Record<keyof Address, string | undefined>>;

const sameAddress = (a: Address, b: Address): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (line) => (a as Lines)[line as keyof Address] === (b as Lines)[line as keyof Address],
  );

/** Nothing is packed or gone, and something is to be sent to somebody who is known. */
export const mayChangeAddress = (order: Order): boolean => {
  const { stage } = order.progress;
  const isOpen = stage !== 'cancelled' && stage !== 'completed' && !isAnonymous(order);
  return isOpen && order.fulfilment.shipments.length === 0 && asLines(unitsToShip(order)).length > 0;
};

/** @throws {IdempotencyKeyReused} for the id of a request that was for another address */
const isRepeat = ({ buyer, shippingAddress }: Order, asked: Command<'change-address'>): boolean => {
  const former = buyer.formerAddresses ?? [];
  const at = former.findIndex(({ requestId }) => requestId === asked.requestId);
  if (at === -1) return false;
  const written = former[at + 1]?.address ?? shippingAddress;
  if (!sameAddress(written, asked.shippingAddress)) throw new IdempotencyKeyReused();
  return true;
};

const isSameRegion = (a: Address, b: Address, states: Command<'change-address'>['taxedStates']): boolean => {
  if (a.country !== b.country) return false;
  if (!states) return true;
  const codeOf = ({ state }: Address) => {
    const written = state?.trim().toLowerCase();
    const known = states.find(
      ({ code, name }) => code.toLowerCase() === written || name.toLowerCase() === written,
    );
    return known?.code ?? written;
  };
  return codeOf(a) === codeOf(b);
};

/** Where an order goes, as long as its price stays what it is. */
export const decideAddress = (command: Command<'change-address'>, order: Order): readonly OrderEvent[] => {
  const { at, requestId, shippingAddress, faults, taxedStates } = command;
  if (isRepeat(order, command)) return [];
  if (!mayChangeAddress(order)) throw new AddressFixed();
  if (!isSameRegion(order.shippingAddress, shippingAddress, taxedStates)) throw new DestinationDiffers();
  if (faults.length > 0) throw new AddressInvalid(faults);
  if (sameAddress(order.shippingAddress, shippingAddress)) return [];
  return [{ type: 'address-changed', at, by: 'admin', requestId, shippingAddress }];
};
