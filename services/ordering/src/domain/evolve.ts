import type { HistoryEntry, Order, OrderState } from './order.ts';
import type { OrderEvent } from './order-event.ts';
import { unreachable } from './unreachable.ts';

/** The order after an event. Only `decide` says which events may happen; here they have. */
export const evolve = (order: Order | undefined, event: OrderEvent): Order => {
  if (event.type === 'order-submitted') {
    return {
      ...event.details,
      status: 'submitted',
      payment: { state: 'none' },
      graceEndsAt: event.graceEndsAt,
      history: [{ status: 'submitted', at: event.at, by: event.by }],
      version: 1,
    };
  }
  if (!order) throw new Error(`${event.type} cannot be an order's first event`);
  if (event.type === 'buyer-anonymised') return { ...anonymous(order), version: order.version + 1 };
  const { id, number, buyer, shippingAddress, lines, totals, paymentToken, submittedAt } = order;
  return {
    ...{ id, number, buyer, shippingAddress, lines, totals, paymentToken, submittedAt },
    ...stateAfter(order, event),
    history: [...order.history, ...historyOf(order, event)],
    version: order.version + 1,
  };
};

type Transition = Exclude<OrderEvent, { type: 'order-submitted' | 'buyer-anonymised' }>;

const stateAfter = (order: Order, event: Transition): OrderState => {
  switch (event.type) {
    case 'grace-period-ended':
      return { status: 'awaiting-validation', payment: { state: 'none' } };
    case 'stock-confirmed':
      return { status: 'stock-confirmed', payment: { state: 'none' } };
    case 'charge-begun':
      return { status: 'stock-confirmed', payment: { state: 'begun' } };
    case 'order-paid':
      return { status: 'paid', payment: { state: 'charged', chargeId: event.chargeId } };
    case 'refund-begun': {
      const payment = order.payment.state === 'charged' ? order.payment : ({ state: 'begun' } as const);
      return { status: 'refunding', payment, reason: event.reason };
    }
    case 'charge-found': {
      const status = order.status === 'cancelled' ? 'cancelled' : 'refunding';
      return { status, payment: { state: 'charged', chargeId: event.chargeId }, reason: reasonOf(order) };
    }
    case 'order-refunded': {
      const chargeId = order.payment.state === 'charged' ? order.payment.chargeId : '';
      const payment = { state: 'refunded', chargeId, refundId: event.refundId } as const;
      return { status: 'cancelled', payment, reason: reasonOf(order) };
    }
    case 'order-cancelled': {
      const payment = order.payment.state === 'refunded' ? order.payment : ({ state: 'none' } as const);
      return { status: 'cancelled', payment, reason: event.reason };
    }
    default:
      return unreachable(event);
  }
};

const reasonOf = (order: Order): string => ('reason' in order ? order.reason : '');

const historyOf = (order: Order, event: Transition): readonly HistoryEntry[] => {
  const { at, by } = event;
  switch (event.type) {
    case 'grace-period-ended':
      return [{ status: 'awaiting-validation', at, by }];
    case 'stock-confirmed':
      return [{ status: 'stock-confirmed', at, by }];
    case 'order-paid':
      return [{ status: 'paid', at, by }];
    case 'refund-begun':
      return [{ status: 'refunding', at, by, reason: event.reason }];
    case 'order-cancelled':
      return [{ status: 'cancelled', at, by, reason: event.reason }];
    case 'order-refunded':
      // An order that waits for its refund is cancelled in the same step, which is its next entry.
      return order.status === 'refunding'
        ? []
        : [{ status: order.status, at, by, reason: 'The charge was refunded' }];
    case 'charge-begun':
    case 'charge-found':
      return [];
    default:
      return unreachable(event);
  }
};

/** Orders are kept for the books; the person in them is not. The country stays, for tax. */
const anonymous = (order: Order): Order => ({
  ...order,
  buyer: { id: order.buyer.id, name: 'Former customer', email: '' },
  shippingAddress: {
    name: 'Former customer',
    street: 'removed',
    city: 'removed',
    postalCode: 'removed',
    country: order.shippingAddress.country,
  },
});
