import { Admin, type BaseOptions } from '@platformatic/kafka';
import type { KafkaAdmin } from '../kafka-driver.ts';
import { protocolErrors } from './protocol-errors.ts';

export const platformaticAdmin = async (options: BaseOptions): Promise<KafkaAdmin> => {
  const admin = new Admin(options);
  return {
    listTopics: () => admin.listTopics(),
    createTopics: async (topics) => {
      // A request has one configuration for all its topics.
      for (const alike of Map.groupBy(topics, ({ config }) => JSON.stringify(config)).values()) {
        const configs = Object.entries(alike[0]?.config ?? {}).map(([name, value]) => ({ name, value }));
        const asked = alike.map(({ name, partitions }) => ({ topic: name, partitions, replicas: -1 }));
        await admin.createTopics({ topics: asked, configs }).catch((error: unknown) => {
          const reasons = protocolErrors(error);
          if (reasons.length === 0 || reasons.some((reason) => reason !== 'TOPIC_ALREADY_EXISTS'))
            throw error;
        });
      }
    },
    checkTopics: async (names) => {
      const { topics } = await admin.metadata({ topics: [...names], forceUpdate: true });
      for (const name of names) {
        const partitions = topics.get(name)?.partitions ?? [];
        if (partitions.length === 0 || partitions.some(({ leader }) => leader < 0))
          throw new Error(`no leader yet for the topic ${name}`);
      }
    },
    deleteGroup: async (group) => {
      try {
        await admin.deleteGroups({ groups: [group] });
        return 'deleted';
      } catch (error) {
        if (protocolErrors(error).includes('GROUP_ID_NOT_FOUND')) return 'unknown';
        throw error;
      }
    },
    close: () => admin.close(),
  };
};
