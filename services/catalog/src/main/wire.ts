import { createApi, tokenVerifierFrom } from '@quayside/http';
import {
  createConsumer,
  createKafka,
  createPostgresOutboxRelay,
  createPublisher,
  kafkaAccess,
  postgresInbox,
} from '@quayside/messaging';
import { connectWithRetry, type Lifecycle, type Logger, type Metrics } from '@quayside/runtime';
import { mountAdminRoutes } from '../http/admin-routes.ts';
import { mountBrowseRoutes } from '../http/browse-routes.ts';
import { mountPictureRoute } from '../http/picture-route.ts';
import { problems } from '../http/problems.ts';
import { announce } from '../messages/announce.ts';
import { orderSubscriptions } from '../messages/order-subscriptions.ts';
import { createCatalogReads } from '../store/catalog-reads.ts';
import { createChangeFeed } from '../store/change-feed.ts';
import { createItemStore } from '../store/item-store.ts';
import { createPool } from '../store/pool.ts';
import { createReadCache } from '../store/read-cache.ts';
import { requireSchema } from '../store/require-schema.ts';
import { reservationLedgerIn } from '../store/reservation-ledger.ts';
import { createStockShelf } from '../store/stock-shelf.ts';
import type { CatalogConfig } from './config.ts';

/** The whole service, built and not yet started. */
export const createCatalog = (
  config: CatalogConfig,
  { logger, lifecycle, metrics }: { logger: Logger; lifecycle: Lifecycle; metrics: Metrics },
) => {
  const { health } = lifecycle;

  const pool = createPool({ connectionString: config.DATABASE_URL, logger });
  lifecycle.add('database', () => pool.end());
  health.addCheck('database', () => requireSchema(pool));

  const kafka = createKafka({
    ...kafkaAccess(config),
    clientId: 'catalog',
    logger,
  });
  const publisher = createPublisher(kafka);
  lifecycle.add('publisher', publisher);
  const relay = createPostgresOutboxRelay({ pool, connectionString: config.DATABASE_URL, publisher, logger });
  lifecycle.add('outbox relay', relay);
  const consumer = createConsumer({
    kafka,
    group: 'catalog',
    subscriptions: orderSubscriptions((tx) => reservationLedgerIn(tx, announce)),
    inbox: postgresInbox(pool),
    publisher,
    logger,
  });
  lifecycle.add('consumer', consumer);
  // Without its tables every order event would end as a dead letter, so they come first.
  const stopping = new AbortController();
  lifecycle.add('wait for the schema', async () => stopping.abort());
  const consumeOnceMigrated = async () => {
    const schemaIsThere = async () => {
      await requireSchema(pool);
      return true;
    };
    const wait = { logger, signal: stopping.signal };
    if (await connectWithRetry('catalog schema', schemaIsThere, wait)) await consumer.start();
  };
  // Once it was there, Kafka may go away without the shop window closing: orders wait in their topic.
  let hasJoined = false;
  health.addCheck('order events', async () => {
    hasJoined ||= consumer.healthy();
    if (!hasJoined) throw new Error('not yet reading order events');
  });

  const cache = createReadCache();
  const changeFeed = createChangeFeed({ connectionString: config.DATABASE_URL, cache, logger });
  lifecycle.add('change feed', changeFeed);
  const reads = createCatalogReads({ pool, cache });
  const writing = { pool, announce, onChange: cache.forget };

  const auth = tokenVerifierFrom(config);
  const api = createApi({
    logger,
    health,
    metrics,
    auth,
    problems,
    title: 'Quayside Catalog',
    version: '1',
    checkAnswers: config.NODE_ENV !== 'production',
  });
  mountBrowseRoutes(api, { reads, auth });
  mountPictureRoute(api, { reads });
  mountAdminRoutes(api, {
    items: createItemStore(writing),
    shelf: createStockShelf(writing),
  });

  return {
    api,
    pool,
    relay,
    /** Everything but the HTTP server; resolves at once, connections are made in the background. */
    start: async () => {
      await publisher.start();
      await relay.start();
      void consumeOnceMigrated();
      changeFeed.start();
    },
  };
};
