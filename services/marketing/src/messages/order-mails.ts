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
type Told = Omit<OrderMailMatter, 'orderId'> & { buyerId?: string; dueAt?: string };

const minuteMs = 60_000;
/** Whoever pays just now needs no mail; and a mail that leads on has to be there before it is too late. */
const waitsSince = (at: string, until: string): string => {
  const begun = Date.parse(at);
  return new Date(begun + Math.min(5 * minuteMs, Math.max(0, Date.parse(until) - begun) / 2)).toISOString();
};

/** What buyers are written of, once each: where an order can do a thing several times, its version tells them apart. */
export const orderMailSubscriptions = (
  mailsIn: (tx: PoolClient) => OrderMails,
  newMailId: () => string,
): readonly Subscription<PoolClient>[] => {
  const mailOf = <D extends EventDefinition>(definition: D, tell: (data: EventData<D>, at: string) => Told) =>
    onMany(definition, (received: readonly Received<IntegrationEvent<EventData<D>>>[], { tx }: Context) =>
      mailsIn(tx).queue(
        received.map(({ event: { subject: orderId, time: at, correlationId, traceparent, data } }) => ({
          ...{ mailId: newMailId(), orderId, at, correlationId, traceparent },
          ...tell(data, at),
        })),
      ),
    );
  return [
    mailOf(orderingEvents.orderPaid, ({ buyerId }) => ({ kind: 'order-confirmed', about: 'order', buyerId })),
    mailOf(orderingEvents.orderPaymentAwaited, ({ buyerId, until }, at) => ({
      ...{ kind: 'payment-waiting', about: 'order', buyerId, dueAt: waitsSince(at, until) },
    })),
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
