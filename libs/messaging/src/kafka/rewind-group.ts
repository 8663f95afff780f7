import type { Logger } from '@quayside/runtime';
import type { KafkaClient } from './kafka-client.ts';

/** GROUP_ID_NOT_FOUND of the Kafka protocol: the group has never been, so it begins at the beginning anyway. */
const noSuchGroup = 69;

/**
 * Forgets how far a consumer group has read, so that it begins at the beginning. Kafka allows it only while the group
 * has no members: where another replica is in it, that one has done so, or the next restart of all will.
 *
 * @param options.group without the prefix
 */
export const rewindGroup = async (
  kafka: KafkaClient,
  { group, logger }: { group: string; logger: Logger },
): Promise<void> => {
  const admin = kafka.kafkajs.admin();
  await admin.connect();
  try {
    await admin.deleteGroups([kafka.prefixed(group)]);
    logger.info({ group }, 'reading all events from the beginning');
  } catch (error) {
    const refusals = (error as { groups?: { errorCode?: number }[] }).groups ?? [];
    if (!refusals.some(({ errorCode }) => errorCode === noSuchGroup)) {
      logger.warn({ err: error, group }, 'the group has members and is not read from the beginning');
    }
  } finally {
    await admin.disconnect();
  }
};
