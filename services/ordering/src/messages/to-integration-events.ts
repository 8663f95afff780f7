import { orderingEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import type { Order } from '../domain/order.ts';
import type { OrderEvent } from '../domain/order-event.ts';
import { unreachable } from '../domain/unreachable.ts';

/** What the other services are told of a domain event; `order` is the order after it. */
const toIntegrationEvent = (event: OrderEvent, order: Order): OutgoingEvent | undefined => {
  const orderId = order.id;
  const about = { subject: orderId, source: 'ordering' };
  const lines = order.lines.map(({ itemId, quantity }) => ({ itemId, quantity }));
  const identity = { orderId, buyerId: order.buyer.id, version: order.version };
  const summary = { ...identity, lines, total: order.totals.total };

  switch (event.type) {
    case 'order-submitted': {
      const { number, totals } = order;
      const named = order.lines.map(({ itemId, name, unitPrice, quantity }) => ({
        itemId,
        name,
        unitPrice,
        quantity,
      }));
      const data = { ...identity, number, totals, lines: named, at: order.submittedAt };
      return newEvent(orderingEvents.orderSubmitted, { ...about, data });
    }
    case 'grace-period-ended': {
      const data = { orderId, lines, version: order.version };
      return newEvent(orderingEvents.orderAwaitingValidation, { ...about, data });
    }
    case 'stock-confirmed':
      return newEvent(orderingEvents.orderStockConfirmed, { ...about, data: summary });
    case 'order-paid':
      return newEvent(orderingEvents.orderPaid, { ...about, data: summary });
    case 'order-cancelled': {
      const data = { ...identity, reason: event.reason, lines };
      return newEvent(orderingEvents.orderCancelled, { ...about, data });
    }
    case 'order-refunded': {
      const data = { orderId, amount: order.totals.total, version: order.version };
      return newEvent(orderingEvents.orderRefunded, { ...about, data });
    }
    case 'charge-begun':
    case 'refund-begun':
    case 'charge-found':
    case 'buyer-anonymised':
      return undefined;
    default:
      return unreachable(event);
  }
};

export const toIntegrationEvents = (
  happened: readonly { event: OrderEvent; order: Order }[],
): OutgoingEvent[] => happened.flatMap(({ event, order }) => toIntegrationEvent(event, order) ?? []);
