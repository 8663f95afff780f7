// CPU of one idle process with a publisher, a consumer and an outbox relay, with and without the guard of kafkajs's
// idle timer: `node libs/messaging/bench/idle-cpu.ts`. Starts Kafka and PostgreSQL itself.
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

const idleProcess = async (guarded: boolean, brokers: string, connectionString: string): Promise<void> => {
  const logger = createLogger({ service: 'idle', level: 'silent' });
  const original = Object.getOwnPropertyDescriptors(RequestQueue.prototype as object);
  const kafka = createKafka({ brokers, clientId: 'idle', logger });
  if (!guarded) Object.defineProperties(RequestQueue.prototype as object, original);
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
  process.send?.(((user + system) / 1e6 / seconds) * 100);
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
    for (const mode of ['unguarded', 'guarded', 'unguarded', 'guarded', 'unguarded', 'guarded']) {
      const child = fork(import.meta.filename, [mode, backing.urls.kafka, backing.urls.postgres]);
      const [percent] = (await once(child, 'message')) as [number];
      await once(child, 'exit');
      process.stdout.write(`${mode}: ${percent.toFixed(2)} % of a core\n`);
    }
  } finally {
    await backing.stop();
  }
};

const [mode, brokers, url] = process.argv.slice(2);
if (mode && brokers && url) await idleProcess(mode === 'guarded', brokers, url);
else await measure();
