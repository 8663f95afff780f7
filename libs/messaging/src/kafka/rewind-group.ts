import type { Logger } from '@quayside/runtime';
import type { KafkaClient } from './kafka-client.ts';

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
  const admin = await (await kafka.driver()).admin();
  try {
    // A group that has never been begins at the beginning anyway.
    if ((await admin.deleteGroup(kafka.prefixed(group))) === 'deleted')
      logger.info({ group }, 'reading all events from the beginning');
  } catch (error) {
    logger.warn({ err: error, group }, 'the group has members and is not read from the beginning');
  } finally {
    await admin.close();
  }
};
