import {
  orderingEvents,
  type EventData,
  type EventDefinition,
  type IntegrationEvent,
} from '@quayside/contracts';
import { onMany, type HandlerContext, type Received, type Subscription } from '@quayside/messaging';
import type { PoolClient } from 'pg';
import type { OrderMailMatter, PaymentLinkMatter, ReviewRequestMatter } from '../domain/mail.ts';

interface MailFacts {
  readonly mailId: string;
  readonly buyerId?: string | undefined;
  readonly at: string;
  readonly correlationId: string;
  readonly traceparent?: string | undefined;
  /** Absent: at once. */
  readonly dueAt?: string;
}
type Mail = (OrderMailMatter | PaymentLinkMatter | ReviewRequestMatter) & MailFacts;

export interface OrderMails {
  queue(mails: readonly Mail[]): Promise<void>;
}

type Context = HandlerContext<PoolClient>;
type Told = Omit<OrderMailMatter, 'orderId'> & { buyerId?: string };

/** What buyers are written of, once each: where an order can do a thing several times, its version tells them apart. */
export const orderMailSubscriptions = (
  mailsIn: (tx: PoolClient) => OrderMails,
  newMailId: () => string,
): readonly Subscription<PoolClient>[] => {
  const mailOf = <D extends EventDefinition>(definition: D, tell: (data: EventData<D>) => Told) =>
    onMany(definition, (received: readonly Received<IntegrationEvent<EventData<D>>>[], { tx }: Context) =>
      mailsIn(tx).queue(
        received.map(({ event: { subject: orderId, time: at, correlationId, traceparent, data } }) => ({
          ...{ mailId: newMailId(), orderId, at, correlationId, traceparent },
          ...tell(data),
        })),
      ),
    );
  return [
    mailOf(orderingEvents.orderPaid, ({ buyerId }) => ({ kind: 'order-confirmed', about: 'order', buyerId })),
    mailOf(orderingEvents.orderPaymentDeclined, ({ buyerId, version }) => ({
      kind: 'payment-declined',
      about: String(version),
      buyerId,
    })),
    mailOf(orderingEvents.orderShipped, ({ buyerId, shipmentId: about }) => ({
      kind: 'order-shipped',
      about,
      buyerId,
    })),
    mailOf(orderingEvents.orderDelivered, ({ buyerId, shipmentId: about }) => ({
      kind: 'order-delivered',
      about,
      buyerId,
    })),
    mailOf(orderingEvents.orderCancelled, ({ buyerId }) => ({
      kind: 'order-cancelled',
      about: 'order',
      buyerId,
    })),
    mailOf(orderingEvents.orderUnitsReturned, ({ buyerId, cause, causeId: about }) => ({
      kind: cause === 'returned' ? 'return-received' : 'items-cancelled',
      about,
      buyerId,
    })),
    mailOf(orderingEvents.orderReturnDecided, ({ buyerId, returnId: about, decision }) => ({
      kind: `return-${decision}` as const,
      about,
      buyerId,
    })),
    mailOf(orderingEvents.orderLinkRequested, ({ buyerId, version }) => ({
      kind: 'order-link',
      about: String(version),
      buyerId,
    })),
    mailOf(orderingEvents.orderRefunded, ({ amount, version }) => ({
      kind: 'order-refunded',
      about: String(version),
      amount,
    })),
  ];
};
