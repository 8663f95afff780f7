import { setTimeout as pause } from 'node:timers/promises';
import type { KafkaClient } from './kafka-client.ts';

/** Where `group` puts the messages of `topic` that it cannot handle; both names without the prefix. */
export const deadLetterTopic = (topic: string, group: string): string => `${topic}.${group}.dlt`;

/** Partitions of an event topic: the most members of one consumer group that share the work. */
const partitions = 6;

const pauseMs = 50;
const patienceMs = 10_000;

/** Events stay: a service that joins later, or lost its copy, builds it from the beginning. */
const keepForEver = [{ name: 'retention.ms', value: '-1' }];

/**
 * Creates those of `topics`, and of their dead-letter topics for `groups`, that are missing, and resolves when the
 * broker answers for all of them, whoever created them. Names are without the prefix. Existing topics stay as they are.
 *
 * @throws what Kafka last answered if that takes longer than 10 s
 */
export const ensureTopics = async (
  kafka: KafkaClient,
  topics: readonly string[],
  options: { groups?: readonly string[] } = {},
): Promise<void> => {
  const wanted = topics.flatMap((topic) => [
    { topic: kafka.prefixed(topic), numPartitions: partitions, configEntries: keepForEver },
    ...(options.groups ?? []).map((group) => ({
      topic: kafka.prefixed(deadLetterTopic(topic, group)),
      numPartitions: 1,
      configEntries: keepForEver,
    })),
  ]);
  const admin = kafka.kafkajs.admin();
  await admin.connect();
  try {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      try {
        const existing = new Set(await admin.listTopics());
        const missing = wanted.filter(({ topic }) => !existing.has(topic));
        // False means that somebody else created one meanwhile, which is as good.
        if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: false });
        // Rejects while the broker does not know a topic, or the leader of one of its partitions.
        await admin.fetchTopicMetadata({ topics: wanted.map(({ topic }) => topic) });
        return;
      } catch (error) {
        // The controller knows a new topic a moment before the broker does, which until then disowns it.
        if (Date.now() > deadline) throw error;
        await pause(pauseMs);
      }
    }
  } finally {
    await admin.disconnect();
  }
};
