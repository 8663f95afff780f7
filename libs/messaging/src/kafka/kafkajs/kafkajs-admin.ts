import type { Kafka } from 'kafkajs';
import type { KafkaAdmin } from '../kafka-driver.ts';

/** GROUP_ID_NOT_FOUND of the Kafka protocol. */
const noSuchGroup = 69;

export const kafkajsAdmin = async (kafka: Kafka): Promise<KafkaAdmin> => {
  const admin = kafka.admin();
  await admin.connect();
  return {
    listTopics: () => admin.listTopics(),
    createTopics: async (topics) => {
      // Answers false when somebody else created one meanwhile, which is as good.
      await admin.createTopics({
        topics: topics.map(({ name, partitions, config }) => ({
          topic: name,
          numPartitions: partitions,
          configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
        })),
        waitForLeaders: false,
      });
    },
    deleteTopics: (names) => admin.deleteTopics({ topics: [...names] }),
    checkTopics: async (names) => void (await admin.fetchTopicMetadata({ topics: [...names] })),
    deleteGroup: async (group) => {
      try {
        await admin.deleteGroups([group]);
        return 'deleted';
      } catch (error) {
        const refusals = (error as { groups?: { errorCode?: number }[] }).groups ?? [];
        if (refusals.some(({ errorCode }) => errorCode === noSuchGroup)) return 'unknown';
        throw error;
      }
    },
    lagOf: async (group, topics) => {
      const [committed, { groups }] = await Promise.all([
        admin.fetchOffsets({ groupId: group, topics: [...topics] }),
        admin.describeGroups([group]),
      ]);
      const ends = await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
      const waiting = ends.flatMap((partitions, at) => {
        const settled = committed.find(({ topic }) => topic === topics[at])?.partitions ?? [];
        return partitions.map(({ partition, low, high }) => {
          const offset = Number(settled.find((one) => one.partition === partition)?.offset ?? -1);
          return Math.max(0, Number(high) - Math.max(offset, Number(low)));
        });
      });
      return { waiting: waiting.reduce((sum, one) => sum + one, 0), members: groups[0]?.members.length ?? 0 };
    },
    close: () => admin.disconnect(),
  };
};
