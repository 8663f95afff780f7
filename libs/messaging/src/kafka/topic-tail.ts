import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer } from 'kafkajs';
import type { RawMessage } from '../cloud-event.ts';
import { ensureTopics } from './ensure-topics.ts';
import type { KafkaClient } from './kafka-client.ts';

export interface TailedMessage extends RawMessage {
  /** Without the prefix. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

const joinLimitMs = 10_000;

/**
 * Reads topics from their beginning and goes on with what comes, as a group of its own that commits nothing; resolves
 * when it reads. For looking: dead letters, tests.
 *
 * @param options.topics without the prefix; created if missing
 */
export const tailTopics = async (
  kafka: KafkaClient,
  options: { topics: readonly string[]; onMessage: (message: TailedMessage) => void },
): Promise<{ close(): Promise<void> }> => {
  await ensureTopics(kafka, options.topics);
  const open = async (): Promise<Consumer> => {
    const consumer = kafka.kafkajs.consumer({
      groupId: kafka.prefixed(`tail-${randomUUID()}`),
      maxWaitTimeInMs: 200,
      allowAutoTopicCreation: false,
    });
    const joined = new Promise<'joined'>((resolve) =>
      consumer.on(consumer.events.GROUP_JOIN, () => resolve('joined')),
    );
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: options.topics.map(kafka.prefixed), fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachMessage: async ({ topic, partition, message }) => {
          const headers = firstValues(message.headers);
          const name = topic.slice(kafka.topicPrefix.length);
          const { offset, key, value } = message;
          options.onMessage({ topic: name, partition, offset, key, value, headers });
        },
      });
      if (!(await Promise.race([joined, pause(joinLimitMs, undefined, { ref: false })])))
        throw new Error('the tail does not come to read');
      return consumer;
    } catch (error) {
      consumer.disconnect().catch(() => undefined);
      throw error;
    }
  };
  // Once more for a broker that disowns a fresh topic for a moment.
  const consumer = await open().catch(open);
  return { close: () => consumer.disconnect() };
};

/** kafkajs gives a list where a header stands twice; CloudEvents attributes stand once. */
export const firstValues = (
  headers: Record<string, Buffer | string | (Buffer | string)[] | undefined> | undefined,
): Record<string, Buffer | string | undefined> =>
  Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
