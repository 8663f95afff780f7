import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import pg from 'pg';
import type { Logger } from '@quayside/runtime';
import {
  createDocumentOutboxRelay,
  createPostgresOutboxRelay,
  createRedisOutboxRelay,
  postgresOutbox,
  redisOutbox,
  type DocumentOutboxRelay,
  type OutgoingEvent,
  type Publisher,
  type Relay,
  type WithOutbox,
} from '../src/index.ts';

export interface RelayTiming {
  /** How soon a standby notices that the leader is gone. */
  takeoverMs: number;
  pollMs: number;
}

/** A store with an outbox, seen the way a service uses it. */
export interface OutboxStore {
  /** Writes the aggregate's new state and its events in one atomic step, in a process where `relay` runs. */
  append(relay: Relay, ...events: OutgoingEvent[]): Promise<void>;
  /** The same in a process that died right after the write. */
  appendAndDie(...events: OutgoingEvent[]): Promise<void>;
  createRelay(publisher: Pick<Publisher, 'publish'>, logger: Logger, timing: RelayTiming): Relay;
  /** What was set aside because Kafka does not take it. */
  refused(): Promise<OutgoingEvent[]>;
  close(): Promise<void>;
}

const subjectOf = (events: readonly OutgoingEvent[]): string => events[0]?.subject ?? '';

const openPostgres = async (url: string): Promise<OutboxStore> => {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', () => undefined);
  await pool.query(`CREATE TABLE IF NOT EXISTS aggregates (id text PRIMARY KEY, version int NOT NULL)`);
  await pool.query(postgresOutbox.migration.sql);
  const write = async (...events: OutgoingEvent[]): Promise<void> => {
    const tx = await pool.connect();
    try {
      await tx.query('BEGIN');
      await tx.query(
        `INSERT INTO aggregates VALUES ($1, 1) ON CONFLICT (id) DO UPDATE SET version = aggregates.version + 1`,
        [subjectOf(events)],
      );
      await postgresOutbox.append(tx, ...events);
      await tx.query('COMMIT');
    } finally {
      tx.release();
    }
  };
  return {
    append: (_relay, ...events) => write(...events),
    appendAndDie: write,
    createRelay: (publisher, logger, { takeoverMs, pollMs }) =>
      createPostgresOutboxRelay({
        pool,
        connectionString: url,
        publisher,
        logger,
        standbyMs: takeoverMs,
        pollMs,
      }),
    refused: async () => {
      const { rows } = await pool.query<{ event: OutgoingEvent }>('SELECT event FROM outbox_refused');
      return rows.map(({ event }) => event);
    },
    close: () => pool.end(),
  };
};

const openRedis = async (url: string): Promise<OutboxStore> => {
  const redis = new Redis(url, { enableOfflineQueue: false, lazyConnect: true });
  await redis.connect();
  const stream = 'test:outbox';
  const script = `
    redis.call('INCR', KEYS[1])
    for place = 2, #ARGV, 2 do redis.call('XADD', KEYS[2], '*', ARGV[place - 1], ARGV[place]) end`;
  const write = async (...events: OutgoingEvent[]): Promise<void> => {
    const fields = events.flatMap(redisOutbox.toStreamFields);
    await redis.eval(script, 2, `aggregate:${subjectOf(events)}`, stream, ...fields);
  };
  return {
    append: (_relay, ...events) => write(...events),
    appendAndDie: write,
    createRelay: (publisher, logger, { takeoverMs }) =>
      createRedisOutboxRelay({ redis, stream, publisher, logger, leaseMs: takeoverMs }),
    refused: async () => {
      const entries = await redis.xrange(`${stream}:refused`, '-', '+');
      return entries.map(([, fields]) => redisOutbox.fromStreamFields(fields));
    },
    close: async () => redis.disconnect(),
  };
};

interface Aggregate extends WithOutbox {
  _id: string;
  version: number;
}

const openMongo = async (url: string): Promise<OutboxStore> => {
  const client = await MongoClient.connect(url, { w: 'majority' });
  const collection = client.db().collection<Aggregate>('aggregates');
  const write = async (relay: DocumentOutboxRelay, events: OutgoingEvent[]): Promise<void> => {
    await collection.updateOne(
      { _id: subjectOf(events) },
      { $inc: { version: 1 }, $set: relay.leaseFields(), $push: { outbox: { $each: events } } },
      { upsert: true },
    );
  };
  const createRelay: OutboxStore['createRelay'] = (publisher, logger, { takeoverMs, pollMs }) =>
    createDocumentOutboxRelay({
      collection,
      publisher,
      logger,
      owner: `process ${process.pid}`,
      leaseMs: takeoverMs,
      pollMs,
    });
  return {
    append: async (relay, ...events) => {
      await write(relay as DocumentOutboxRelay, events);
      (relay as DocumentOutboxRelay).afterWrite(subjectOf(events));
    },
    appendAndDie: (...events) => {
      const dead = createDocumentOutboxRelay({
        collection,
        publisher: { publish: () => Promise.reject(new Error('dead')) },
        logger: undefined as unknown as Logger,
        owner: 'dead',
        leaseMs: 100,
      });
      return write(dead, events);
    },
    createRelay,
    refused: async () => {
      const documents = await collection.find().toArray();
      return documents.flatMap(({ outboxRefused }) => outboxRefused ?? []);
    },
    close: () => client.close(),
  };
};

export const openOutboxStore = { postgres: openPostgres, redis: openRedis, mongodb: openMongo };
export type OutboxStoreName = keyof typeof openOutboxStore;
