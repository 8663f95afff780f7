import type { BatchMessage, MembershipOptions } from '../kafka-driver.ts';
import type { Progress } from './group-requests.ts';

/** What a fetch brought of one partition: messages, and where to fetch from next. */
export interface Fetched {
  readonly messages: readonly BatchMessage[];
  readonly next: bigint;
}

/**
 * One partition while this process has it: a batch in work, at most one that waits behind it, and the offset to fetch
 * from next. So there is a fetch under way for it also while a batch is in work.
 */
export interface AssignedPartition {
  readonly topic: string;
  readonly partition: number;
  /** Where the next fetch begins; undefined while none is wanted. */
  wanted(): bigint | undefined;
  /** Whether messages wait behind the batch in work, so that none are wanted. */
  isFull(): boolean;
  take(fetched: Fetched): void;
  /** Begins anew from this offset, which the broker has. */
  resetTo(offset: bigint): void;
  /** The offset to commit, if it is not yet. */
  uncommitted(): Progress | undefined;
  committed(progress: Progress): void;
  /** Ends after the batch in work. */
  stop(): Promise<void>;
}

export const assignPartition = (options: {
  topic: string;
  partition: number;
  /** Where it goes on, and what was committed. */
  from: bigint;
  /** Of the generation before, where its batch in work took too long to wait for. */
  after: Promise<void> | undefined;
  onBatch: MembershipOptions['onBatch'];
  onWanted: () => void;
  onSettled: () => void;
  onError: (error: unknown) => void;
}): AssignedPartition => {
  const { topic, partition, onWanted, onSettled } = options;
  const waiting: Fetched[] = [];
  let position = options.from;
  let settled = options.from;
  let committed = options.from;
  let stopped = false;
  let working: Promise<void> | undefined;
  let resting: NodeJS.Timeout | undefined;

  const goOnFromSettled = (): void => {
    waiting.length = 0;
    position = settled;
  };

  const rest = (ms: number): void => {
    resting = setTimeout(() => {
      resting = undefined;
      onWanted();
    }, ms);
  };

  const handle = async ({ messages, next }: Fetched): Promise<void> => {
    const last = messages.at(-1)?.offset;
    const restMs = await options.onBatch({
      topic,
      partition,
      messages,
      isCurrent: () => !stopped,
      // The library beats by itself.
      heartbeat: async () => undefined,
      settled: async (offset) => {
        // Behind the last message there may be records that are none, such as marks of a transaction.
        settled = offset === last ? next : BigInt(offset) + 1n;
        onSettled();
      },
    });
    if (stopped || settled === next) return;
    goOnFromSettled();
    if (restMs !== undefined) rest(restMs);
  };

  const work = async (): Promise<void> => {
    await options.after;
    for (let fetched = waiting.shift(); fetched && !stopped; fetched = waiting.shift()) {
      onWanted();
      await handle(fetched);
    }
  };

  const startWork = (): void => {
    working ??= work()
      .catch(options.onError)
      .finally(() => {
        working = undefined;
        if (!stopped) onWanted();
      });
  };

  return {
    topic,
    partition,
    wanted: () => (stopped || resting || waiting.length > 0 ? undefined : position),
    isFull: () => waiting.length > 0,
    take: (fetched) => {
      if (stopped) return;
      position = fetched.next;
      if (fetched.messages.length === 0) {
        if (!working) settled = fetched.next;
        return;
      }
      waiting.push(fetched);
      startWork();
    },
    resetTo: (offset) => {
      settled = offset;
      goOnFromSettled();
    },
    uncommitted: () => (settled === committed ? undefined : { topic, partition, offset: settled }),
    committed: ({ offset }) => void (committed = offset),
    stop: async () => {
      stopped = true;
      clearTimeout(resting);
      await working;
    },
  };
};
