import { basketEvents } from '@quayside/contracts';
import { newEvent } from '@quayside/messaging';
import { redisOutbox } from '@quayside/redis';
import type { LinkRequest } from '../usecases/draft-order-store.ts';

/** The integration event of a link that is to be mailed, as an outbox entry; it names nobody. */
export const linkRequestFields = ({ orderId, buyerId, at, version }: LinkRequest): string[] =>
  redisOutbox.toStreamFields(
    newEvent(basketEvents.paymentLinkRequested, {
      subject: orderId,
      source: 'basket',
      data: {
        ...{ orderId, at: new Date(at).toISOString(), version },
        ...(buyerId !== undefined && { buyerId }),
      },
    }),
  );
