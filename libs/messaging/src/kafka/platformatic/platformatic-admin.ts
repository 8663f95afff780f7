import { Admin, type BaseOptions } from '@platformatic/kafka';
import type { KafkaAdmin } from '../kafka-driver.ts';
import { protocolErrors } from './protocol-errors.ts';

/** Timestamps by which Kafka means an end of a partition. */
const [latest, earliest] = [-1n, -2n];

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
    deleteTopics: (names) => admin.deleteTopics({ topics: [...names] }),
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
    lagOf: async (group, topics) => {
      const { topics: known } = await admin.metadata({ topics: [...topics] });
      const offsets = async (timestamp: bigint) => {
        const asked = [...known].map(([name, { partitions }]) => ({
          name,
          partitions: Object.keys(partitions).map((at) => ({ partitionIndex: Number(at), timestamp })),
        }));
        const listed = await admin.listOffsets({ topics: asked });
        return listed.flatMap(({ name, partitions }) =>
          partitions.map(({ partitionIndex, offset }) => ({ at: `${name}/${partitionIndex}`, offset })),
        );
      };
      const [ends, begins, committed, groups] = await Promise.all([
        offsets(latest),
        offsets(earliest),
        admin.listConsumerGroupOffsets({ groups: [group] }),
        admin.describeGroups({ groups: [group] }),
      ]);
      const settled = new Map(
        (committed[0]?.topics ?? []).flatMap(({ name, partitions }) =>
          partitions.map(({ partitionIndex, committedOffset }) => [
            `${name}/${partitionIndex}`,
            committedOffset,
          ]),
        ),
      );
      const beginning = new Map(begins.map(({ at, offset }) => [at, offset]));
      const waiting = ends.reduce((sum, { at, offset }) => {
        const from = [settled.get(at) ?? -1n, beginning.get(at) ?? 0n].reduce((a, b) => (a > b ? a : b));
        return sum + (offset > from ? Number(offset - from) : 0);
      }, 0);
      return { waiting, members: groups.get(group)?.members.size ?? 0 };
    },
    close: () => admin.close(),
  };
};
