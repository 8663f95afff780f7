import { backoffMs, type Logger } from '@quayside/runtime';
import { deadLetterTopic, ensureTopics } from '../kafka/ensure-topics.ts';
import type { KafkaClient } from '../kafka/kafka-client.ts';
import type { Batch } from '../kafka/kafka-driver.ts';
import { stayMember, type StayingMember } from '../kafka/stay-member.ts';
import { readDeadLetter, type DeadLetter } from './read-dead-letter.ts';

/**
 * Hands over the dead letters of consumer groups, from the first that their topics hold, at least once and in order of
 * each topic. Nothing is passed over: what cannot be kept comes again after a rest.
 *
 * @param options.group the consumer group that reads them, without the prefix
 * @param options.of whose they are: the groups, and what each listens to
 * @param options.keep has kept them when it resolves
 */
export const createDeadLetterReader = (options: {
  kafka: KafkaClient;
  group: string;
  of: readonly { readonly group: string; readonly topics: readonly string[] }[];
  keep: (letters: readonly DeadLetter[]) => Promise<void>;
  logger: Logger;
}): StayingMember => {
  const { kafka, of, logger } = options;
  const sources = new Map(
    of.flatMap(({ group, topics }) =>
      topics.map((topic) => [deadLetterTopic(topic, group), { topic, group }] as const),
    ),
  );
  const stopping = new AbortController();
  let failures = 0;

  const onBatch = async ({ topic, messages, settled }: Batch): Promise<number | undefined> => {
    const from = sources.get(topic.slice(kafka.topicPrefix.length));
    const last = messages.at(-1);
    if (!from || !last) return undefined;
    try {
      await options.keep(
        messages.map((message) => readDeadLetter(message, { ...from, offset: message.offset })),
      );
      failures = 0;
    } catch (error) {
      failures += 1;
      logger.warn({ err: error, topic }, 'dead letters could not be kept, they are read again');
      return backoffMs(failures, 500, 10_000);
    }
    await settled(last.offset);
    return undefined;
  };

  return stayMember({
    kafka,
    group: options.group,
    topics: [...sources.keys()],
    beforeJoin: async () => {
      for (const { group, topics } of of) await ensureTopics(kafka, topics, { groups: [group] });
    },
    onBatch,
    stopping,
    logger,
  });
};
