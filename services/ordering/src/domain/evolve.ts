import { anonymous } from './anonymous.ts';
import { linksOfDay } from './decide-guest.ts';
import { evolveFulfilment } from './evolve-fulfilment.ts';
import { evolvePayment } from './evolve-payment.ts';
import type { HistoryEntry, Order, Progress } from './order.ts';
import type { OrderEvent } from './order-event.ts';
import { statusOf } from './order-status.ts';

/** The order after an event. Only `decide` says which events may happen; here they have. */
export const evolve = (order: Order | undefined, event: OrderEvent): Order => {
  if (event.type === 'order-submitted') {
    return {
      ...event.details,
      progress: { stage: 'submitted', graceEndsAt: event.graceEndsAt },
      payment: { attempt: 1, ledger: [] },
      fulfilment: { shipments: [], cancellations: [], returns: [] },
      status: 'submitted',
      history: [{ status: 'submitted', at: event.at, by: event.by }],
      version: 1,
    };
  }
  if (!order) throw new Error(`${event.type} cannot be an order's first event`);
  const version = order.version + 1;
  if (event.type === 'buyer-anonymised') return { ...anonymous(order), version };
  if (event.type === 'order-claimed') return { ...order, buyer: claimedBy(event.buyer, order), version };
  if (event.type === 'address-changed') return { ...withAddress(order, event, version), version };
  if (event.type === 'link-requested') return { ...afterLink(order, event.at), version };
  const next = {
    ...order,
    ...(event.type === 'payment-retried' && { paymentToken: event.paymentToken }),
    progress: progressAfter(order.progress, event),
    payment: evolvePayment(order, event),
    fulfilment: evolveFulfilment(order, event),
  };
  const status = statusOf(next);
  return { ...next, status, history: historyAfter(order, status, next.progress, event), version };
};

type Of<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>;

const claimedBy = (buyer: Of<'order-claimed'>['buyer'], { buyer: { formerAddresses } }: Order) => ({
  ...buyer,
  ...(formerAddresses && { formerAddresses }),
});

const withAddress = (
  order: Order,
  { requestId, shippingAddress }: Of<'address-changed'>,
  replacedBy: number,
): Order => {
  const former = { address: order.shippingAddress, replacedBy, requestId };
  const formerAddresses = [...(order.buyer.formerAddresses ?? []), former];
  return { ...order, shippingAddress, buyer: { ...order.buyer, formerAddresses } };
};

const afterLink = (order: Order, at: string): Order => {
  const { reach } = order.buyer;
  if (!reach) return order;
  const linksAskedAt = [...linksOfDay(reach.linksAskedAt, at), at];
  return { ...order, buyer: { ...order.buyer, reach: { ...reach, linksAskedAt } } };
};

const progressAfter = (progress: Progress, event: OrderEvent): Progress => {
  switch (event.type) {
    case 'grace-period-ended':
      return { stage: 'awaiting-validation' };
    case 'stock-confirmed':
      return { stage: 'confirmed' };
    case 'charge-declined':
      return progress.stage === 'confirmed' ? { stage: 'confirmed', payUntil: event.payUntil } : progress;
    case 'order-paid':
      return { stage: 'confirmed' };
    case 'order-completed':
      return { stage: 'completed' };
    case 'order-cancelled':
      return { stage: 'cancelled', reason: event.reason };
    default:
      return progress;
  }
};

/** Each status that was reached, by whom, and why where somebody had a reason. */
const historyAfter = (
  order: Order,
  status: Order['status'],
  progress: Progress,
  event: OrderEvent,
): readonly HistoryEntry[] => {
  if (status === order.status) return order.history;
  const { at, by } = event;
  const reason = progress.stage === 'cancelled' ? progress.reason : reasonOf(event);
  return [...order.history, { status, at, by, ...(reason !== undefined && { reason }) }];
};

const reasonOf = (event: OrderEvent): string | undefined =>
  event.type === 'charge-declined' ? event.reason : undefined;
