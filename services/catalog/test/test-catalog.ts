import type { OutgoingEvent } from '@quayside/messaging';
import { inTransaction, runMigrations } from '@quayside/postgres';
import { createTokenMinter, testDatabase, testKafka, testService } from '@quayside/testkit';
import type { Pool } from 'pg';
import supertest from 'supertest';
import { catalog } from '../src/main/wire.ts';
import { announce } from '../src/messages/announce.ts';
import { allMigrations } from '../src/store/migrations/all-migrations.ts';
import { seedCatalog, type NewItem } from '../src/store/seed-catalog.ts';

const brands = [
  { id: 1, slug: 'hallvik', name: 'Hallvik' },
  { id: 2, slug: 'fjellmork', name: 'Fjellmörk' },
];
const types = [
  { id: 1, slug: 'foul-weather', name: 'Foul-Weather Gear' },
  { id: 2, slug: 'bags', name: 'Bags & Dry Bags' },
];

/** An item that differs from the others only in what a test says. */
export const newItem = (id: number, differs: Partial<NewItem> = {}): NewItem => ({
  id,
  sku: `QS-TST-${String(id).padStart(4, '0')}`,
  slug: `item-${id}`,
  name: `Item ${id}`,
  description: `Description of item ${id}.`,
  brandId: 1,
  typeId: 1,
  priceAmount: 1000 + id,
  initialStock: 10,
  picture: Buffer.from(`picture of ${id}`),
  ...differs,
});

/** Events waiting in the outbox, oldest first. */
export const outboxOf = async (pool: Pool): Promise<OutgoingEvent[]> => {
  const { rows } = await pool.query<{ event: OutgoingEvent }>('SELECT event FROM outbox ORDER BY position');
  return rows.map(({ event }) => event);
};

/** A migrated database of its own with these items, and an outbox that is empty again. */
export const testCatalogDatabase = async (items: readonly NewItem[]) => {
  const database = await testDatabase();
  await runMigrations(database.url, allMigrations);
  await inTransaction(database.pool, async (tx) => {
    await seedCatalog(tx, { brands, types, items }, announce);
    await tx.query('DELETE FROM outbox');
  });
  return database;
};

/** The whole service on its own database and topics, called without a port; `start` it to join Kafka. */
export const createTestCatalog = async (items: readonly NewItem[], env: Record<string, string> = {}) => {
  const database = await testCatalogDatabase(items);
  const minter = await createTokenMinter();
  const kafka = testKafka();
  const service = testService(catalog, {
    ...minter.authConfig,
    DATABASE_URL: database.url,
    KAFKA_BROKERS: kafka.brokers,
    KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
    ...env,
  });
  return {
    ...service,
    kafka,
    minter,
    pool: database.pool,
    request: supertest(service.api.app),
    outbox: () => outboxOf(database.pool),
    close: async () => {
      await service.stop();
      await minter.close();
      await database.drop();
    },
  };
};
export type TestCatalog = Awaited<ReturnType<typeof createTestCatalog>>;
