import { basketEvents } from '@quayside/contracts';
import { onMany, type HandlerContext, type Subscription } from '@quayside/messaging';
import type { PoolClient } from 'pg';
import type { OrderMails } from './order-mails.ts';

type Context = HandlerContext<PoolClient>;

/** A mail for each link that staff ask for. */
export const paymentLinkSubscriptions = (
  mailsIn: (tx: PoolClient) => OrderMails,
  newMailId: () => string,
): readonly Subscription<PoolClient>[] => [
  onMany(basketEvents.paymentLinkRequested, (received, { tx }: Context) =>
    mailsIn(tx).queue(
      received.map(({ event: { subject: orderId, time: at, correlationId, traceparent, data } }) => ({
        ...{ mailId: newMailId(), kind: 'payment-link', about: String(data.version), orderId },
        ...{ at, correlationId, traceparent, buyerId: data.buyerId },
      })),
    ),
  ),
];
