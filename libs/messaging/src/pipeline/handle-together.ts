import type { IntegrationEvent } from '@quayside/contracts';
import type { Logger, OpenSpan } from '@quayside/runtime';
import type { Inbox } from '../inbox/inbox.ts';
import type { Subscription } from '../subscription.ts';
import type { Delivery } from './delivery.ts';
import { parse } from './parse.ts';
import { openTrace } from './trace.ts';

/**
 * Has the effects of several events of one type in one transaction, with one call of the subscription's `handleMany`.
 *
 * @throws whatever keeps one of them from being handled; then none of them is recorded as handled
 */
export const handleTogether = async <Tx>(
  options: {
    group: string;
    inbox: Inbox<Tx>;
    subscription: Subscription<Tx>;
    logger: Logger;
  },
  deliveries: readonly [Delivery, ...Delivery[]],
): Promise<void> => {
  const { group, inbox, subscription, logger } = options;
  const { signal } = deliveries[0];
  const events = new Map<string, { event: IntegrationEvent; delivery: Delivery }>();
  for (const delivery of deliveries) {
    const event = parse(delivery, subscription);
    if (!events.has(event.id)) events.set(event.id, { event, delivery });
  }
  const spans: OpenSpan[] = [];
  const receive = ({ event, delivery }: { event: IntegrationEvent; delivery: Delivery }) => {
    const span = openTrace(delivery, group);
    spans.push(span);
    return { event, within: span.run };
  };
  const all = [...events.values()];
  let handled = 0;
  try {
    await inbox.onceForAll(
      all.map(({ event }) => event),
      async (tx, fresh) => {
        handled = fresh.size;
        const received = all.filter(({ event }) => fresh.has(event.id)).map(receive);
        await subscription.handleMany?.(received, { tx, attempt: 1, signal });
      },
    );
    for (const span of spans) span.end();
  } catch (error) {
    for (const span of spans) span.end(error);
    throw error;
  }
  logger.debug({ type: subscription.definition.type, events: all.length, handled }, 'events handled');
};
