import { catalogEvents, identityEvents, orderingEvents } from '@quayside/contracts';
import { on, onMany, sideBySide, type Subscription } from '@quayside/messaging';
import type { Logger } from '@quayside/runtime';
import { checkedOutEver } from './checked-out-ever.ts';
import type { createAnonymiseBuyer } from '../usecases/anonymise-buyer.ts';
import type { createCountCustomers } from '../usecases/count-customers.ts';
import type { InvoiceBooks } from '../usecases/invoices.ts';
import type { OrderChange } from '../usecases/order-store.ts';
import type { createSettleStock } from '../usecases/settle-stock.ts';
import type { createSubmitOrder } from '../usecases/submit-order.ts';

interface Handlers {
  submitOrder: ReturnType<typeof createSubmitOrder>;
  settleStock: ReturnType<typeof createSettleStock>;
  anonymiseBuyer: ReturnType<typeof createAnonymiseBuyer>;
  /** Gives an account what its owner ordered as a guest; answers how many orders. */
  claimOrders: (userId: string) => Promise<number>;
  buyersOf: (orderIds: readonly string[]) => Promise<string[]>;
  countCustomers: ReturnType<typeof createCountCustomers>;
  /** A moment later, and after a crash at the next start. */
  countSoon: (customerIds: readonly string[]) => void;
  issueInvoices: InvoiceBooks['issue'];
  logger: Logger;
}

/** What Ordering listens to. Each handler passes the event's id on, for the order to record with the effect. */
export const createSubscriptions = (deps: Handlers): Subscription<undefined>[] => {
  const { submitOrder, settleStock, anonymiseBuyer, claimOrders, logger } = deps;
  const { buyersOf, countCustomers, countSoon, issueInvoices } = deps;
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

    // Ordering's own: counted and invoiced apart from the orders' writes, of which there are to be no more.
    onMany(orderingEvents.orderSubmitted, async (received) =>
      countSoon(received.map(({ event }) => event.data.buyerId)),
    ),
    onMany(orderingEvents.orderPaid, async (received) => {
      await issueInvoices(received.map(({ event }) => event.data.orderId));
      countSoon(received.map(({ event }) => event.data.buyerId));
    }),
    onMany(orderingEvents.orderRefunded, async (received) => {
      const orderIds = received.map(({ event }) => event.data.orderId);
      await issueInvoices(orderIds);
      await countCustomers(await buyersOf(orderIds));
    }),

    on(identityEvents.userConfirmed, async ({ data: { userId } }) => {
      const claimed = await claimOrders(userId);
      if (claimed > 0) countSoon([userId]);
      logger.info({ userId, claimed }, 'orders of a guest who has an account now');
    }),

    on(identityEvents.userDeleted, async ({ data: { userId } }) => {
      await anonymiseBuyer(userId);
      logger.info({ userId }, 'orders of a deleted user anonymised');
    }),
  ];
};
