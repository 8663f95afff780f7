import { destinationOf, orderingEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import { asLines, tally, unitsWanted } from '../domain/fulfilment.ts';
import type { Units } from '../domain/fulfilment-entry.ts';
import type { Order } from '../domain/order.ts';
import type { OrderEvent } from '../domain/order-event.ts';
import { refundsOf } from '../domain/payment-ledger.ts';
import { unreachable } from '../domain/unreachable.ts';

type Of<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>;

const linesOf = (order: Order): Units[] => order.lines.map(({ itemId, quantity }) => ({ itemId, quantity }));
const aboutOf = ({ id }: Order) => ({ subject: id, source: 'ordering' });
const identityOf = ({ id, buyer, version }: Order) => ({ orderId: id, buyerId: buyer.id, version });

const submitted = (order: Order): OutgoingEvent => {
  const { number, totals, submittedAt: at } = order;
  const lines = order.lines.map(({ itemId, name, unitPrice, quantity }) => ({
    itemId,
    name,
    unitPrice,
    quantity,
  }));
  const data = { ...identityOf(order), number, totals, lines, at };
  return newEvent(orderingEvents.orderSubmitted, { ...aboutOf(order), data });
};

const paid = (order: Order): OutgoingEvent => {
  const destination = destinationOf(order.shippingAddress);
  const data = { ...identityOf(order), lines: linesOf(order), total: order.totals.total, destination };
  return newEvent(orderingEvents.orderPaid, { ...aboutOf(order), data });
};

/** Not of an order that ends with it, which `order-cancelled` says. */
const declined = (
  { reason, payUntil, at }: Of<'charge-declined'>,
  order: Order,
): OutgoingEvent | undefined =>
  order.progress.stage === 'confirmed' && payUntil > at
    ? newEvent(orderingEvents.orderPaymentDeclined, {
        ...aboutOf(order),
        data: { ...identityOf(order), reason, payUntil },
      })
    : undefined;

const awaited = ({ visit: { until } }: Of<'buyer-asked'>, order: Order): OutgoingEvent =>
  newEvent(orderingEvents.orderPaymentAwaited, {
    ...aboutOf(order),
    data: { ...identityOf(order), until },
  });

const cancelled = ({ by }: Of<'order-cancelled'>, order: Order): OutgoingEvent => {
  const data = { ...identityOf(order), by, lines: asLines(unitsWanted(order)) };
  return newEvent(orderingEvents.orderCancelled, { ...aboutOf(order), data });
};

const refunded = ({ key }: Of<'order-refunded'>, order: Order): OutgoingEvent => {
  const amount = refundsOf(order).find((refund) => refund.key === key)?.amount ?? order.totals.total;
  const data = { orderId: order.id, amount, version: order.version };
  return newEvent(orderingEvents.orderRefunded, { ...aboutOf(order), data });
};

const moved = (event: Of<'shipment-shipped' | 'shipment-delivered'>, order: Order): OutgoingEvent[] => {
  const shipment = order.fulfilment.shipments.find(({ id }) => id === event.shipmentId);
  if (!shipment) return [];
  const data = { ...identityOf(order), shipmentId: shipment.id, lines: [...shipment.lines] };
  const about = { ...aboutOf(order), data };
  return [
    event.type === 'shipment-shipped'
      ? newEvent(orderingEvents.orderShipped, about)
      : newEvent(orderingEvents.orderDelivered, about),
  ];
};

const unitsReturned = (
  order: Order,
  returned: {
    cause: 'cancelled' | 'returned';
    causeId: string;
    lines: readonly Units[];
    writtenOff: Units[];
  },
): OutgoingEvent => {
  const data = { ...identityOf(order), ...returned, lines: [...returned.lines] };
  return newEvent(orderingEvents.orderUnitsReturned, { ...aboutOf(order), data });
};

const received = ({ returnId, restocked }: Of<'return-received'>, order: Order): OutgoingEvent => {
  const all = tally(order.fulfilment.returns.find(({ id }) => id === returnId)?.lines ?? []);
  const kept = tally(restocked);
  const lost = new Map([...all].map(([itemId, quantity]) => [itemId, quantity - (kept.get(itemId) ?? 0)]));
  const returned = {
    cause: 'returned',
    causeId: returnId,
    lines: restocked,
    writtenOff: asLines(lost),
  } as const;
  return unitsReturned(order, returned);
};

const returnDecided = (
  { type, returnId }: Of<'return-approved' | 'return-refused'>,
  order: Order,
): OutgoingEvent => {
  const decision = type === 'return-approved' ? 'approved' : 'refused';
  const data = { ...identityOf(order), returnId, decision } as const;
  return newEvent(orderingEvents.orderReturnDecided, { ...aboutOf(order), data });
};

/** What the other services are told of a domain event; `order` is the order after it. */
const toIntegrationEvent = (
  event: OrderEvent,
  order: Order,
): OutgoingEvent | readonly OutgoingEvent[] | undefined => {
  const about = aboutOf(order);
  switch (event.type) {
    case 'order-submitted':
      return submitted(order);
    case 'grace-period-ended': {
      const data = { orderId: order.id, lines: linesOf(order), version: order.version };
      return newEvent(orderingEvents.orderAwaitingValidation, { ...about, data });
    }
    case 'stock-confirmed': {
      const data = { ...identityOf(order), lines: linesOf(order), total: order.totals.total };
      return newEvent(orderingEvents.orderStockConfirmed, { ...about, data });
    }
    case 'order-paid':
      return paid(order);
    case 'buyer-asked':
      return awaited(event, order);
    case 'charge-declined':
      return declined(event, order);
    case 'order-cancelled':
      return cancelled(event, order);
    case 'order-refunded':
      return refunded(event, order);
    case 'lines-cancelled': {
      const { id: causeId, lines } = event.cancellation;
      return unitsReturned(order, { cause: 'cancelled', causeId, lines, writtenOff: [] });
    }
    case 'return-received':
      return received(event, order);
    case 'return-approved':
    case 'return-refused':
      return returnDecided(event, order);
    case 'shipment-shipped':
    case 'shipment-delivered':
      return moved(event, order);
    case 'link-requested':
      return newEvent(orderingEvents.orderLinkRequested, { ...about, data: identityOf(order) });
    case 'charge-begun':
    case 'visit-ended':
    case 'charge-ruled-out':
    case 'charge-found':
    case 'payment-retried':
    case 'refund-begun':
    case 'shipment-prepared':
    case 'return-requested':
    case 'return-settled':
    case 'order-completed':
    case 'address-changed':
    case 'buyer-anonymised':
    case 'order-claimed':
      return undefined;
    default:
      return unreachable(event);
  }
};

export const toIntegrationEvents = (
  happened: readonly { event: OrderEvent; order: Order }[],
): OutgoingEvent[] => happened.flatMap(({ event, order }) => toIntegrationEvent(event, order) ?? []);
