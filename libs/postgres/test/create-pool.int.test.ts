import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { captureLogs, testDatabase, waitUntil, type LogLine, type TestDatabase } from '@quayside/testkit';
import type { Pool } from 'pg';
import { createPool } from '../src/create-pool.ts';
import { inTransaction } from '../src/in-transaction.ts';

let database: TestDatabase;
let pool: Pool;
let lines: LogLine[];
let logger: ReturnType<typeof captureLogs>['logger'];

beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query('CREATE TABLE notes (text text PRIMARY KEY)');
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ logger, lines } = captureLogs());
  pool = createPool({ connectionString: database.url, application: 'notes', logger });
  await database.pool.query('TRUNCATE notes');
});
afterEach(() => pool.end());

const notes = async () => {
  const { rows } = await database.pool.query<{ text: string }>('SELECT text FROM notes ORDER BY text');
  return rows.map(({ text }) => text);
};
const cutConnections = () =>
  database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'notes'`,
  );

describe('createPool', () => {
  test('bounds every wait, at the server too', async () => {
    const setting = async (name: string) => (await pool.query(`SHOW ${name}`)).rows[0][name];
    expect(await setting('application_name')).toBe('notes');
    expect(await setting('lock_timeout')).toBe('4s');
    expect(await setting('statement_timeout')).toBe('5s');
    expect(await setting('idle_in_transaction_session_timeout')).toBe('10s');
    expect(pool.options).toMatchObject({ max: 10, connectionTimeoutMillis: 2_000, query_timeout: 6_000 });
  });

  test('outlives the loss of an idle connection, says so, and answers the next query', async () => {
    await pool.query('SELECT 1');
    await cutConnections();
    await waitUntil(async () => lines.some(({ msg }) => msg === 'an idle database connection was lost'), {
      describe: 'the line in the log',
    });
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});

describe('inTransaction', () => {
  test('commits what was written and gives back the result', async () => {
    const result = await inTransaction(pool, async (tx) => {
      await tx.query(`INSERT INTO notes VALUES ('kept')`);
      expect(await notes()).toEqual([]);
      return 42;
    });
    expect(result).toBe(42);
    expect(await notes()).toEqual(['kept']);
  });

  test('outlives the loss of its connection, between two statements too', async () => {
    const transaction = inTransaction(pool, async (tx) => {
      await tx.query(`INSERT INTO notes VALUES ('lost')`);
      const isOver = new Promise((resolve) => tx.once('end', resolve));
      await cutConnections();
      await isOver;
      await tx.query(`INSERT INTO notes VALUES ('never')`);
    });
    await expect(transaction).rejects.toThrow();
    expect(await notes()).toEqual([]);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  test('a throw undoes all and goes on', async () => {
    const failing = inTransaction(pool, async (tx) => {
      await tx.query(`INSERT INTO notes VALUES ('undone')`);
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await notes()).toEqual([]);
    expect(pool.idleCount).toBe(1);
  });

  test('a connection that broke under way does not go back to the pool', async () => {
    const failing = inTransaction(pool, async (tx) => {
      await tx.query(`INSERT INTO notes VALUES ('lost')`);
      tx.on('error', () => undefined);
      await cutConnections();
      await tx.query('SELECT 1');
    });
    await expect(failing).rejects.toThrow();
    expect(pool.totalCount).toBe(0);
    expect(await notes()).toEqual([]);
  });
});
