import { subtract, sum, zero, type Money } from '@quayside/contracts/money';
import type { Order } from './order.ts';
import type { BuyerVisit, ChargeEntry, PaymentEntry, PaymentMethod, RefundEntry } from './payment-entry.ts';

type WithPayment = Pick<Order, 'id' | 'totals' | 'payment'>;

/** The first attempt goes by the order's own id, each further one by its number too. */
const chargeKeyOf = (orderId: string, attempt: number): string =>
  attempt === 1 ? orderId : `${orderId}:${attempt}`;

export const currentChargeKey = ({ id, payment }: WithPayment): string => chargeKeyOf(id, payment.attempt);

/** Whether a key is that of an attempt that was made or is being made. */
export const isChargeKey = (key: string, { id, payment }: WithPayment): boolean =>
  Array.from({ length: payment.attempt }, (_, at) => chargeKeyOf(id, at + 1)).includes(key);

export const chargesOf = ({ payment }: Pick<Order, 'payment'>): ChargeEntry[] =>
  payment.ledger.filter((entry) => entry.kind === 'charge');

export const refundsOf = ({ payment }: Pick<Order, 'payment'>): RefundEntry[] =>
  payment.ledger.filter((entry) => entry.kind === 'refund');

export const chargeOf = (order: WithPayment, key: string): ChargeEntry | undefined =>
  chargesOf(order).find((entry) => entry.key === key);

export const currentCharge = (order: WithPayment): ChargeEntry | undefined =>
  chargeOf(order, currentChargeKey(order));

/** The charge that paid for the order. */
export const payingCharge = (order: Pick<Order, 'payment'>): ChargeEntry | undefined =>
  chargesOf(order).find(({ state, isExcess }) => state === 'succeeded' && !isExcess);

/** The charge of which nobody knows yet whether it was made. */
export const openCharge = (order: Pick<Order, 'payment'>): ChargeEntry | undefined =>
  chargesOf(order).find(({ state }) => state === 'begun');

/** What the order waits for its buyer to do. */
export const awaitedVisit = (order: WithPayment & Pick<Order, 'progress'>): BuyerVisit | undefined => {
  const charge = order.progress.stage === 'confirmed' && !payingCharge(order) && currentCharge(order);
  return charge && charge.state === 'begun' ? charge.visit : undefined;
};

/** The token of whoever pays by bank: it stands for no card, and may be used again. */
const bankToken = 'tok_bank';

export const methodOf = (paymentToken: string): PaymentMethod =>
  paymentToken === bankToken ? 'bank' : 'card';

/** By what the order was paid, or is to be. */
export const paidBy = (order: Pick<Order, 'payment' | 'paymentToken'>): PaymentMethod => {
  const charge = payingCharge(order);
  return charge ? (charge.method ?? 'card') : methodOf(order.paymentToken);
};

export const openRefund = (order: Pick<Order, 'payment'>): RefundEntry | undefined =>
  refundsOf(order).find(({ state }) => state === 'begun');

/** Money that moved, in and out. */
export const movedMoney = (order: WithPayment): { charged: Money; refunded: Money } => {
  const { currency } = order.totals.total;
  const moved = (entries: readonly PaymentEntry[]) =>
    sum(
      entries.filter(({ state }) => state === 'succeeded').map(({ amount }) => amount),
      currency,
    );
  return { charged: moved(chargesOf(order)), refunded: moved(refundsOf(order)) };
};

/** What may still be given back of the charge that paid for the order, refunds under way counted as made. */
export const leftOfPayment = (order: WithPayment): Money => {
  const charge = payingCharge(order);
  if (!charge) return zero(order.totals.total.currency);
  return refundsOf(order)
    .filter(({ chargeKey }) => chargeKey === charge.key)
    .reduce((left, { amount }) => subtract(left, amount), charge.amount);
};

/** The first refund has the key that the first release gave it. */
export const nextRefundKey = (order: WithPayment, alreadyBegun = 0): string => {
  const number = refundsOf(order).length + alreadyBegun + 1;
  return number === 1 ? `${order.id}:refund` : `${order.id}:refund:${number}`;
};
