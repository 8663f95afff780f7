import { orderingEvents } from '@quayside/contracts';
import { onMany, type HandlerContext, type Subscription } from '@quayside/messaging';
import type { PoolClient } from 'pg';
import type { OrderMails } from './order-mails.ts';

type Context = HandlerContext<PoolClient>;
const dayMs = 24 * 60 * 60 * 1000;

/** Some days after a parcel arrived its buyer is asked what is in it is like: once for each order, however many parcels. */
export const reviewRequestSubscriptions = (
  mailsIn: (tx: PoolClient) => OrderMails,
  newMailId: () => string,
  afterDays: number,
): readonly Subscription<PoolClient>[] =>
  afterDays === 0
    ? []
    : [
        onMany(orderingEvents.orderDelivered, (received, { tx }: Context) =>
          mailsIn(tx).queue(
            received.map(({ event: { subject: orderId, time: at, correlationId, traceparent, data } }) => ({
              ...{ mailId: newMailId(), kind: 'review-request', about: 'order', orderId },
              ...{ at, correlationId, traceparent, buyerId: data.buyerId },
              dueAt: new Date(Date.parse(at) + afterDays * dayMs).toISOString(),
            })),
          ),
        ),
      ];
