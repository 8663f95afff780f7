import type { IntegrationEvent } from '@quayside/contracts';
import type { Logger } from '@quayside/runtime';
import type { Inbox } from '../inbox/inbox.ts';
import type { HandlerContext, Subscription } from '../subscription.ts';

/** Runs the handler inside the inbox, so that a redelivered event has no second effect. */
export const handleOnce = async <Tx>(
  { inbox, subscription, logger }: { inbox: Inbox<Tx>; subscription: Subscription<Tx>; logger: Logger },
  event: IntegrationEvent,
  context: Omit<HandlerContext<Tx>, 'tx'>,
): Promise<void> => {
  const result = await inbox.once(event, (tx) => subscription.handle(event, { ...context, tx }));
  logger.debug({ eventId: event.id, type: event.type, subject: event.subject, result }, 'event handled');
};
