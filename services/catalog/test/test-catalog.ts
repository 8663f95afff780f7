import type { OutgoingEvent } from '@quayside/messaging';
import { inTransaction, runMigrations } from '@quayside/postgres';
import { createTokenMinter, testDatabase, testKafka, testService } from '@quayside/testkit';
import type { Pool } from 'pg';
import supertest from 'supertest';
import { catalog } from '../src/main/wire.ts';
import { announce } from '../src/messages/announce.ts';
import { allMigrations } from '../src/store/migrations/all-migrations.ts';
import { imageHash } from '../src/usecases/image-hash.ts';
import type { NewCatalog, NewProduct } from '../src/store/new-catalog.ts';
import { seedCatalog } from '../src/store/seed-catalog.ts';

const brands = [
  { id: 1, slug: 'hallvik', name: 'Hallvik' },
  { id: 2, slug: 'fjellmork', name: 'Fjellmörk' },
];
const categories = [
  { id: 1, slug: 'foul-weather', name: 'Foul-Weather Gear', path: [1] },
  { id: 2, slug: 'bags', name: 'Bags & Dry Bags', path: [2] },
  { id: 3, slug: 'jackets', name: 'Jackets', parentId: 1, path: [1, 3] },
];
const synonyms: NewCatalog['synonyms'] = [['smock', 'pullover']];
const attributes: NewCatalog['attributes'] = [
  { code: 'material', name: 'Material', type: 'text', facet: true },
  { code: 'waterproof', name: 'Waterproof', type: 'boolean', facet: true },
  { code: 'weight', name: 'Weight', type: 'number', unit: 'g', facet: false },
];

interface Told {
  sku: string;
  name: string;
  description: string;
  brandId: number;
  typeId: number;
  priceAmount: number;
  initialStock: number;
}

/** A product of one variant of the same id, which differs from the others only in what a test says. */
export const newItem = (id: number, differs: Partial<Told> = {}): NewProduct => {
  const told = { name: `Item ${id}`, priceAmount: 1000 + id, ...differs };
  return newProduct(id, {
    name: told.name,
    description: differs.description ?? `Description of item ${id}.`,
    brandId: differs.brandId ?? 1,
    categoryId: differs.typeId ?? 1,
    variants: [
      {
        id,
        sku: differs.sku ?? `QS-TST-${String(id).padStart(4, '0')}`,
        optionValues: [],
        prices: [{ currency: 'USD', amount: told.priceAmount }],
        initialStock: differs.initialStock ?? 10,
        mediaAt: 0,
      },
    ],
  });
};

export const newProduct = (id: number, differs: Partial<NewProduct>): NewProduct => ({
  id,
  slug: `item-${id}`,
  oldSlugs: [],
  name: `Product ${id}`,
  description: `Description of product ${id}.`,
  brandId: 1,
  categoryId: 1,
  tags: [],
  attributes: {},
  options: [],
  status: 'active',
  media: [{ alt: `Picture of ${id}`, hash: imageHash(pictureOf(id)) }],
  variants: [],
  ...differs,
});

const pictureOf = (id: number): Buffer => Buffer.from(`picture of ${id}`);

/** Events waiting in the outbox, oldest first. */
export const outboxOf = async (pool: Pool): Promise<OutgoingEvent[]> => {
  const { rows } = await pool.query<{ event: OutgoingEvent }>('SELECT event FROM outbox ORDER BY position');
  return rows.map(({ event }) => event);
};

/** Keeps events that are announced from now on, whatever the relay takes out of the outbox meanwhile. */
export const eventsFromNowOn = async (pool: Pool): Promise<() => Promise<OutgoingEvent[]>> => {
  await pool.query(`
    CREATE TABLE IF NOT EXISTS announced (position bigint PRIMARY KEY, event jsonb NOT NULL);
    TRUNCATE announced;
    CREATE OR REPLACE FUNCTION keep_announced() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO announced VALUES (NEW.position, NEW.event);
      RETURN NULL;
    END $$;
    CREATE OR REPLACE TRIGGER keep_announced AFTER INSERT ON outbox
      FOR EACH ROW EXECUTE FUNCTION keep_announced()`);
  return async () => {
    const { rows } = await pool.query<{ event: OutgoingEvent }>(
      'SELECT event FROM announced ORDER BY position',
    );
    return rows.map(({ event }) => event);
  };
};

const imagesOf = (products: readonly NewProduct[]) =>
  products.map(({ id }) => ({ hash: imageHash(pictureOf(id)), content: pictureOf(id) }));

const catalogOf = (products: readonly NewProduct[]): NewCatalog => ({
  brands,
  categories,
  attributes,
  synonyms,
  images: imagesOf(products),
  products,
});

/** A migrated database of its own with these items, or a whole catalog, and an outbox that is empty again. */
export const testCatalogDatabase = async (content: readonly NewProduct[] | NewCatalog) => {
  const database = await testDatabase();
  await runMigrations(database.url, allMigrations);
  await inTransaction(database.pool, async (tx) => {
    await seedCatalog(tx, 'products' in content ? content : catalogOf(content), announce);
    await tx.query('DELETE FROM outbox');
  });
  return database;
};

/** The whole service on its own database and topics, called without a port; `start` it to join Kafka. */
export const createTestCatalog = async (
  content: readonly NewProduct[] | NewCatalog,
  env: Record<string, string> = {},
) => {
  const database = await testCatalogDatabase(content);
  const minter = await createTokenMinter();
  const kafka = testKafka();
  const service = testService(catalog, {
    ...minter.authConfig,
    DATABASE_URL: database.url,
    PUBLIC_ORIGIN: 'http://shop.test',
    KAFKA_BROKERS: kafka.brokers,
    KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
    ...env,
  });
  return {
    ...service,
    kafka,
    minter,
    pool: database.pool,
    databaseUrl: database.url,
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

/** What a log tells of trouble. Access that was refused is on record there too, and is none. */
export const troublesIn = <L extends Record<string, unknown>>(lines: readonly L[]): L[] =>
  lines.filter(({ level, security }) => !security && ['warn', 'error', 'fatal'].includes(String(level)));
