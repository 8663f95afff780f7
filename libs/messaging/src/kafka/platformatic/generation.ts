import type { ConnectionPool, Consumer, GroupAssignment } from '@platformatic/kafka';
import { membership, type MembershipOptions } from '../kafka-driver.ts';
import { assignPartition, type AssignedPartition } from './assigned-partition.ts';
import { createFetching } from './fetching.ts';
import { commit, type Progress } from './group-requests.ts';

const earliest = -2n;

/** What this process does between two rebalances of its group: it handles the partitions that were assigned to it. */
export interface Generation {
  /** Ends after the batches in work. */
  stop(): Promise<void>;
  /** Commits what is settled. */
  commit(): Promise<void>;
}

/**
 * @param options.overdue work of earlier generations, by partition, that was no longer waited for
 * @param options.onError the generation cannot go on
 */
export const beginGeneration = async (options: {
  consumer: Consumer;
  connectionPool: ConnectionPool;
  assignments: readonly GroupAssignment[];
  overdue: Map<string, Promise<void>>;
  membership: MembershipOptions;
  onError: (error: unknown) => void;
}): Promise<Generation> => {
  const { consumer, connectionPool, overdue, onError } = options;
  const { commits, onBatch, maxWaitMs } = options.membership;
  const begins = await beginningsOf(consumer, options.assignments, commits);
  let stopped = false;
  let committing: NodeJS.Timeout | undefined;
  let look = (): void => undefined;

  const commitSettled = async (): Promise<void> => {
    clearTimeout(committing);
    committing = undefined;
    const open = partitions.flatMap((partition) => {
      const progress = partition.uncommitted();
      return progress ? [{ partition, progress }] : [];
    });
    if (!commits || open.length === 0) return;
    await commit(
      consumer,
      open.map(({ progress }) => progress),
    );
    for (const { partition, progress } of open) partition.committed(progress);
  };

  const commitSoon = (): void => {
    if (stopped) return;
    // What the broker refuses now, it is asked again with the next; a lasting fault shows in heartbeats and fetches.
    committing ??= setTimeout(() => void commitSettled().catch(commitSoon), membership.commitMs);
  };

  const partitions: AssignedPartition[] = begins.map(({ topic, partition, offset }) =>
    assignPartition({
      topic,
      partition,
      from: offset,
      after: overdue.get(nameOf({ topic, partition })),
      onBatch,
      onWanted: () => look(),
      onSettled: commitSoon,
      onError,
    }),
  );
  look = createFetching({
    consumer,
    connectionPool,
    partitions,
    maxWaitMs,
    onError: (error) => !stopped && onError(error),
  });
  look();

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(committing);
      await Promise.all(
        partitions.map((partition) => {
          const name = nameOf(partition);
          const stopping = partition.stop().finally(() => {
            if (overdue.get(name) === stopping) overdue.delete(name);
          });
          overdue.set(name, stopping);
          return stopping;
        }),
      );
    },
    commit: commitSettled,
  };
};

const nameOf = ({ topic, partition }: { topic: string; partition: number }): string =>
  `${topic}/${partition}`;

/** Where to go on in each partition: what the group has committed, else its beginning. */
const beginningsOf = async (
  consumer: Consumer,
  assignments: readonly GroupAssignment[],
  commits: boolean,
): Promise<Progress[]> => {
  const topics = assignments.map(({ topic }) => topic);
  if (topics.length === 0) return [];
  const [committed, first] = await Promise.all([
    commits ? consumer.listCommittedOffsets({ topics: [...assignments] }) : undefined,
    consumer.listOffsets({ topics, timestamp: earliest }),
  ]);
  return assignments.flatMap(({ topic, partitions }) =>
    partitions.map((partition) => {
      const known = committed?.get(topic)?.[partition] ?? -1n;
      return { topic, partition, offset: known >= 0n ? known : (first.get(topic)?.[partition] ?? 0n) };
    }),
  );
};
