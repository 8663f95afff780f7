import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { catalogEvents } from '@quayside/contracts';
import { Redis } from 'ioredis';
import { silentLogger, testDatabase, testLink, testRedis, type TestDatabase } from '@quayside/testkit';
import {
  createPostgresOutboxRelay,
  createRedisOutboxRelay,
  newEvent,
  postgresOutbox,
  redisOutbox,
  type OutgoingEvent,
} from '../src/index.ts';
import { createRecordingPublisher, type RecordingPublisher } from './recording-publisher.ts';

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

test('a Redis relay whose connection is cut goes on', async () => {
  const { redis, close } = await testRedis();
  const relay = createRedisOutboxRelay({ redis, stream: 'outbox', publisher, logger: silentLogger });
  closing = [close, relay.close];
  await relay.start();
  await redis.xadd('outbox', '*', ...redisOutbox.toStreamFields(change(1)));
  await publisher.waitForDistinct(1);
  const own = await redis.client('ID');
  const clients = (await redis.client('LIST')) as string;
  const relayClient = clients.split('\n').find((line) => line.includes('cmd=xread'));
  const id = /\bid=(\d+)/.exec(relayClient ?? '')?.[1];
  expect(id).not.toBe(String(own));
  expect(await redis.client('KILL', 'ID', id ?? '')).toBe(1);
  await redis.xadd('outbox', '*', ...redisOutbox.toStreamFields(change(2)));
  await publisher.waitForDistinct(2);
});

test('a Redis relay whose server vanished without a word goes on over a new connection', async () => {
  const { redis, url, close } = await testRedis();
  const link = await testLink(url);
  const through = new Redis(link.url, { lazyConnect: true });
  const relay = createRedisOutboxRelay({
    redis: through,
    stream: 'outbox',
    publisher,
    logger: silentLogger,
    leaseMs: 300,
  });
  closing = [close, link.close, relay.close];
  await relay.start();
  await redis.xadd('outbox', '*', ...redisOutbox.toStreamFields(change(1)));
  await publisher.waitForDistinct(1);
  link.lose();
  await redis.xadd('outbox', '*', ...redisOutbox.toStreamFields(change(2)));
  await publisher.waitForDistinct(2);
});
