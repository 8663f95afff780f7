import type { Order } from './order.ts';
import type { OrderEvent } from './order-event.ts';
import { chargeOf, currentChargeKey, methodOf, refundsOf } from './payment-ledger.ts';
import type { BuyerVisit, ChargeEntry, PaymentEntry } from './payment-entry.ts';

/** The payment axis after an event. */
export const evolvePayment = (order: Order, event: OrderEvent): Order['payment'] => {
  const { payment } = order;
  switch (event.type) {
    case 'charge-begun':
      return withEntry(payment, chargeEntry(order, event, { state: 'begun' }));
    case 'buyer-asked':
      return withVisit(order, event.key, { ...event.visit, askedAt: event.at });
    case 'visit-ended': {
      const visit = chargeOf(order, event.key)?.visit;
      const ended = { backAt: event.at, ...(event.isGivenUp && { isGivenUp: true as const }) };
      return visit ? withVisit(order, event.key, { ...visit, ...ended }) : payment;
    }
    case 'order-paid':
      return withEntry(payment, chargeEntry(order, event, { state: 'succeeded', reference: event.chargeId }));
    case 'charge-found': {
      const found = { state: 'succeeded', reference: event.chargeId, isExcess: true } as const;
      return withEntry(payment, chargeEntry(order, event, found));
    }
    case 'charge-declined':
      return withEntry(payment, chargeEntry(order, event, { state: 'declined', reason: event.reason }));
    case 'charge-ruled-out':
      return withEntry(payment, chargeEntry(order, event, { state: 'ruled-out' }));
    case 'payment-retried':
      return { ...payment, attempt: payment.attempt + 1 };
    case 'refund-begun':
      return withEntry(payment, { ...event.refund, kind: 'refund', state: 'begun', at: event.at });
    case 'order-refunded': {
      const refund = refundsOf(order).find(({ key }) => key === event.key);
      if (!refund) throw new Error(`No refund ${event.key} was begun`);
      return withEntry(payment, { ...refund, state: 'succeeded', reference: event.refundId, at: event.at });
    }
    default:
      return payment;
  }
};

/** The charge as it is now; when it began stays where it is known. */
const chargeEntry = (
  order: Order,
  { key, at }: { key: string; at: string },
  outcome: Pick<ChargeEntry, 'state' | 'reference' | 'reason' | 'isExcess'>,
): ChargeEntry => {
  const known = chargeOf(order, key);
  const amount = known?.amount ?? order.totals.total;
  const begun =
    key === currentChargeKey(order) && methodOf(order.paymentToken) === 'bank' ? 'bank' : undefined;
  const method = known ? known.method : begun;
  return { kind: 'charge', key, amount, ...outcome, ...(method && { method }), at };
};

const withVisit = (order: Order, key: string, visit: BuyerVisit): Order['payment'] => {
  const charge = chargeOf(order, key);
  return charge ? withEntry(order.payment, { ...charge, visit }) : order.payment;
};

/** In the place of the entry with its key, or at the end. */
const withEntry = (payment: Order['payment'], entry: PaymentEntry): Order['payment'] => {
  const isKnown = payment.ledger.some(({ key }) => key === entry.key);
  const ledger = isKnown
    ? payment.ledger.map((one) => (one.key === entry.key ? entry : one))
    : [...payment.ledger, entry];
  return { ...payment, ledger };
};
