// CPU and memory of one idle process with a publisher, a consumer and an outbox relay, by each Kafka client, by kafkajs
// also without the guard of its idle timers: `npx pnpm exec node libs/messaging/bench/idle-cpu.ts`. Starts Kafka and PostgreSQL itself.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
// @ts-expect-error -- kafkajs has no types for its inner files
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import pg from 'pg';
import { startBacking } from '@quayside/backing-services';
import { catalogEvents, orderingEvents } from '@quayside/contracts';
import { createPostgresOutboxRelay, postgresIsAway, postgresOutbox } from '@quayside/postgres';
import { createLogger } from '@quayside/runtime';
import { createConsumer, createKafka, createPublisher, on } from '../src/index.ts';

const seconds = 20;

const modes = ['kafkajs-unguarded', 'kafkajs', 'platformatic'] as const;
type Mode = (typeof modes)[number];

const idleProcess = async (mode: Mode, brokers: string, connectionString: string): Promise<void> => {
  const logger = createLogger({ service: 'idle', level: 'silent' });
  const original = Object.getOwnPropertyDescriptors(RequestQueue.prototype as object);
  const client = mode === 'platformatic' ? mode : 'kafkajs';
  const kafka = createKafka({ client, brokers, clientId: 'idle', logger });
  await kafka.driver();
  if (mode === 'kafkajs-unguarded') Object.defineProperties(RequestQueue.prototype as object, original);
  const pool = new pg.Pool({ connectionString });
  pool.on('error', () => undefined);
  await pool.query(postgresOutbox.migration.sql);
  const publisher = createPublisher(kafka);
  const relay = createPostgresOutboxRelay({ pool, connectionString, publisher, logger });
  const subscriptions = [
    on(catalogEvents.itemChanged, async () => undefined),
    on(orderingEvents.orderPaid, async () => undefined),
  ];
  const consumer = createConsumer({
    kafka,
    group: 'idle',
    publisher,
    subscriptions,
    isAway: postgresIsAway,
    logger,
  });
  for (const part of [publisher, relay, consumer]) await part.start();
  while (!consumer.healthy()) await pause(50);
  await pause(4000);
  const before = process.cpuUsage();
  await pause(seconds * 1000);
  const { user, system } = process.cpuUsage(before);
  process.send?.([((user + system) / 1e6 / seconds) * 100, process.memoryUsage.rss() / 2 ** 20]);
  for (const part of [consumer, relay, publisher]) await part.close();
  await pool.end();
  process.disconnect();
};

const measure = async (): Promise<void> => {
  const backing = await startBacking({
    dataDir: await mkdtemp(join(tmpdir(), 'quayside-idle-')),
    toolsDir: join(import.meta.dirname, '../../../.quayside/tools'),
    only: ['kafka', 'postgres'],
    ephemeral: true,
  });
  try {
    for (const mode of [...modes, ...modes, ...modes]) {
      const child = fork(import.meta.filename, [mode, backing.urls.kafka, backing.urls.postgres]);
      const [[percent, megabytes]] = (await once(child, 'message')) as [[number, number]];
      await once(child, 'exit');
      process.stdout.write(`${mode}: ${percent.toFixed(2)} % of a core, ${megabytes.toFixed(0)} MB\n`);
    }
  } finally {
    await backing.stop();
  }
};

const [mode, brokers, url] = process.argv.slice(2);
if (mode && brokers && url) await idleProcess(mode as Mode, brokers, url);
else await measure();
