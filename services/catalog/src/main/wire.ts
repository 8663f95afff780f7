import { createApi, tokenVerifierFrom } from '@quayside/http';
import { createConsumer, createKafka, createPublisher, kafkaAccess } from '@quayside/messaging';
import {
  createPool,
  createPostgresOutboxRelay,
  onceMigrated,
  postgresInbox,
  postgresIsAway,
  requireSchema,
} from '@quayside/postgres';
import type { Lifecycle, Logger, Metrics } from '@quayside/runtime';
import { mountAdminRoutes } from '../http/admin-routes.ts';
import { mountBrowseRoutes } from '../http/browse-routes.ts';
import { mountPictureRoute } from '../http/picture-route.ts';
import { problems } from '../http/problems.ts';
import { announce } from '../messages/announce.ts';
import { orderSubscriptions } from '../messages/order-subscriptions.ts';
import { createCatalogReads } from '../store/catalog-reads.ts';
import { createChangeFeed } from '../store/change-feed.ts';
import { createItemStore } from '../store/item-store.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { createReadCache } from '../store/read-cache.ts';
import { reservationLedgerIn } from '../store/reservation-ledger.ts';
import { createStockStore } from '../store/stock-store.ts';
import type { CatalogConfig } from './config.ts';

/** The whole service, built and not yet started. */
export const createCatalog = (
  config: CatalogConfig,
  { logger, lifecycle, metrics }: { logger: Logger; lifecycle: Lifecycle; metrics: Metrics },
) => {
  const { health } = lifecycle;

  const pool = createPool({ connectionString: config.DATABASE_URL, application: 'catalog', logger });
  lifecycle.add('database', () => pool.end());
  health.addCheck('database', () => requireSchema(pool, allMigrations));

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
    isAway: postgresIsAway,
    publisher,
    logger,
  });
  lifecycle.add('consumer', consumer);
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
    stock: createStockStore(writing),
  });

  return {
    api,
    pool,
    relay,
    /** Everything but the HTTP server; resolves at once, connections are made in the background. */
    start: async () => {
      await publisher.start();
      await relay.start();
      onceMigrated({ pool, migrations: allMigrations, lifecycle, logger }, consumer.start);
      changeFeed.start();
    },
  };
};
