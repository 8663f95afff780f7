import { backoffMs, connectWithRetry, type Logger } from '@quayside/runtime';
import type { Inbox } from './inbox/inbox.ts';
import { versionGuardedInbox } from './inbox/version-guarded-inbox.ts';
import { ensureTopics } from './kafka/ensure-topics.ts';
import type { KafkaClient } from './kafka/kafka-client.ts';
import type { Batch, BatchMessage, Membership } from './kafka/kafka-driver.ts';
import { rewindGroup } from './kafka/rewind-group.ts';
import type { Publisher } from './kafka/publisher.ts';
import { createBatchSize } from './pipeline/batch-size.ts';
import type { Delivery } from './pipeline/delivery.ts';
import { createPipeline } from './pipeline/pipeline.ts';
import type { RetryPolicy } from './pipeline/retry.ts';
import type { Subscription } from './subscription.ts';
import type { IsAway } from './transient-error.ts';

/** A consumer that ran this long is not in a row of crashes. */
const steadyMs = 60_000;

/** The most messages of a partition that are settled before their offsets are. */
const mostTogether = 100;

/** Time for the message under way, and for leaving the group. */
const closeLimitMs = 5000;

interface Ending {
  reason: Error;
  isRoutine: boolean;
}

export interface Consumer {
  /** Joins the group in the background, as soon as Kafka is there; resolves at once. */
  start(): Promise<void>;
  /** True while this process is a member of the group and reads. */
  healthy(): boolean;
  /** Finishes the message in work, commits, leaves the group. */
  close(): Promise<void>;
}

export interface ConsumerOptions<Tx> {
  kafka: KafkaClient;
  /** The subscribing service; without the prefix. */
  group: string;
  subscriptions: readonly Subscription<Tx>[];
  /** Default: `versionGuardedInbox`, which records nothing. */
  inbox?: Inbox<Tx>;
  /**
   * Knows the errors of the stores that the handlers use, such as `postgresIsAway`: a message that met one waits,
   * with any other error it ends among the dead letters. Faults of the network and `TransientError` need no mention.
   */
  isAway: IsAway;
  /** Takes the dead letters. */
  publisher: Pick<Publisher, 'send'>;
  retry?: Partial<RetryPolicy>;
  /** How long a partition rests while a dependency of its handler is down; doubles up to `maxMs`. */
  rest?: { baseMs: number; maxMs: number };
  /**
   * Asked before joining: true when what this group has built from the events is gone (an emptied database), so that
   * they are read again from the beginning. Handlers must take an event they have seen.
   */
  hasLostItsCopy?: () => Promise<boolean>;
  logger: Logger;
}

/**
 * A member of a consumer group. Messages of one partition are handled one after the other, or together where their
 * subscription takes many, partitions side by side; an offset is committed after its message is settled (see
 * `createPipeline`). A message whose handler finds a
 * dependency down is not given up: its partition pauses, the member keeps its place in the group, and the same
 * message is tried again after a rest. When its membership ends unasked, the consumer is not healthy and is built anew.
 */
export const createConsumer = <Tx = undefined>(options: ConsumerOptions<Tx>): Consumer => {
  const { kafka, group, subscriptions, publisher, logger, rest = { baseMs: 500, maxMs: 5000 } } = options;
  const topics = [...new Set(subscriptions.map(({ definition }) => definition.topic))];
  const stopping = new AbortController();
  const rests = new Map<string, number>();
  let healthy = false;
  let running: Promise<void> | undefined;

  const takesMany = subscriptions.some(({ handleMany }) => handleMany);
  const batchSize = createBatchSize({ most: takesMany ? mostTogether : 1 });

  const pipeline = createPipeline({
    group,
    subscriptions,
    inbox: options.inbox ?? (versionGuardedInbox as Inbox<unknown> as Inbox<Tx>),
    isAway: options.isAway,
    publisher,
    retry: { attempts: 5, baseMs: 50, maxMs: 1000, ...options.retry },
    logger,
  });

  const restMs = (partition: string): number => {
    const count = (rests.get(partition) ?? 0) + 1;
    rests.set(partition, count);
    return rest.baseMs / 2 + backoffMs(count, rest.baseMs, rest.maxMs);
  };

  const onBatch = async (batch: Batch): Promise<number | undefined> => {
    const partition = `${batch.topic}/${batch.partition}`;
    const topic = batch.topic.slice(kafka.topicPrefix.length);
    const toDelivery = ({ offset, ...message }: BatchMessage): Delivery => ({
      message,
      topic,
      partition: batch.partition,
      offset,
      signal: stopping.signal,
      heartbeat: batch.heartbeat,
    });
    for (let next = 0; next < batch.messages.length;) {
      if (stopping.signal.aborted || !batch.isCurrent()) return undefined;
      const deliveries = batch.messages.slice(next, next + batchSize.current()).map(toDelivery);
      const startedAt = performance.now();
      const outcomes = await pipeline.settle(deliveries);
      batchSize.took(performance.now() - startedAt);
      const open = outcomes.findIndex((outcome) => outcome !== 'settled');
      const last = deliveries.at(open < 0 ? -1 : open - 1);
      if (open !== 0 && last) {
        rests.delete(partition);
        await batch.settled(last.offset);
      }
      if (outcomes[open] === 'unavailable') return restMs(partition);
      if (outcomes[open] === 'interrupted') return undefined;
      next += deliveries.length;
    }
    return undefined;
  };

  /** Joins the group; the answer's `ended` resolves when this membership has. */
  const join = async (): Promise<{ member: Membership; ended: Promise<Ending> }> => {
    await ensureTopics(kafka, topics, { groups: [group] });
    if (await options.hasLostItsCopy?.()) await rewindGroup(kafka, { group, logger });
    const ended = Promise.withResolvers<Ending>();
    const driver = await kafka.driver();
    const member = await driver.join({
      group: kafka.prefixed(group),
      topics: topics.map(kafka.prefixed),
      commits: true,
      maxWaitMs: 1000,
      onBatch,
      onJoin: () => void (healthy = true),
      onEnd: (reason, { isRoutine }) => {
        healthy = false;
        ended.resolve({ reason, isRoutine });
      },
    });
    return { member, ended: ended.promise };
  };

  const run = async (): Promise<void> => {
    const stopped = new Promise<undefined>((resolve) => {
      stopping.signal.addEventListener('abort', () => resolve(undefined));
    });
    for (let crashes = 1; !stopping.signal.aborted; crashes += 1) {
      const joined = await connectWithRetry('kafka consumer', join, { logger, signal: stopping.signal });
      if (!joined) return;
      const joinedAt = Date.now();
      const ending = await Promise.race([joined.ended, stopped]);
      if (Date.now() - joinedAt > steadyMs) crashes = 1;
      healthy = false;
      await joined.member.leave().catch(() => undefined);
      rests.clear();
      if (!ending) return;
      const { reason, isRoutine } = ending;
      if (isRoutine)
        logger.info({ reason: reason.message, group }, 'the consumer left its group, it joins again');
      else logger.warn({ err: reason, group, crashes }, 'the consumer crashed, it joins again');
      await Promise.race([
        stopped,
        new Promise((resolve) => setTimeout(resolve, backoffMs(crashes, 200, 5000))),
      ]);
    }
  };

  return {
    start: async () => void (running ??= run()),
    healthy: () => healthy,
    close: async () => {
      stopping.abort();
      // A client cannot always be called off while it waits for a place in the group; the broker forgets us by itself.
      const patience = AbortSignal.timeout(closeLimitMs);
      await Promise.race([running, new Promise((resolve) => patience.addEventListener('abort', resolve))]);
    },
  };
};
