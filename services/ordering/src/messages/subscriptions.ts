import { catalogEvents, identityEvents } from '@quayside/contracts';
import { on, onMany, sideBySide, type Subscription } from '@quayside/messaging';
import type { Logger } from '@quayside/runtime';
import { checkedOutEver } from './checked-out-ever.ts';
import type { createAnonymiseBuyer } from '../usecases/anonymise-buyer.ts';
import type { OrderChange } from '../usecases/order-store.ts';
import type { createSettleStock } from '../usecases/settle-stock.ts';
import type { createSubmitOrder } from '../usecases/submit-order.ts';

interface Handlers {
  submitOrder: ReturnType<typeof createSubmitOrder>;
  settleStock: ReturnType<typeof createSettleStock>;
  anonymiseBuyer: ReturnType<typeof createAnonymiseBuyer>;
  logger: Logger;
}

/** What Ordering listens to. Each handler passes the event's id on, for the order to record with the effect. */
export const createSubscriptions = (deps: Handlers): Subscription<undefined>[] => {
  const { submitOrder, settleStock, anonymiseBuyer, logger } = deps;
  const record = (orderId: string, what: string, { order, events }: OrderChange): void =>
    logger.info({ orderId, what, status: order.status, repeated: events.length === 0 }, 'order moved');

  return [
    onMany(
      checkedOutEver,
      sideBySide(async ({ id: eventId, data }) => {
        const { orderId: id, at, version: _, ...told } = data;
        const outcome = await submitOrder({ id, submittedAt: at, ...told }, { eventId });
        logger.info({ orderId: id, outcome }, 'order checked out');
      }),
    ),

    onMany(
      catalogEvents.stockReserved,
      sideBySide(async ({ id: eventId, data: { orderId } }) => {
        record(orderId, 'stock-reserved', await settleStock.confirmStock(orderId, { eventId }));
      }),
    ),

    onMany(
      catalogEvents.stockRejected,
      sideBySide(async ({ id: eventId, data: { orderId, lines } }) => {
        record(orderId, 'stock-rejected', await settleStock.rejectStock(orderId, lines, { eventId }));
      }),
    ),

    on(identityEvents.userDeleted, async ({ data: { userId } }) => {
      await anonymiseBuyer(userId);
      logger.info({ userId }, 'orders of a deleted user anonymised');
    }),
  ];
};
