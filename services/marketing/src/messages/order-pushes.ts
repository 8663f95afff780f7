import {
  orderingEvents,
  type EventData,
  type EventDefinition,
  type IntegrationEvent,
} from '@quayside/contracts';
import { onMany, type HandlerContext, type Received, type Subscription } from '@quayside/messaging';
import type { PoolClient } from 'pg';
import type { PushMatter, QueuedPush } from '../domain/push.ts';

interface OrderPushes {
  queue(pushes: readonly QueuedPush[]): Promise<void>;
}

type Context = HandlerContext<PoolClient>;
type Told = Omit<PushMatter, 'orderId'> & { buyerId?: string };

/** What buyers' browsers are told of, once each, beside the mails. */
export const orderPushSubscriptions = (
  pushesIn: (tx: PoolClient) => OrderPushes,
  newPushId: () => string,
): readonly Subscription<PoolClient>[] => {
  const pushOf = <D extends EventDefinition>(definition: D, tell: (data: EventData<D>) => Told) =>
    onMany(definition, (received: readonly Received<IntegrationEvent<EventData<D>>>[], { tx }: Context) =>
      pushesIn(tx).queue(
        received.map(({ event: { subject: orderId, time: at, correlationId, traceparent, data } }) => ({
          ...{ pushId: newPushId(), orderId, at, correlationId, traceparent },
          ...tell(data),
        })),
      ),
    );
  return [
    pushOf(orderingEvents.orderPaymentDeclined, ({ buyerId, version }) => ({
      ...{ kind: 'payment-declined', about: String(version), buyerId },
    })),
    pushOf(orderingEvents.orderShipped, ({ buyerId, shipmentId: about }) => ({
      ...{ kind: 'order-shipped', about, buyerId },
    })),
    pushOf(orderingEvents.orderDelivered, ({ buyerId, shipmentId: about }) => ({
      ...{ kind: 'order-delivered', about, buyerId },
    })),
    pushOf(orderingEvents.orderRefunded, ({ version }) => ({
      ...{ kind: 'order-refunded', about: String(version) },
    })),
  ];
};
