import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startBacking, type Backing } from '@quayside/backing-services';
import { catalogEvents } from '@quayside/contracts';
import { freePort, silentLogger, waitUntil } from '@quayside/testkit';
import {
  createConsumer,
  createKafka,
  createPublisher,
  isTransient,
  kafkaClients,
  newEvent,
  on,
  tailTopics,
  type OutgoingEvent,
} from '../src/index.ts';

jest.setTimeout(240_000);

const { itemRemoved } = catalogEvents;
const closing: (() => Promise<void>)[] = [];
let port: number;

const startKafka = async (): Promise<Backing> => {
  const backing = await startBacking({
    dataDir: await mkdtemp(join(tmpdir(), 'quayside-outage-')),
    toolsDir: join(import.meta.dirname, '../../../.quayside/tools'),
    ports: { kafka: port },
    only: ['kafka'],
    ephemeral: true,
  });
  closing.push(backing.stop);
  return backing;
};

beforeEach(async () => {
  port = await freePort();
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const event = (itemId: number): OutgoingEvent =>
  newEvent(itemRemoved, { subject: 'one', source: 'test', data: { itemId, version: 1 } });

describe.each(kafkaClients)('by %s', (client) => {
  test('starts without Kafka, works when it is there, and again after it was away', async () => {
    const kafka = createKafka({
      client,
      brokers: `127.0.0.1:${port}`,
      clientId: 'outage-test',
      logger: silentLogger,
    });
    const publisher = createPublisher(kafka);
    const handled: number[] = [];
    const consumer = createConsumer({
      kafka,
      group: 'outage',
      isAway: isTransient,
      publisher,
      logger: silentLogger,
      subscriptions: [on(itemRemoved, async ({ data }) => void handled.push(data.itemId))],
    });
    await publisher.start();
    await consumer.start();
    expect([publisher.healthy(), consumer.healthy()]).toEqual([false, false]);
    await expect(publisher.publish([event(9)])).rejects.toThrow('out of reach');

    const publishUntilItWorks = (outgoing: OutgoingEvent): Promise<true> =>
      waitUntil(() => publisher.publish([outgoing]).then(() => true as const), {
        timeoutMs: 60_000,
        describe: 'Kafka to take an event',
      });
    const waitForHandled = (itemId: number): Promise<boolean> =>
      waitUntil(() => handled.includes(itemId), {
        timeoutMs: 60_000,
        describe: `item ${itemId} to be handled`,
      });

    const backing = await startKafka();
    closing.push(publisher.close, consumer.close);
    await publishUntilItWorks(event(1));
    await waitForHandled(1);
    expect([publisher.healthy(), consumer.healthy()]).toEqual([true, true]);

    await backing.services.kafka?.stop();
    await expect(publisher.publish([event(2)])).rejects.toThrow();
    await waitUntil(() => !consumer.healthy() && !publisher.healthy(), {
      timeoutMs: 60_000,
      describe: 'both to notice that Kafka is away',
    });

    await backing.services.kafka?.restart();
    await publishUntilItWorks(event(3));
    await waitForHandled(3);
    expect([publisher.healthy(), consumer.healthy()]).toEqual([true, true]);
  });

  test('a broker that freezes in the midst of it, and ends for good under a request, loses and doubles nothing', async () => {
    const backing = await startKafka();
    const kafka = createKafka({
      client,
      brokers: `127.0.0.1:${port}`,
      clientId: 'freeze-test',
      logger: silentLogger,
    });
    const publisher = createPublisher(kafka);
    const seen: number[] = [];
    await publisher.start();
    const watch = () =>
      tailTopics(kafka, {
        topics: [itemRemoved.topic],
        onMessage: ({ value }) => seen.push(JSON.parse(String(value)).itemId),
      });
    closing.push(publisher.close);
    await publisher.publish([event(1)]);

    // Of what is told to be in doubt the relay publishes again, and the inbox knows it.
    const inDoubt = new Set<number>();
    const publish = (...itemIds: number[]) =>
      publisher.publish(itemIds.map(event)).catch(() => itemIds.forEach((itemId) => inDoubt.add(itemId)));

    const broker = backing.services.kafka?.pid ?? 0;
    process.kill(broker, 'SIGSTOP');
    const late = [2, 3, 4].map((itemId) => publish(itemId));
    await waitUntil(() => !publisher.healthy(), {
      timeoutMs: 90_000,
      describe: 'the publisher to notice that Kafka answers no more',
    });
    process.kill(broker, 'SIGCONT');
    await Promise.all(late);

    // The answer to this one may be lost, and its repetition meets a broker that knows what it has.
    const cut = publish(5, 6);
    process.kill(broker, 'SIGKILL');
    await backing.services.kafka?.restart();
    await cut;
    await waitUntil(() => publisher.publish([event(7)]).then(() => true as const), {
      timeoutMs: 60_000,
      describe: 'Kafka to take an event again',
    });
    const tail = await watch();
    await waitUntil(() => seen.includes(7), { describe: 'the last event' });
    await tail.close();
    const certain = (itemIds: readonly number[]) => itemIds.filter((itemId) => !inDoubt.has(itemId));
    expect(certain(seen)).toEqual(certain([1, 2, 3, 4, 5, 6, 7]));
  });
});
