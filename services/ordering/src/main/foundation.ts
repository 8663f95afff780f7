import { hostname } from 'node:os';
import { createKafka, createPublisher, kafkaAccess } from '@quayside/messaging';
import { connectMongo, createDocumentOutboxRelay, createMongoDueWorkQueue } from '@quayside/mongo';
import { connectWithRetry, type Lifecycle, type Logger } from '@quayside/runtime';
import { toIntegrationEvents } from '../messages/to-integration-events.ts';
import { createMongoFormerBuyers } from '../store/mongo-former-buyers.ts';
import { createMongoOrderStore } from '../store/mongo-order-store.ts';
import { ensureOrderIndexes, orderCollection } from '../store/order-document.ts';
import type { ApiConfig } from './config.ts';

export interface Surroundings {
  logger: Logger;
  lifecycle: Lifecycle;
}

/** What both processes stand on: the orders, and the way of their events to Kafka. */
export const createFoundation = (
  config: Pick<ApiConfig, 'MONGODB_URL'> & Parameters<typeof kafkaAccess>[0],
  { logger, lifecycle }: Surroundings,
) => {
  const now = () => new Date();
  const mongo = connectMongo({ url: config.MONGODB_URL, application: 'ordering' });
  const orders = orderCollection(mongo.db());
  const formerBuyers = createMongoFormerBuyers(mongo.db());
  const kafka = createKafka({
    ...kafkaAccess(config),
    clientId: 'ordering',
    logger,
  });
  const publisher = createPublisher(kafka);
  const owner = `${hostname()}:${process.pid}`;
  const relay = createDocumentOutboxRelay({ collection: orders, publisher, logger, owner });
  const queue = createMongoDueWorkQueue({ collection: orders, now });
  const store = createMongoOrderStore({
    orders,
    relay,
    toIntegrationEvents,
    onScheduled: queue.scheduled,
    now,
  });

  const start = async (): Promise<void> => {
    const stopping = new AbortController();
    lifecycle.add('mongodb', () => mongo.close());
    lifecycle.health.addCheck('mongodb', async () => void (await mongo.db().command({ ping: 1 })));
    await publisher.start();
    lifecycle.add('kafka publisher', publisher);
    await relay.start();
    lifecycle.add('outbox relay', relay);
    const prepare = async (): Promise<void> => {
      // A client whose first connection failed stays closed for every operation until somebody connects it again.
      await mongo.connect();
      await ensureOrderIndexes(orders);
    };
    void connectWithRetry('mongodb indexes', prepare, { logger, signal: stopping.signal });
    lifecycle.add('mongodb indexes', async () => stopping.abort());
  };

  return { now, orders, formerBuyers, kafka, publisher, relay, queue, store, start };
};
