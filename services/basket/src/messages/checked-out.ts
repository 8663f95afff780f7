import { basketEvents } from '@quayside/contracts';
import { newEvent } from '@quayside/messaging';
import { redisOutbox } from '@quayside/redis';
import type { BasketCheckedOut } from '../domain/check-out.ts';

/** The integration event of a checkout, as an outbox entry. The order starts its life at version 1. */
export function toOutboxFields({ orderId, shippingAddress, at, ...checkedOut }: BasketCheckedOut): string[] {
  const { state, ...address } = shippingAddress;
  return redisOutbox.toStreamFields(
    newEvent(basketEvents.checkedOut, {
      subject: orderId,
      source: 'basket',
      data: {
        ...checkedOut,
        orderId,
        shippingAddress: { ...address, ...(state === undefined ? {} : { state }) },
        lines: [...checkedOut.lines],
        totals: checkedOut.price.totals,
        at: new Date(at).toISOString(),
        version: 1,
      },
    }),
  );
}
