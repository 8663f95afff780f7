import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { testDatabase, waitUntil, type TestDatabase } from '@quayside/testkit';
import pg from 'pg';
import type { Migration } from '../src/migration.ts';
import { requireSchema } from '../src/require-schema.ts';
import { runMigrations } from '../src/run-migrations.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const shelves: Migration = { name: '0001-shelves', sql: 'CREATE TABLE shelves (id integer PRIMARY KEY)' };
const labels: Migration = { name: '0002-labels', sql: 'ALTER TABLE shelves ADD COLUMN label text' };
const mailbox: Migration = {
  name: 'mailbox',
  repeatable: true,
  sql: 'CREATE TABLE IF NOT EXISTS mailbox (id integer PRIMARY KEY)',
};
const all = [shelves, labels, mailbox];

const run = (migrations: readonly Migration[]) => runMigrations(database.url, migrations);
const recorded = async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    'SELECT name FROM schema_migrations ORDER BY name',
  );
  return rows.map(({ name }) => name);
};
const exists = async (table: string) => {
  const { rows } = await database.pool.query('SELECT to_regclass($1) IS NOT NULL AS exists', [table]);
  return rows[0].exists;
};

describe('runMigrations', () => {
  test('applies each once, in order', async () => {
    expect(await run([shelves])).toEqual(['0001-shelves']);
    expect(await run(all)).toEqual(['0002-labels', 'mailbox']);
    expect(await run(all)).toEqual([]);
    expect(await recorded()).toEqual(['0001-shelves', '0002-labels', 'mailbox']);
  });

  test('of two processes at once one works, the other waits and finds it done', async () => {
    const names = await Promise.all([run(all), run(all), run(all)]);
    expect(names.flat()).toEqual(['0001-shelves', '0002-labels', 'mailbox']);
  });

  test('waits for a migration under way longer than for a table', async () => {
    const other = new pg.Client({ connectionString: database.url });
    await other.connect();
    await other.query('SELECT pg_advisory_lock($1)', [0x6d6967]);
    const waiting = run(all);
    await waitUntil(
      async () => {
        const { rowCount } = await database.pool.query(
          `SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database
            WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`,
        );
        return rowCount === 1;
      },
      { describe: 'the second to wait' },
    );
    expect(await exists('shelves')).toBe(false);
    await other.end();
    expect(await waiting).toHaveLength(3);
  });

  test('one that fails leaves nothing of itself behind, and those before it in place', async () => {
    const broken = { name: '0002-labels', sql: 'CREATE TABLE half_done (); SELECT 1 / 0' };
    await expect(run([shelves, broken])).rejects.toThrow('division by zero');
    expect(await recorded()).toEqual(['0001-shelves']);
    expect(await exists('half_done')).toBe(false);
    expect(await run(all)).toEqual(['0002-labels', 'mailbox']);
  });

  test('refuses one that was edited after it was applied, before it applies another', async () => {
    await run([shelves]);
    const edited = { ...shelves, sql: 'CREATE TABLE shelves (id bigint PRIMARY KEY)' };
    await expect(run([edited, labels])).rejects.toThrow('0001-shelves was edited');
    expect(await recorded()).toEqual(['0001-shelves']);
  });

  test('applies a repeatable one again when its text changed, and only then', async () => {
    await run(all);
    const grown = {
      ...mailbox,
      sql: `${mailbox.sql}; CREATE INDEX IF NOT EXISTS mailbox_newest ON mailbox (id DESC)`,
    };
    expect(await run([shelves, labels, grown])).toEqual(['mailbox']);
    expect(await exists('mailbox_newest')).toBe(true);
    expect(await run([shelves, labels, grown])).toEqual([]);
  });
});

describe('requireSchema', () => {
  test('names a schema that is not there at all', async () => {
    await expect(requireSchema(database.pool, all)).rejects.toThrow('schema_migrations');
  });

  test('names what the schema lacks', async () => {
    await run([shelves]);
    await expect(requireSchema(database.pool, all)).rejects.toThrow('lacks 0002-labels, mailbox');
  });

  test('takes a schema that is ahead of the code', async () => {
    await run(all);
    await requireSchema(database.pool, [shelves]);
  });
});
