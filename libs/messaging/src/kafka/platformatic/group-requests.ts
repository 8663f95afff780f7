import { kGetApi, kGetConnection, type API, type Connection, type Consumer } from '@platformatic/kafka';

/** The offset to go on from, of one partition. */
export interface Progress {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

const coordinatorOf = async (consumer: Consumer): Promise<Connection> => {
  const id = await consumer.findGroupCoordinator();
  const { brokers } = await consumer.metadata({ topics: [] });
  const broker = brokers.get(id);
  if (!broker) throw new Error('the coordinator of the group is not known');
  return new Promise((resolve, reject) => {
    consumer[kGetConnection](broker, (error, connection) => {
      if (connection) resolve(connection);
      else reject(error ?? new Error('no connection'));
    });
  });
};

const ask = async <Arguments extends unknown[]>(
  consumer: Consumer,
  name: string,
  ...request: Arguments
): Promise<void> => {
  const connection = await coordinatorOf(consumer);
  const api = await new Promise<API<Arguments, unknown>>((resolve, reject) => {
    consumer[kGetApi]<Arguments, unknown>(name, (error, found) => {
      if (found) resolve(found);
      else reject(error ?? new Error(`no ${name}`));
    });
  });
  await api.async(connection, ...request);
};

/**
 * Tells the coordinator that the member is alive. The library does so by itself, except while it is about to rejoin;
 * then the answer is that the group rebalances, which still counts as a sign of life.
 */
export const heartbeat = (consumer: Consumer): Promise<void> =>
  ask(consumer, 'Heartbeat', consumer.groupId, consumer.generationId, consumer.memberId ?? '', null);

/** Commits, and only that: `Consumer.commit` would join the group anew by itself where the broker refuses. */
export const commit = (consumer: Consumer, progress: readonly Progress[]): Promise<void> =>
  ask(
    consumer,
    'OffsetCommit',
    consumer.groupId,
    consumer.generationId,
    consumer.memberId ?? '',
    null,
    [...Map.groupBy(progress, ({ topic }) => topic)].map(([name, partitions]) => ({
      name,
      partitions: partitions.map(({ partition, offset }) => ({
        partitionIndex: partition,
        committedOffset: offset,
        committedLeaderEpoch: -1,
        committedMetadata: null,
      })),
    })),
  );
