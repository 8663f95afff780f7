import type { EachBatchPayload, IHeaders, Kafka } from 'kafkajs';
import { membership, type Membership, type MembershipOptions } from '../kafka-driver.ts';

/**
 * A member of a group through kafkajs. Its fetches of one broker are handled together: while a batch is in work, what
 * comes to other partitions of that broker waits for its end; a partition that rests holds up nobody.
 */
export const joinByKafkajs = async (kafka: Kafka, options: MembershipOptions): Promise<Membership> => {
  const rests = new Set<NodeJS.Timeout>();
  const consumer = kafka.consumer({
    groupId: options.group,
    sessionTimeout: membership.sessionTimeoutMs,
    rebalanceTimeout: membership.rebalanceTimeoutMs,
    heartbeatInterval: membership.heartbeatMs,
    // The broker answers a fetch as soon as there is one byte, else after this time.
    minBytes: 1,
    maxWaitTimeInMs: options.maxWaitMs,
    maxBytesPerPartition: membership.maxBytesPerPartition,
    maxBytes: membership.maxBytes,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 100, maxRetryTime: 1000, retries: 4, restartOnFailure: async () => false },
  });
  consumer.on(consumer.events.CRASH, ({ payload: { error } }) =>
    // A broker that starts refuses members for a moment.
    options.onEnd(error, { isRoutine: (error as { retriable?: boolean }).retriable === true }),
  );
  consumer.on(consumer.events.GROUP_JOIN, () => options.onJoin());

  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    const { batch, resolveOffset, heartbeat, isRunning, isStale, commitOffsetsIfNecessary } = payload;
    const restMs = await options.onBatch({
      topic: batch.topic,
      partition: batch.partition,
      messages: batch.messages.map(({ key, value, headers, offset }) => ({
        key,
        value,
        headers: firstValues(headers),
        offset,
      })),
      isCurrent: () => isRunning() && !isStale(),
      heartbeat,
      settled: async (offset) => {
        resolveOffset(offset);
        if (options.commits) await commitOffsetsIfNecessary();
        await heartbeat();
      },
    });
    if (restMs === undefined) return;
    const resume = payload.pause();
    const timer = setTimeout(() => {
      rests.delete(timer);
      resume();
    }, restMs);
    rests.add(timer);
  };

  const leave = async (): Promise<void> => {
    await consumer.disconnect().catch(() => undefined);
    for (const timer of rests) clearTimeout(timer);
  };
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: options.commits,
      autoCommitInterval: membership.commitMs,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 24,
      eachBatch,
    });
  } catch (error) {
    await leave();
    throw error;
  }
  return { leave };
};

/** kafkajs gives a list where a header stands twice; CloudEvents attributes stand once. */
const firstValues = (headers: IHeaders | undefined): Record<string, Buffer | string | undefined> =>
  Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
