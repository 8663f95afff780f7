import type { Consumer as KafkajsConsumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import { backoffMs, connectWithRetry, type Logger } from '@quayside/runtime';
import type { Inbox } from './inbox/inbox.ts';
import { versionGuardedInbox } from './inbox/version-guarded-inbox.ts';
import { ensureTopics } from './kafka/ensure-topics.ts';
import type { KafkaClient } from './kafka/kafka-client.ts';
import { firstValues } from './kafka/topic-tail.ts';
import { rewindGroup } from './kafka/rewind-group.ts';
import type { Publisher } from './kafka/publisher.ts';
import { createBatchSize } from './pipeline/batch-size.ts';
import type { Delivery } from './pipeline/delivery.ts';
import { heartbeatMs } from './pipeline/keep-alive.ts';
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
 * message is tried again after a rest. When kafkajs crashes, the consumer is not healthy and is built anew.
 */
export const createConsumer = <Tx = undefined>(options: ConsumerOptions<Tx>): Consumer => {
  const { kafka, group, subscriptions, publisher, logger, rest = { baseMs: 500, maxMs: 5000 } } = options;
  const topics = [...new Set(subscriptions.map(({ definition }) => definition.topic))];
  const stopping = new AbortController();
  const rests = new Map<string, { count: number; timer?: NodeJS.Timeout }>();
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

  const restPartition = ({ batch, pause }: EachBatchPayload): void => {
    const key = `${batch.topic}/${batch.partition}`;
    const count = (rests.get(key)?.count ?? 0) + 1;
    const resume = pause();
    rests.set(key, {
      count,
      timer: setTimeout(resume, rest.baseMs / 2 + backoffMs(count, rest.baseMs, rest.maxMs)),
    });
  };

  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    const { batch, resolveOffset, heartbeat, isRunning, isStale, commitOffsetsIfNecessary } = payload;
    const topic = batch.topic.slice(kafka.topicPrefix.length);
    const toDelivery = ({ key, value, headers, offset }: KafkaMessage): Delivery => ({
      message: { key, value, headers: firstValues(headers) },
      topic,
      partition: batch.partition,
      offset,
      signal: stopping.signal,
      heartbeat,
    });
    for (let next = 0; next < batch.messages.length;) {
      if (stopping.signal.aborted || !isRunning() || isStale()) return;
      const deliveries = batch.messages.slice(next, next + batchSize.current()).map(toDelivery);
      const startedAt = performance.now();
      const outcomes = await pipeline.settle(deliveries);
      batchSize.took(performance.now() - startedAt);
      const open = outcomes.findIndex((outcome) => outcome !== 'settled');
      const last = deliveries.at(open < 0 ? -1 : open - 1);
      if (open !== 0 && last) {
        rests.delete(`${batch.topic}/${batch.partition}`);
        resolveOffset(last.offset);
        await commitOffsetsIfNecessary();
        await heartbeat();
      }
      if (outcomes[open] === 'unavailable') return restPartition(payload);
      if (outcomes[open] === 'interrupted') return;
      next += deliveries.length;
    }
  };

  /** Joins the group; the answer resolves when the consumer crashed. */
  const join = async (): Promise<{ consumer: KafkajsConsumer; crashed: Promise<Error> }> => {
    await ensureTopics(kafka, topics, { groups: [group] });
    if (await options.hasLostItsCopy?.()) await rewindGroup(kafka, { group, logger });
    const consumer = kafka.kafkajs.consumer({
      groupId: kafka.prefixed(group),
      // After kill -9 the partitions of the dead member are free when its session has timed out; 6 s is the
      // least a broker takes by default (group.min.session.timeout.ms).
      sessionTimeout: 6_000,
      rebalanceTimeout: 20_000,
      heartbeatInterval: heartbeatMs,
      // The broker answers a fetch as soon as there is one byte, else after this time.
      minBytes: 1,
      maxWaitTimeInMs: 1000,
      maxBytesPerPartition: 512 * 1024,
      maxBytes: 4 * 1024 * 1024,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 1000, retries: 4, restartOnFailure: async () => false },
    });
    const crash = Promise.withResolvers<Error>();
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      healthy = false;
      crash.resolve(payload.error);
    });
    consumer.on(consumer.events.GROUP_JOIN, () => void (healthy = true));
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: topics.map(kafka.prefixed), fromBeginning: true });
      await consumer.run({
        autoCommitInterval: 1000,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 24,
        eachBatch,
      });
      return { consumer, crashed: crash.promise };
    } catch (error) {
      await consumer.disconnect().catch(() => undefined);
      throw error;
    }
  };

  const run = async (): Promise<void> => {
    const stopped = new Promise<undefined>((resolve) => {
      stopping.signal.addEventListener('abort', () => resolve(undefined));
    });
    for (let crashes = 1; !stopping.signal.aborted; crashes += 1) {
      const joined = await connectWithRetry('kafka consumer', join, { logger, signal: stopping.signal });
      if (!joined) return;
      const joinedAt = Date.now();
      const error = await Promise.race([joined.crashed, stopped]);
      if (Date.now() - joinedAt > steadyMs) crashes = 1;
      healthy = false;
      await joined.consumer.disconnect().catch(() => undefined);
      clearRests();
      if (!error) return;
      // A broker that starts refuses members for a moment, which is no fault.
      if ((error as { retriable?: boolean }).retriable) {
        logger.info({ reason: error.message, group }, 'the consumer left its group, it joins again');
      } else {
        logger.warn({ err: error, group, crashes }, 'the consumer crashed, it joins again');
      }
      await Promise.race([
        stopped,
        new Promise((resolve) => setTimeout(resolve, backoffMs(crashes, 200, 5000))),
      ]);
    }
  };

  const clearRests = (): void => {
    for (const { timer } of rests.values()) clearTimeout(timer);
    rests.clear();
  };

  return {
    start: async () => void (running ??= run()),
    healthy: () => healthy,
    close: async () => {
      stopping.abort();
      // kafkajs cannot be called off while it waits for a place in the group; the broker forgets us by itself.
      const patience = AbortSignal.timeout(closeLimitMs);
      await Promise.race([running, new Promise((resolve) => patience.addEventListener('abort', resolve))]);
    },
  };
};
