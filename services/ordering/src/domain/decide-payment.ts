import { sameMoney, type Refund } from '@quayside/contracts/money';
import { sameUnits } from './fulfilment.ts';
import type { Actor, Order } from './order.ts';
import type { Command } from './order-command.ts';
import { IdempotencyKeyReused, OrderNotPayable, OrderTransitionRefused } from './order-error.ts';
import type { OrderEvent } from './order-event.ts';
import {
  awaitedVisit,
  chargeOf,
  currentCharge,
  currentChargeKey,
  isChargeKey,
  methodOf,
  nextRefundKey,
  payingCharge,
  refundsOf,
} from './payment-ledger.ts';
import { refuseBeyondLimit } from './refund-limit.ts';
import { restOf, splitRefund } from './split-refund.ts';
import { unreachable } from './unreachable.ts';

const nothing: readonly OrderEvent[] = [];

type PaymentCommand =
  | Command<'ask-buyer' | 'end-visit'>
  | Command<'begin-charge' | 'record-charge' | 'record-decline' | 'rule-out-charge'>
  | Command<'pay-again' | 'end-stock-hold' | 'request-refund' | 'record-refund'>;

export const decidePayment = (command: PaymentCommand, order: Order): readonly OrderEvent[] => {
  switch (command.type) {
    case 'begin-charge':
      return beginCharge(command, order);
    case 'ask-buyer':
      return askBuyer(command, order);
    case 'end-visit':
      return endVisit(command, order);
    case 'record-charge':
      return recordCharge(command, order);
    case 'record-decline':
      return recordDecline(command, order);
    case 'rule-out-charge':
      return ruleOutCharge(command, order);
    case 'pay-again':
      return payAgain(command, order);
    case 'end-stock-hold':
      return endStockHold(command, order);
    case 'request-refund':
      return requestRefund(command, order);
    case 'record-refund':
      return recordRefund(command, order);
    default:
      return unreachable(command);
  }
};

const awaitsPayment = (order: Order): boolean =>
  order.progress.stage === 'confirmed' && payingCharge(order) === undefined;

const refuseTooEarly = (type: string, order: Order): void => {
  const { stage } = order.progress;
  if (stage === 'submitted' || stage === 'awaiting-validation') {
    throw new OrderTransitionRefused(type, order.status);
  }
};

const beginCharge = ({ type, at }: Command<'begin-charge'>, order: Order): readonly OrderEvent[] => {
  refuseTooEarly(type, order);
  return awaitsPayment(order) && !currentCharge(order)
    ? [{ type: 'charge-begun', at, by: 'ordering', key: currentChargeKey(order) }]
    : nothing;
};

const askBuyer = ({ at, key, visit }: Command<'ask-buyer'>, order: Order): readonly OrderEvent[] => {
  const isNow = awaitsPayment(order) && key === currentChargeKey(order);
  const charge = currentCharge(order);
  if (!isNow || charge?.state !== 'begun' || charge.visit?.url === visit.url) return nothing;
  return [{ type: 'buyer-asked', at, by: 'payment', key, visit }];
};

/** A page that says it again and again makes no more of it. */
const againAfterMs = 3000;

const endVisit = ({ at, isGivenUp }: Command<'end-visit'>, order: Order): readonly OrderEvent[] => {
  const visit = awaitedVisit(order);
  if (!visit || visit.isGivenUp) return nothing;
  const { backAt } = visit;
  const isAgain = backAt !== undefined && Date.parse(at) - Date.parse(backAt) < againAfterMs;
  if (isAgain && !isGivenUp) return nothing;
  return [{ type: 'visit-ended', at, by: 'buyer', key: currentChargeKey(order), isGivenUp }];
};

/** Money that moved is recorded whatever became of the order meanwhile, so that it is kept or given back. */
const recordCharge = (
  { type, at, key, chargeId }: Command<'record-charge'>,
  order: Order,
): readonly OrderEvent[] => {
  refuseTooEarly(type, order);
  if (!isChargeKey(key, order)) throw new OrderTransitionRefused(type, order.status);
  if (chargeOf(order, key)?.state === 'succeeded') return nothing;
  if (awaitsPayment(order) && key === currentChargeKey(order)) {
    return [{ type: 'order-paid', at, by: 'payment', key, chargeId }];
  }
  const reason = 'The charge was not wanted any more';
  const refund = { key: nextRefundKey(order), chargeKey: key, amount: order.totals.total, reason };
  return [
    { type: 'refund-begun', at, by: 'ordering', refund },
    { type: 'charge-found', at, by: 'payment', key, chargeId },
  ];
};

const recordDecline = (
  { type, at, key, reason, payUntil }: Command<'record-decline'>,
  order: Order,
): readonly OrderEvent[] => {
  const charge = chargeOf(order, key);
  if (!charge || charge.state === 'succeeded') throw new OrderTransitionRefused(type, order.status);
  if (charge.state !== 'begun') return nothing;
  const held = order.progress.stage === 'confirmed' ? (order.progress.payUntil ?? payUntil) : at;
  const declined: OrderEvent = { type: 'charge-declined', at, by: 'payment', key, reason, payUntil: held };
  return awaitsPayment(order) && held <= at
    ? [declined, { type: 'order-cancelled', at, by: 'payment', reason }]
    : [declined];
};

const ruleOutCharge = (
  { type, at, key }: Command<'rule-out-charge'>,
  order: Order,
): readonly OrderEvent[] => {
  const charge = chargeOf(order, key);
  if (!charge || charge.state === 'succeeded') throw new OrderTransitionRefused(type, order.status);
  if (charge.state !== 'begun') return nothing;
  if (order.progress.stage !== 'cancelled') throw new OrderTransitionRefused(type, order.status);
  return [{ type: 'charge-ruled-out', at, by: 'ordering', key }];
};

const payAgain = ({ at, paymentToken }: Command<'pay-again'>, order: Order): readonly OrderEvent[] => {
  const held = order.progress.stage === 'confirmed' ? order.progress.payUntil : undefined;
  const isDeclined = awaitsPayment(order) && currentCharge(order)?.state === 'declined';
  const isRepeat = order.payment.attempt > 1 && order.paymentToken === paymentToken;
  // A card's token is for one payment; by bank one may try again.
  if (isRepeat && !(isDeclined && methodOf(paymentToken) === 'bank')) return nothing;
  if (!isDeclined || !held || held <= at) throw new OrderNotPayable(order.status);
  return [{ type: 'payment-retried', at, by: 'buyer', paymentToken }];
};

const endStockHold = ({ at }: Command<'end-stock-hold'>, order: Order): readonly OrderEvent[] => {
  const charge = currentCharge(order);
  const held = order.progress.stage === 'confirmed' ? order.progress.payUntil : undefined;
  return awaitsPayment(order) && charge?.state === 'declined' && held !== undefined && held <= at
    ? [{ type: 'order-cancelled', at, by: 'ordering', reason: charge.reason ?? 'The card was declined' }]
    : nothing;
};

interface Wanted {
  readonly at: string;
  readonly by: Actor;
  readonly reason: string;
  readonly requestId?: string;
  readonly returnId?: string;
}

/** The refund of so much of what was paid. */
export const refundPart = (order: Order, split: Refund, wanted: Wanted): OrderEvent => {
  const { at, by, ...why } = wanted;
  const chargeKey = payingCharge(order)?.key ?? currentChargeKey(order);
  const refund = { key: nextRefundKey(order), chargeKey, amount: split.total, split, ...why };
  return { type: 'refund-begun', at, by, refund };
};

/** The refund of all that is left of what was paid, if anything is. */
export const refundAll = (order: Order, wanted: Wanted): readonly OrderEvent[] => {
  if (!payingCharge(order)) return nothing;
  const rest = restOf(order);
  return rest.total.amount > 0 ? [refundPart(order, rest, wanted)] : nothing;
};

const requestRefund = (
  { at, by, requestId, reason, request, limits }: Command<'request-refund'>,
  order: Order,
): readonly OrderEvent[] => {
  const before = refundsOf(order).find((entry) => entry.requestId === requestId);
  if (!before) {
    const split = splitRefund(order, request);
    refuseBeyondLimit(order, split.total, limits);
    return [refundPart(order, split, { at, by, reason, requestId })];
  }
  const units = before.split?.lines.filter(({ quantity }) => quantity > 0) ?? [];
  const isOnlyAmount = request.amount && !request.lines && !request.shipping;
  const isSame =
    sameUnits(units, request.lines ?? []) && (!isOnlyAmount || sameMoney(request.amount, before.amount));
  if (!isSame) throw new IdempotencyKeyReused();
  return nothing;
};

const recordRefund = (
  { type, at, key, refundId }: Command<'record-refund'>,
  order: Order,
): readonly OrderEvent[] => {
  const refund = refundsOf(order).find((entry) => entry.key === key);
  if (!refund) throw new OrderTransitionRefused(type, order.status);
  return refund.state === 'succeeded'
    ? nothing
    : [{ type: 'order-refunded', at, by: 'payment', key, refundId }];
};
