import type { Address, Order } from './order.ts';

/** Where the order was to go when it was at that version. Papers from before versions were kept are older than any change. */
export const addressAt = ({ buyer, shippingAddress }: Order, version = 0): Address =>
  buyer.formerAddresses?.find(({ replacedBy }) => replacedBy > version)?.address ?? shippingAddress;
