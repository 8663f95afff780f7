// Time from the commit of an event in Postgres to its effect committed in another database, through relay, Kafka and
// consumer pipeline: `npx pnpm exec node libs/messaging/bench/latency.ts [events per second] [kafkajs or platformatic]`. Starts its services itself.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg, { type PoolClient } from 'pg';
import { startBacking } from '@quayside/backing-services';
import { catalogEvents } from '@quayside/contracts';
import { createPostgresOutboxRelay, postgresInbox, postgresIsAway, postgresOutbox } from '@quayside/postgres';
import { createLogger } from '@quayside/runtime';
import {
  createConsumer,
  createKafka,
  createPublisher,
  newEvent,
  on,
  type HandlerContext,
} from '../src/index.ts';

const perSecond = Number(process.argv[2] ?? 50);
const client = process.argv[3] === 'platformatic' ? 'platformatic' : 'kafkajs';
const seconds = 10;
const logger = createLogger({ service: 'latency', level: 'warn' });
const backing = await startBacking({
  dataDir: await mkdtemp(join(tmpdir(), 'quayside-latency-')),
  toolsDir: join(import.meta.dirname, '../../../.quayside/tools'),
  only: ['kafka', 'postgres'],
});
const pool = new pg.Pool({ connectionString: backing.urls.postgres });
pool.on('error', () => undefined); // idle connections end with their server
await pool.query(postgresOutbox.migration.sql);
await pool.query('CREATE TABLE effects (item_id int PRIMARY KEY)');

const kafka = createKafka({ client, brokers: backing.urls.kafka, clientId: 'latency', logger });
const publisher = createPublisher(kafka);
const relay = createPostgresOutboxRelay({ pool, connectionString: backing.urls.postgres, publisher, logger });
const inbox = postgresInbox(pool);
const accepted = new Map<string, number>();
const latencies: number[] = [];
const consumer = createConsumer({
  kafka,
  group: 'latency',
  publisher,
  isAway: postgresIsAway,
  logger,
  inbox: {
    ...inbox,
    once: async (event, effect: (tx: PoolClient) => Promise<void>) => {
      const result = await inbox.once(event, effect);
      latencies.push(performance.now() - (accepted.get(event.id) ?? Number.NaN));
      return result;
    },
  },
  subscriptions: [
    on(catalogEvents.itemRemoved, async ({ data }, { tx }: HandlerContext<PoolClient>) => {
      await tx.query('INSERT INTO effects VALUES ($1)', [data.itemId]);
    }),
  ],
});
for (const part of [publisher, relay, consumer]) await part.start();
while (!consumer.healthy()) await pause(50);

const accept = async (itemId: number): Promise<void> => {
  const event = newEvent(catalogEvents.itemRemoved, {
    subject: String(itemId),
    source: 'bench',
    data: { itemId, version: 1 },
  });
  const tx = await pool.connect();
  await tx.query('BEGIN');
  await postgresOutbox.append(tx, event);
  accepted.set(event.id, performance.now());
  await tx.query('COMMIT');
  tx.release();
};

const warmUp = perSecond;
const total = perSecond * seconds + warmUp;
const began = performance.now();
const writes: Promise<void>[] = [];
for (let itemId = 1; itemId <= total; itemId += 1) {
  const due = began + (itemId / perSecond) * 1000;
  if (due > performance.now()) await pause(due - performance.now());
  writes.push(accept(itemId));
}
await Promise.all(writes);
const deadline = performance.now() + 20_000;
while (latencies.length < total && performance.now() < deadline) await pause(20);

const sorted = latencies.slice(warmUp).sort((a, b) => a - b);
const at = (share: number): string =>
  `${(sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1)} ms`;
process.stdout.write(
  `${client}, ${perSecond}/s, ${latencies.length} of ${total} applied: p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}\n`,
);

for (const part of [consumer, relay, publisher]) await part.close();
await pool.end();
await backing.stop();
