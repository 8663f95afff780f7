import { redriveTopic } from './ensure-topics.ts';
import type { KafkaClient } from './kafka-client.ts';

/**
 * How far a consumer group is behind, over all that it reads, and how many processes are in it.
 *
 * @param options.group without the prefix
 * @param options.topics without the prefix; what is sent again for the group is counted too
 */
export const groupLag = async (
  kafka: KafkaClient,
  { group, topics }: { group: string; topics: readonly string[] },
): Promise<{ waiting: number; members: number }> => {
  const admin = await (await kafka.driver()).admin();
  try {
    const all = [...topics, ...topics.map((topic) => redriveTopic(topic, group))];
    return await admin.lagOf(kafka.prefixed(group), all.map(kafka.prefixed));
  } finally {
    await admin.close();
  }
};
