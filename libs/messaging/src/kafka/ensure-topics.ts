import { setTimeout as pause } from 'node:timers/promises';
import type { KafkaClient } from './kafka-client.ts';

/** Where `group` puts the messages of `topic` that it cannot handle; both names without the prefix. */
export const deadLetterTopic = (topic: string, group: string): string => `${topic}.${group}.dlt`;

/** Partitions of an event topic: the most members of one consumer group that share the work. */
const partitions = 6;

const attempts = 10;
const pauseMs = 100;

/** Events stay: a service that joins later, or lost its copy, builds it from the beginning. */
const keepForEver = [{ name: 'retention.ms', value: '-1' }];

/**
 * Creates those of `topics`, and of their dead-letter topics for `groups`, that are missing. Names are without the
 * prefix. Existing topics stay as they are.
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
    for (let attempt = 1; ; attempt += 1) {
      const existing = new Set(await admin.listTopics());
      const missing = wanted.filter(({ topic }) => !existing.has(topic));
      if (missing.length === 0) return;
      try {
        // False means that somebody else created one meanwhile, which is as good.
        await admin.createTopics({ topics: missing, waitForLeaders: true, timeout: 10_000 });
        return;
      } catch (error) {
        // A broker that has just created a topic may say for a moment that it does not host it.
        if (attempt === attempts) throw error;
        await pause(pauseMs);
      }
    }
  } finally {
    await admin.disconnect();
  }
};
