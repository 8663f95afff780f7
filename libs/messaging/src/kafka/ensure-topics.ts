import { setTimeout as pause } from 'node:timers/promises';
import { daysOfTopics } from '@quayside/contracts';
import type { KafkaClient } from './kafka-client.ts';

/** Where `group` puts the messages of `topic` that it cannot handle; both names without the prefix. */
export const deadLetterTopic = (topic: string, group: string): string => `${topic}.${group}.dlt`;

/** Where a dead letter of `group` is sent again, for that group alone; both names without the prefix. */
export const redriveTopic = (topic: string, group: string): string => `${topic}.${group}.redrive`;

/** The topic that a message of a redrive topic first stood in; any other topic is itself. */
export const redrivenFrom = (topic: string, group: string): string => {
  const end = redriveTopic('', group);
  return topic.endsWith(end) ? topic.slice(0, -end.length) : topic;
};

/** Partitions of an event topic: the most members of one consumer group that share the work. */
const partitions = 6;

const pauseMs = 50;
const patienceMs = 10_000;

const dayMs = 86_400_000;

/** Events stay: a service that joins later, or lost its copy, builds it from the beginning. */
const keepForEver = { 'retention.ms': '-1' };

const keptAs = (topic: string) => {
  const days = daysOfTopics[topic];
  return days === undefined ? keepForEver : { 'retention.ms': String(days * dayMs) };
};

/**
 * Creates those of `topics`, and of their topics of dead letters and redrives for `groups`, that are missing, and resolves when the
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
    { name: kafka.prefixed(topic), partitions, config: keptAs(topic) },
    ...(options.groups ?? [])
      .flatMap((group) => [deadLetterTopic(topic, group), redriveTopic(topic, group)])
      .map((name) => ({ name: kafka.prefixed(name), partitions: 1, config: keepForEver })),
  ]);
  const names = wanted.map(({ name }) => name);
  const admin = await (await kafka.driver()).admin();
  try {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      try {
        const existing = new Set(await admin.listTopics());
        const missing = wanted.filter(({ name }) => !existing.has(name));
        if (missing.length > 0) await admin.createTopics(missing);
        await admin.checkTopics(names);
        return;
      } catch (error) {
        // The controller knows a new topic a moment before the broker does, which until then disowns it.
        if (Date.now() > deadline) throw error;
        await pause(pauseMs);
      }
    }
  } finally {
    await admin.close();
  }
};
