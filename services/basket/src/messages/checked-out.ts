import { basketEvents, destinationOf } from '@quayside/contracts';
import { newEvent } from '@quayside/messaging';
import { redisOutbox } from '@quayside/redis';
import type { BasketCheckedOut } from '../domain/check-out.ts';

/** The integration event of a checkout, as an outbox entry; it names nobody. The order starts its life at version 1. */
export function toOutboxFields({
  orderId,
  buyer,
  shippingAddress,
  at,
  ...checkedOut
}: BasketCheckedOut): string[] {
  return redisOutbox.toStreamFields(
    newEvent(basketEvents.checkedOut, {
      subject: orderId,
      source: 'basket',
      data: {
        ...checkedOut,
        orderId,
        buyerId: buyer.id,
        destination: destinationOf(shippingAddress),
        lines: [...checkedOut.lines],
        totals: checkedOut.price.totals,
        at: new Date(at).toISOString(),
        version: 1,
      },
    }),
  );
}
