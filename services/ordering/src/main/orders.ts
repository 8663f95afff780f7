import { createMongoDueWorkQueue, mongoStore, type DocumentOutboxRelay } from '@quayside/mongo';
import type { Db } from 'mongodb';
import { toIntegrationEvents } from '../messages/to-integration-events.ts';
import { createMongoFormerBuyers } from '../store/mongo-former-buyers.ts';
import { createMongoOrderStore } from '../store/mongo-order-store.ts';
import { ensureOrderIndexes, orderCollection } from '../store/order-document.ts';

/** What both processes stand on. */
export const ordersStore = mongoStore({
  outbox: orderCollection,
  prepare: (db) => ensureOrderIndexes(orderCollection(db)),
});

export const createOrders = ({
  store: { db, outbox },
  now,
}: {
  store: { db: Db; outbox: DocumentOutboxRelay };
  now: () => Date;
}) => {
  const orders = orderCollection(db);
  const queue = createMongoDueWorkQueue({ collection: orders, now });
  const store = createMongoOrderStore({
    orders,
    relay: outbox,
    toIntegrationEvents,
    onScheduled: queue.scheduled,
    now,
  });
  return { now, orders, formerBuyers: createMongoFormerBuyers(db), queue, store };
};
