import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { catalogEvents, topics } from '@quayside/contracts';
import { createEventSpy, silentLogger, testKafka, waitUntil, type EventSpy } from '@quayside/testkit';
import {
  createKafka,
  createPublisher,
  kafkaClients,
  newEvent,
  TooLargeForKafka,
  type KafkaClient,
  type OutgoingEvent,
  type Publisher,
} from '../src/index.ts';

describe.each(kafkaClients)('by %s', (client) => {
  let kafka: KafkaClient;
  let publisher: Publisher;
  let spy: EventSpy | undefined;

  beforeEach(async () => {
    kafka = createKafka({ ...testKafka(), client, clientId: 'publisher-test', logger: silentLogger });
    publisher = createPublisher(kafka);
    await publisher.start();
  });
  afterEach(async () => {
    await spy?.close();
    spy = undefined;
    await publisher.close();
  });

  /** One that no compression makes smaller. */
  const eventOf = (bytes: number, itemId = 1): OutgoingEvent => {
    const data = { itemId, version: 1 };
    const event = newEvent(catalogEvents.itemRemoved, { subject: 'one', source: 'test', data });
    return { ...event, data: { ...data, noise: randomBytes(bytes).toString('base64') } };
  };

  const seenIds = async (last: OutgoingEvent): Promise<number[]> => {
    spy = await createEventSpy({
      brokers: process.env['QUAYSIDE_TEST_KAFKA_BROKERS'] ?? '',
      topicPrefix: kafka.topicPrefix,
      topics: [topics.catalog],
    });
    await spy.waitFor(catalogEvents.itemRemoved, ({ id }) => id === last.id);
    return [...new Set(spy.all(catalogEvents.itemRemoved).map(({ data }) => data.itemId))];
  };

  test('names the event that is too large for Kafka, and takes the others', async () => {
    const [small, large, last] = [eventOf(10, 1), eventOf(1_500_000, 2), eventOf(10, 3)];
    const refused = publisher.publish([small, large]);
    await expect(refused).rejects.toThrow(TooLargeForKafka);
    await expect(refused).rejects.toMatchObject({ eventId: large.id });
    await publisher.publish([last]);
    expect(await seenIds(last)).toEqual([1, 3]);
  });

  test('learns how much a broker takes at once that takes less than others', async () => {
    const admin = await (await kafka.driver()).admin();
    const config = { 'max.message.bytes': '20000' };
    // The publisher waits until the broker answers for it.
    await admin.createTopics([{ name: kafka.prefixed(topics.catalog), partitions: 1, config }]);
    await admin.close();
    const events = Array.from({ length: 12 }, (_, at) => eventOf(5000, at + 1));
    const published = () => publisher.publish(events).then(() => true as const);
    await waitUntil(published, { describe: 'the events to be taken' });
    expect(await seenIds(events.at(-1) as OutgoingEvent)).toEqual(events.map((_, at) => at + 1));
  });
});
