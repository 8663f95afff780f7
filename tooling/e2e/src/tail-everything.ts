import { createKafka, tailTopics, type TailedMessage } from '@quayside/messaging';
import { silentLogger } from '@quayside/testkit';
import type { Stack } from './stack.ts';

/** All that goes through any topic from now on, dead letters included. */
export const tailEverything = async (
  { stores }: Pick<Stack, 'stores'>,
  onMessage: (message: TailedMessage) => void,
): Promise<{ topics: readonly string[]; close(): Promise<void> }> => {
  const options = { brokers: stores.kafka, topicPrefix: '', clientId: 'e2e', logger: silentLogger };
  const kafka = createKafka(options);
  const admin = await (await kafka.driver()).admin();
  const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  await admin.close();
  return { topics, ...(await tailTopics(kafka, { topics, onMessage })) };
};
