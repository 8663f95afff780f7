import type { Consumer, ConnectionPool, RecordsBatch } from '@platformatic/kafka';
import { membership, type BatchMessage } from '../kafka-driver.ts';
import type { AssignedPartition, Fetched } from './assigned-partition.ts';
import { protocolErrors } from './protocol-errors.ts';

/** How long a fetch waits at the broker while a partition is full, which is then soon to be asked for again. */
const shortWaitMs = 50;
const control = 1 << 5;
const earliest = -2n;

/**
 * Fetches for the partitions that want messages, one request at a time for each broker, on connections of its own: a
 * broker answers the requests of a connection one after the other, and heartbeats are not to wait for messages.
 *
 * @returns a function that looks which partitions want messages now
 */
export const createFetching = (options: {
  consumer: Consumer;
  connectionPool: ConnectionPool;
  partitions: readonly AssignedPartition[];
  maxWaitMs: number;
  onError: (error: unknown) => void;
}): (() => void) => {
  const { consumer, connectionPool, partitions, onError } = options;
  const topics = [...new Set(partitions.map(({ topic }) => topic))];
  const busyNodes = new Set<number>();
  let looking = false;
  let lookAgain = false;

  const resetOutOfRange = async (asked: readonly AssignedPartition[]): Promise<void> => {
    const names = [...new Set(asked.map(({ topic }) => topic))];
    const [first, last] = await Promise.all([
      consumer.listOffsets({ topics: [...names], timestamp: earliest }),
      consumer.listOffsets({ topics: [...names] }),
    ]);
    for (const partition of asked) {
      const at = partition.wanted();
      const from = first.get(partition.topic)?.[partition.partition] ?? 0n;
      const to = last.get(partition.topic)?.[partition.partition] ?? 0n;
      if (at !== undefined && (at < from || at > to)) partition.resetTo(from);
    }
  };

  const fetch = async (
    node: number,
    wanted: Map<string, { partition: AssignedPartition; offset: bigint; topicId: string }>,
  ): Promise<void> => {
    const asked = [...wanted.values()];
    const requests = [...Map.groupBy(asked, ({ topicId }) => topicId)].map(([topicId, ofTopic]) => ({
      topicId,
      partitions: ofTopic.map(({ partition, offset }) => ({
        partition: partition.partition,
        fetchOffset: offset,
        currentLeaderEpoch: -1,
        lastFetchedEpoch: -1,
        partitionMaxBytes: membership.maxBytesPerPartition,
      })),
    }));
    try {
      const response = await consumer.fetch({
        node,
        topics: requests,
        connectionPool,
        minBytes: 1,
        maxBytes: membership.maxBytes,
        maxWaitTime: partitions.some((partition) => partition.isFull()) ? shortWaitMs : options.maxWaitMs,
      });
      handOut(response, wanted);
    } catch (error) {
      if (!protocolErrors(error).includes('OFFSET_OUT_OF_RANGE')) throw error;
      await resetOutOfRange(asked.map(({ partition }) => partition));
    }
  };

  const lookNow = async (): Promise<void> => {
    const { topics: known } = await consumer.metadata({ topics: [...topics] });
    const byNode = new Map<number, Parameters<typeof fetch>[1]>();
    for (const partition of partitions) {
      const topic = known.get(partition.topic);
      const node = topic?.partitions[partition.partition]?.leader;
      const offset = partition.wanted();
      if (!topic || node === undefined || offset === undefined || busyNodes.has(node)) continue;
      const wanted = byNode.get(node) ?? new Map();
      byNode.set(
        node,
        wanted.set(keyOf(topic.id, partition.partition), { partition, offset, topicId: topic.id }),
      );
    }
    for (const [node, wanted] of byNode) {
      busyNodes.add(node);
      fetch(node, wanted)
        .finally(() => busyNodes.delete(node))
        .then(look, onError);
    }
  };

  const look = (): void => {
    lookAgain = looking;
    if (looking) return;
    looking = true;
    lookNow()
      .finally(() => (looking = false))
      .then(() => lookAgain && look(), onError);
  };
  return look;
};

const keyOf = (topicId: string, partition: number): string => `${topicId}/${partition}`;

/** The broker may also answer for partitions of an earlier request; those are not asked for here. */
const handOut = (
  { responses }: Awaited<ReturnType<Consumer['fetch']>>,
  wanted: Map<string, { partition: AssignedPartition; offset: bigint }>,
): void => {
  for (const { topicId, partitions } of responses) {
    for (const { partitionIndex, records } of partitions) {
      const asked = wanted.get(keyOf(topicId, partitionIndex));
      if (!asked || !records || records.length === 0) continue;
      // It may have been rewound since it was asked for.
      if (asked.partition.wanted() === asked.offset) asked.partition.take(fetchedOf(records, asked.offset));
    }
  }
};

const fetchedOf = (batches: readonly RecordsBatch[], from: bigint): Fetched => {
  const messages: BatchMessage[] = [];
  let next = from;
  for (const { firstOffset, lastOffsetDelta, attributes, records } of batches) {
    next = firstOffset + BigInt(lastOffsetDelta) + 1n;
    if (attributes & control) continue;
    for (const { offsetDelta, key, value, headers } of records) {
      const offset = firstOffset + BigInt(offsetDelta);
      // The broker answers with whole batches of records.
      if (offset >= from) messages.push({ offset: String(offset), key, value, headers: headersOf(headers) });
    }
  }
  return { messages, next };
};

/** Of a header that stands twice the first counts; CloudEvents attributes stand once. */
const headersOf = (headers: readonly (readonly [Buffer | null, Buffer | null])[]) => {
  const found: Record<string, Buffer> = {};
  for (const [name, value] of headers) if (name && value) found[name.toString()] ??= value;
  return found;
};
