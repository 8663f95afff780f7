import type { Logger } from '@quayside/runtime';
import { headerOf } from '../cloud-event.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Publisher } from '../kafka/publisher.ts';
import type { Subscription } from '../subscription.ts';
import { isTransient, type IsAway } from '../transient-error.ts';
import { deadLetter } from './dead-letter.ts';
import type { Delivery, Outcome } from './delivery.ts';
import { handleOnce } from './handle-once.ts';
import { keepAlive } from './keep-alive.ts';
import { parse } from './parse.ts';
import { Interrupted, retry, type RetryPolicy } from './retry.ts';
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

/**
 * The way of a message: trace, parse, inbox, handler, bounded retry, dead-letter topic; the consumer commits the
 * offset when it is settled. A message at fault goes to the dead-letter topic. While a dependency is down no message
 * is at fault: the answer is then `unavailable`, and the consumer keeps it.
 */
export const createPipeline = <Tx>(
  options: PipelineOptions<Tx>,
): ((delivery: Delivery) => Promise<Outcome>) => {
  const { group, inbox, isAway, publisher, logger } = options;
  const byType = new Map(
    options.subscriptions.map((subscription) => [subscription.definition.type, subscription]),
  );

  const handle = async (delivery: Delivery, subscription: Subscription<Tx> | undefined): Promise<void> => {
    const event = parse(delivery, subscription);
    if (!subscription) return;
    const { signal } = delivery;
    await retry(options.retry, { signal, logger }, (attempt) =>
      handleOnce({ inbox, subscription, logger }, event, { attempt, signal }),
    );
  };

  const settle = async (delivery: Delivery, subscription: Subscription<Tx> | undefined): Promise<Outcome> => {
    const { topic, partition, offset } = delivery;
    try {
      await handle(delivery, subscription);
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

  return async (delivery) => {
    const type = headerOf(delivery.message, 'ce_type');
    const subscription = type === undefined ? undefined : byType.get(type);
    // Other event types of the topic are for others; what has no type is at fault.
    if (type !== undefined && !subscription) return 'settled';
    return keepAlive(delivery.heartbeat, () => trace(delivery, group, () => settle(delivery, subscription)));
  };
};
