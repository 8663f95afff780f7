import { backoffMs, type Logger } from '@quayside/runtime';
import type { Inbox } from './inbox/inbox.ts';
import { versionGuardedInbox } from './inbox/version-guarded-inbox.ts';
import { ensureTopics, redrivenFrom, redriveTopic } from './kafka/ensure-topics.ts';
import type { KafkaClient } from './kafka/kafka-client.ts';
import type { Batch, BatchMessage } from './kafka/kafka-driver.ts';
import { rewindGroup } from './kafka/rewind-group.ts';
import type { Publisher } from './kafka/publisher.ts';
import { stayMember, type StayingMember } from './kafka/stay-member.ts';
import { createBatchSize } from './pipeline/batch-size.ts';
import type { Delivery } from './pipeline/delivery.ts';
import { createPipeline } from './pipeline/pipeline.ts';
import type { RetryPolicy } from './pipeline/retry.ts';
import type { Subscription } from './subscription.ts';
import type { IsAway } from './transient-error.ts';

/** The most messages of a partition that are settled before their offsets are. */
const mostTogether = 100;

export type Consumer = StayingMember;

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
 * What is sent again for this group alone (`redriveTopic`) is read as if it came from where it first stood.
 */
export const createConsumer = <Tx = undefined>(options: ConsumerOptions<Tx>): Consumer => {
  const { kafka, group, subscriptions, publisher, logger, rest = { baseMs: 500, maxMs: 5000 } } = options;
  const topics = [...new Set(subscriptions.map(({ definition }) => definition.topic))];
  const stopping = new AbortController();
  const rests = new Map<string, number>();
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
    const topic = redrivenFrom(batch.topic.slice(kafka.topicPrefix.length), group);
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

  return stayMember({
    kafka,
    group,
    topics: [...topics, ...topics.map((topic) => redriveTopic(topic, group))],
    beforeJoin: async () => {
      await ensureTopics(kafka, topics, { groups: [group] });
      if (await options.hasLostItsCopy?.()) await rewindGroup(kafka, { group, logger });
    },
    onBatch,
    onLeft: () => rests.clear(),
    stopping,
    logger,
  });
};
