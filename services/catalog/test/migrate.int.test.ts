import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@quayside/testkit';
import { Client } from 'pg';
import { loadDemoCatalog } from '../src/main/demo-catalog.ts';
import { announce } from '../src/messages/announce.ts';
import { inTransaction } from '../src/store/in-transaction.ts';
import { migrate } from '../src/store/migrate.ts';
import { allMigrations } from '../src/store/migrations/all-migrations.ts';
import { plantCatalog } from '../src/store/plant-catalog.ts';
import { requireSchema } from '../src/store/require-schema.ts';
import { migrateTestDatabase, outboxOf } from './test-catalog.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('a database that was never migrated is not ready', async () => {
  await expect(requireSchema(database.pool)).rejects.toThrow('schema_migrations');
});

test('two processes that migrate at once take turns, and again is no change', async () => {
  await Promise.all([migrateTestDatabase(database.url), migrateTestDatabase(database.url)]);
  expect(await migrate(client, allMigrations)).toEqual([]);
  const { rows } = await client.query('SELECT name FROM schema_migrations ORDER BY name');
  expect(rows.map(({ name }) => name)).toEqual(allMigrations.map(({ name }) => name));
  await requireSchema(database.pool);
});

test('a database behind the code is not ready', async () => {
  const newest = allMigrations.at(-1)?.name ?? '';
  const forgotten = await client.query('DELETE FROM schema_migrations WHERE name = $1 RETURNING *', [newest]);
  await expect(requireSchema(database.pool)).rejects.toThrow(newest);
  const { name, checksum } = forgotten.rows[0];
  await client.query('INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
});

test('a failing migration leaves nothing behind', async () => {
  const broken = { name: '9998-broken', sql: 'CREATE TABLE half_done (); SELECT 1 / 0' };
  await expect(migrate(client, [broken])).rejects.toThrow('division by zero');
  const { rows } = await client.query(`SELECT to_regclass('half_done') AS found`);
  expect(rows).toEqual([{ found: null }]);
  expect(await migrate(client, [{ name: '9998-broken', sql: 'SELECT 1' }])).toEqual(['9998-broken']);
});

test('a migration edited after it was applied is refused', async () => {
  await migrate(client, [{ name: '9999-edited', sql: 'SELECT 1' }]);
  await expect(migrate(client, [{ name: '9999-edited', sql: 'SELECT 2' }])).rejects.toThrow('9999-edited');
});

test('the demo shop is planted once, with pictures, stock and an event per item', async () => {
  const demo = await loadDemoCatalog();
  const plant = () => inTransaction(database.pool, (tx) => plantCatalog(tx, demo, announce));
  const planted = await Promise.all([plant(), plant()]);
  expect(planted.sort()).toEqual([0, demo.items.length]);

  const { rows } = await client.query(
    `SELECT count(*)::int AS items, sum(on_hand)::int AS on_hand, count(pictures.hash)::int AS pictures,
            bool_and(pictures.hash = items.picture_hash) AS hashes_agree
       FROM items JOIN stock ON stock.item_id = items.id LEFT JOIN pictures ON pictures.item_id = items.id`,
  );
  expect(rows).toEqual([
    {
      items: demo.items.length,
      on_hand: demo.items.reduce((sum, { initialStock }) => sum + initialStock, 0),
      pictures: demo.items.length,
      hashes_agree: true,
    },
  ]);

  const events = await outboxOf(database.pool);
  expect(events.map(({ subject }) => Number(subject))).toEqual(demo.items.map(({ id }) => id));
  expect(events.every(({ type }) => type === 'quayside.catalog.item-changed.v1')).toBe(true);
});

test('the next item gets the id after the last planted one', async () => {
  const { rows } = await client.query(
    `SELECT nextval(pg_get_serial_sequence('items', 'id'))::int AS next, max(id) AS last FROM items`,
  );
  expect(rows[0].next).toBe(rows[0].last + 1);
});
