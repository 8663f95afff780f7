import type { ClientBase } from 'pg';
import type { QueuedPush } from '../../domain/push.ts';

/** Announcements, in a transaction of the caller: of orders that somebody may be told of, once for each thing that happened. */
export const orderPushesIn = (tx: ClientBase) => ({
  queue: async (pushes: readonly QueuedPush[]): Promise<void> => {
    await tx.query({
      name: 'queue-pushes',
      text: `INSERT INTO pushes (id, kind, told, order_id, about, buyer_id, correlation_id, traceparent)
             SELECT push.id, 'announce', told, push.order_id, about, buyer_id, correlation_id, traceparent
               FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[],
                           $7::text[], $8::text[])
                    AS push (id, told, order_id, about, buyer_id, happened_at, correlation_id, traceparent)
              WHERE EXISTS (SELECT FROM push_subscriptions
                             WHERE (owner_id = buyer_id OR buyer_id IS NULL) AND subscribed_at <= happened_at)
             ON CONFLICT (order_id, told, about) WHERE kind = 'announce' DO NOTHING`,
      values: [
        pushes.map(({ pushId }) => pushId),
        pushes.map(({ kind }) => kind),
        pushes.map(({ orderId }) => orderId),
        pushes.map(({ about }) => about),
        pushes.map(({ buyerId }) => buyerId ?? null),
        pushes.map(({ at }) => at),
        pushes.map(({ correlationId }) => correlationId),
        pushes.map(({ traceparent }) => traceparent ?? null),
      ],
    });
  },
});
