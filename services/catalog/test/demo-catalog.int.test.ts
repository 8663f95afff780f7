import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inTransaction, runMigrations } from '@quayside/postgres';
import { testDatabase, type TestDatabase } from '@quayside/testkit';
import { loadDemoCatalog } from '../src/main/demo-catalog.ts';
import { announce } from '../src/messages/announce.ts';
import { allMigrations } from '../src/store/migrations/all-migrations.ts';
import { seedCatalog } from '../src/store/seed-catalog.ts';
import { outboxOf } from './test-catalog.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await runMigrations(database.url, allMigrations);
});
afterAll(() => database.drop());

test('the demo shop is seeded once, with pictures and stock, and an event of each item and of its stock', async () => {
  const demo = await loadDemoCatalog();
  const seed = () => inTransaction(database.pool, (tx) => seedCatalog(tx, demo, announce));
  const seeded = await Promise.all([seed(), seed()]);
  expect(seeded.sort()).toEqual([0, demo.products.length]);
  const variants = demo.products.flatMap((product) => product.variants);

  const { rows } = await database.pool.query(
    `SELECT count(*)::int AS items, sum(on_hand)::int AS on_hand, count(images.hash)::int AS pictures,
            count(DISTINCT items.product_id)::int AS products
       FROM items JOIN stock ON stock.item_id = items.id
       LEFT JOIN media ON media.id = items.media_id LEFT JOIN images USING (hash)`,
  );
  expect(rows).toEqual([
    {
      items: variants.length,
      on_hand: variants.reduce((sum, { initialStock }) => sum + initialStock, 0),
      pictures: variants.length,
      products: demo.products.length,
    },
  ]);

  const events = await outboxOf(database.pool);
  const subjectsOf = (wanted: string) =>
    events.flatMap(({ type, subject }) => (type === wanted ? [Number(subject)] : [])).sort((a, b) => a - b);
  const ids = variants.map(({ id }) => id).sort((a, b) => a - b);
  expect(subjectsOf('quayside.catalog.item-changed.v1')).toEqual(ids);
  expect(subjectsOf('quayside.catalog.stock-changed.v1')).toEqual(ids);
  expect(events).toHaveLength(2 * ids.length);
});

test('the next item gets the id after the last seeded one', async () => {
  const { rows } = await database.pool.query(
    `SELECT nextval(pg_get_serial_sequence('items', 'id'))::int AS next, max(id) AS last FROM items`,
  );
  expect(rows[0].next).toBe(rows[0].last + 1);
});
