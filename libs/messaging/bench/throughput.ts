// Messages per second into Kafka and out of it again through the consumer pipeline, whose handler does nothing, by each
// client in turn: `npx pnpm exec node libs/messaging/bench/throughput.ts [messages]`. Starts Kafka itself.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBacking } from '@quayside/backing-services';
import { catalogEvents } from '@quayside/contracts';
import { createLogger } from '@quayside/runtime';
import {
  createConsumer,
  createKafka,
  createPublisher,
  isTransient,
  kafkaClients,
  newEvent,
  on,
  type KafkaClientName,
} from '../src/index.ts';

const total = Number(process.argv[2] ?? 50_000);
const atOnce = 100;
const logger = createLogger({ service: 'throughput', level: 'warn' });

const measure = async (client: KafkaClientName, brokers: string, run: number): Promise<void> => {
  const kafka = createKafka({ client, brokers, clientId: client, topicPrefix: `${client}-${run}.`, logger });
  const publisher = createPublisher(kafka);
  await publisher.start();
  const publish = (from: number): Promise<void> =>
    publisher.publish(
      Array.from({ length: atOnce }, (_, nth) =>
        newEvent(catalogEvents.itemRemoved, {
          subject: String((from + nth) % 1000),
          source: 'bench',
          data: { itemId: from + nth + 1, version: 1 },
        }),
      ),
    );
  await publish(0);
  const producing = performance.now();
  for (let from = atOnce; from < total; from += atOnce) await publish(from);
  const produced = (total - atOnce) / ((performance.now() - producing) / 1000);

  let handled = 0;
  let consuming = 0;
  const consumer = createConsumer({
    kafka,
    group: 'throughput',
    publisher,
    isAway: isTransient,
    logger,
    subscriptions: [
      on(catalogEvents.itemRemoved, async () => {
        consuming ||= performance.now();
        handled += 1;
      }),
    ],
  });
  await consumer.start();
  while (handled < total) await pause(5);
  const consumed = total / ((performance.now() - consuming) / 1000);
  process.stdout.write(`${client}: ${produced.toFixed(0)}/s in, ${consumed.toFixed(0)}/s out\n`);
  await consumer.close();
  await publisher.close();
};

const backing = await startBacking({
  dataDir: await mkdtemp(join(tmpdir(), 'quayside-throughput-')),
  toolsDir: join(import.meta.dirname, '../../../.quayside/tools'),
  only: ['kafka'],
  ephemeral: true,
});
for (const run of [1, 2, 3])
  for (const client of kafkaClients) await measure(client, backing.urls.kafka, run);
await backing.stop();
