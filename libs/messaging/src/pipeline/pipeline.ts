import type { Logger } from '@quayside/runtime';
import { headerOf } from '../cloud-event.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Publisher } from '../kafka/publisher.ts';
import { oneForEachType, type Subscription } from '../subscription.ts';
import { isTransient, type IsAway } from '../transient-error.ts';
import { deadLetter } from './dead-letter.ts';
import type { Delivery, Outcome } from './delivery.ts';
import { handleOnce } from './handle-once.ts';
import { handleTogether } from './handle-together.ts';
import { keepAlive } from './keep-alive.ts';
import { parse } from './parse.ts';
import { Interrupted, retry, type RetryPolicy } from './retry.ts';
import { stepsOf } from './steps.ts';
import { trace } from './trace.ts';

export interface PipelineOptions<Tx> {
  group: string;
  subscriptions: readonly Subscription<Tx>[];
  inbox: Inbox<Tx>;
  isAway: IsAway;
  publisher: Pick<Publisher, 'send'>;
  retry: RetryPolicy;
  logger: Logger;
}

export interface Pipeline {
  /**
   * Settles messages of one partition; answers what became of each. One that is not settled stops those after it, which
   * share its outcome: but of what was taken together with messages before it, some may be settled already.
   */
  settle(deliveries: readonly Delivery[]): Promise<readonly Outcome[]>;
}

/**
 * The way of a message: trace, parse, inbox, handler, bounded retry, dead-letter topic; the consumer commits the
 * offset when it is settled. A message at fault goes to the dead-letter topic. While a dependency is down no message
 * is at fault: the answer is then `unavailable`, and the consumer keeps it.
 *
 * Messages of a type whose subscription takes many are first tried together, in one transaction. If that fails,
 * whatever the reason, each goes its way alone.
 */
export const createPipeline = <Tx>(options: PipelineOptions<Tx>): Pipeline => {
  const { group, inbox, isAway, publisher, logger } = options;
  const byType = oneForEachType(options.subscriptions);

  const subscriptionOf = ({ message }: Delivery): Subscription<Tx> | undefined =>
    byType.get(headerOf(message, 'ce_type') ?? '');

  const takesMany = (delivery: Delivery): boolean => subscriptionOf(delivery)?.handleMany !== undefined;

  /** Other event types of the topic are for others; what has no type is at fault. */
  const isForOthers = ({ message }: Delivery): boolean => {
    const type = headerOf(message, 'ce_type');
    return type !== undefined && !byType.has(type);
  };

  const handle = async (delivery: Delivery, subscription: Subscription<Tx> | undefined): Promise<void> => {
    const event = parse(delivery, subscription);
    if (!subscription) return;
    const { signal } = delivery;
    await retry(options.retry, { signal, logger }, (attempt) =>
      handleOnce({ inbox, subscription, logger }, event, { attempt, signal }),
    );
  };

  const settleInTrace = async (delivery: Delivery): Promise<Outcome> => {
    const { topic, partition, offset } = delivery;
    try {
      await handle(delivery, subscriptionOf(delivery));
      return 'settled';
    } catch (error) {
      if (error instanceof Interrupted) return 'interrupted';
      if (isTransient(error) || isAway(error)) {
        logger.warn({ err: error, topic, partition, offset }, 'a dependency is down, the message waits');
        return 'unavailable';
      }
      const reason = await deadLetter(publisher, group, delivery, error);
      logger.error(
        { err: error, topic, partition, offset, group, reason },
        'message went to the dead-letter topic',
      );
      return 'settled';
    }
  };

  const settleAlone = async (delivery: Delivery): Promise<Outcome> => {
    try {
      return await trace(delivery, group, () => settleInTrace(delivery));
    } catch (error) {
      const { topic, offset } = delivery;
      logger.warn({ err: error, topic, offset }, 'a message could not be settled, it waits');
      return 'unavailable';
    }
  };

  const settledTogether = async (step: readonly Delivery[]): Promise<boolean> => {
    const [first, ...rest] = step;
    if (!first || rest.length === 0) return false;
    const subscription = subscriptionOf(first);
    if (!subscription?.handleMany) return false;
    try {
      await handleTogether({ group, inbox, subscription, logger }, [first, ...rest]);
      return true;
    } catch (error) {
      const { topic, partition, offset } = first;
      const about = { err: error, topic, partition, offset, messages: step.length };
      logger.info(about, 'messages could not be handled together, each goes alone');
      return false;
    }
  };

  const settle = async (deliveries: readonly Delivery[]): Promise<Outcome[]> => {
    const settled = new Set(deliveries.filter(isForOthers));
    let stop: Outcome | undefined;
    const steps = stepsOf(
      deliveries.filter((delivery) => !settled.has(delivery)),
      {
        kind: (delivery) => (takesMany(delivery) ? subscriptionOf(delivery) : delivery),
        key: ({ message }) => message.key?.toString() ?? '',
      },
    );
    for (const step of steps) {
      if (stop) break;
      const together = await settledTogether(step);
      for (const delivery of step) {
        if (!together && delivery.signal.aborted) stop ??= 'interrupted';
        if (stop) break;
        const outcome = together ? 'settled' : await settleAlone(delivery);
        if (outcome === 'settled') settled.add(delivery);
        else stop = outcome;
      }
    }
    return deliveries.map((delivery) => (settled.has(delivery) ? 'settled' : (stop ?? 'unavailable')));
  };

  return {
    settle: async (deliveries) => {
      const [first] = deliveries;
      return first ? keepAlive(first.heartbeat, () => settle(deliveries)) : [];
    },
  };
};
