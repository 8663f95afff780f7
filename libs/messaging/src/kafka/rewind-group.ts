import type { Logger } from '@quayside/runtime';
import type { KafkaClient } from './kafka-client.ts';

/**
 * Puts a consumer group back to the beginning of its topics. Kafka allows it only while the group has no members:
 * where another replica is in it, that one has rewound it, or the next restart of all will.
 *
 * @param options.group and `topics` without the prefix
 */
export const rewindGroup = async (
  kafka: KafkaClient,
  options: { group: string; topics: readonly string[]; logger: Logger },
): Promise<void> => {
  const { group, topics, logger } = options;
  const admin = kafka.kafkajs.admin();
  await admin.connect();
  try {
    for (const topic of topics) {
      await admin.resetOffsets({
        groupId: kafka.prefixed(group),
        topic: kafka.prefixed(topic),
        earliest: true,
      });
    }
    logger.info({ group, topics }, 'reading all events from the beginning');
  } catch (error) {
    logger.warn({ err: error, group }, 'the group has members and cannot be rewound');
  } finally {
    await admin.disconnect();
  }
};
