import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { catalogEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import {
  createRecordingPublisher,
  describeOutbox,
  type RecordingPublisher,
} from '@quayside/messaging/conformance';
import { silentLogger, testDatabase, type TestDatabase } from '@quayside/testkit';
import { createPostgresOutboxRelay, postgresOutbox } from '../src/index.ts';
import { openOutboxStore } from './outbox-store.ts';

describeOutbox('Postgres', {
  backing: async () => {
    const { url, drop } = await testDatabase();
    return { url, remove: drop };
  },
  open: openOutboxStore,
  module: new URL('./outbox-store.ts', import.meta.url),
});

const change = (itemId: number): OutgoingEvent =>
  newEvent(catalogEvents.itemRemoved, { subject: '1', source: 'test', data: { itemId, version: 1 } });

let closing: (() => Promise<unknown>)[] = [];
let publisher: RecordingPublisher;

beforeEach(() => {
  publisher = createRecordingPublisher();
});

afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

const postgresRelay = async (pollMs: number): Promise<TestDatabase> => {
  const database = await testDatabase();
  const { pool, url: connectionString } = database;
  await pool.query(postgresOutbox.migration.sql);
  const relay = createPostgresOutboxRelay({
    pool,
    connectionString,
    publisher,
    logger: silentLogger,
    pollMs,
  });
  closing = [database.drop, relay.close];
  await relay.start();
  return database;
};

const append = async ({ pool }: TestDatabase, end: 'COMMIT' | 'ROLLBACK', ...events: OutgoingEvent[]) => {
  const tx = await pool.connect();
  await tx.query('BEGIN');
  await postgresOutbox.append(tx, ...events);
  await tx.query(end);
  tx.release();
};

test('a Postgres transaction that is rolled back publishes nothing', async () => {
  const database = await postgresRelay(60_000);
  await append(database, 'ROLLBACK', change(1));
  await append(database, 'COMMIT', change(2), change(3), change(4));
  const published = await publisher.waitForDistinct(3);
  expect(published.map(({ data }) => (data as { itemId: number }).itemId)).toEqual([2, 3, 4]);
});

test('an event whose notification was lost leaves at the next poll', async () => {
  const database = await postgresRelay(50);
  await append(database, 'COMMIT', change(1));
  await publisher.waitForDistinct(1);
  await database.pool.query('INSERT INTO outbox (event) VALUES ($1)', [JSON.stringify(change(2))]);
  await publisher.waitForDistinct(2);
});

test('a Postgres relay whose connection is cut opens another, leads again and is woken again', async () => {
  const database = await postgresRelay(60_000);
  await append(database, 'COMMIT', change(1));
  await publisher.waitForDistinct(1);
  const { rowCount } = await database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'outbox relay' AND datname = current_database()`,
  );
  expect(rowCount).toBe(1);
  await append(database, 'COMMIT', change(2));
  await publisher.waitForDistinct(2);
  await append(database, 'COMMIT', change(3));
  await publisher.waitForDistinct(3);
});
