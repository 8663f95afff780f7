import type { Order } from './order.ts';
import type { OrderCommand } from './order-command.ts';
import { OrderNotCancellable, OrderTransitionRefused } from './order-error.ts';
import type { OrderEvent } from './order-event.ts';
import { unreachable } from './unreachable.ts';

type Command<Type extends OrderCommand['type']> = Extract<OrderCommand, { type: Type }>;

const nothing: readonly OrderEvent[] = [];

const hasEnded = ({ status }: Order): boolean => status === 'cancelled' || status === 'refunding';

/**
 * What a command does to an order. No events: it was done before, or a cancellation overtook it.
 *
 * @throws {OrderTransitionRefused} for a transition that an order's life does not have
 * @throws {OrderNotCancellable} when it is too late to cancel
 */
export const decide = (command: OrderCommand, order: Order | undefined): readonly OrderEvent[] => {
  if (command.type === 'submit-order') return order ? nothing : submit(command);
  if (!order) throw new OrderTransitionRefused(command.type, 'absent');
  switch (command.type) {
    case 'end-grace-period':
      return order.status === 'submitted'
        ? [{ type: 'grace-period-ended', at: command.at, by: 'ordering' }]
        : nothing;
    case 'confirm-stock':
      return confirmStock(command, order);
    case 'reject-stock':
      return rejectStock(command, order);
    case 'begin-charge':
      return beginCharge(command, order);
    case 'record-charge':
      return recordCharge(command, order);
    case 'record-decline':
      return recordDecline(command, order);
    case 'rule-out-charge':
      return ruleOutCharge(command, order);
    case 'record-refund':
      return recordRefund(command, order);
    case 'cancel-order':
      return cancel(command, order);
    case 'anonymise-buyer':
      return order.buyer.email === ''
        ? nothing
        : [{ type: 'buyer-anonymised', at: command.at, by: 'ordering' }];
    default:
      return unreachable(command);
  }
};

const submit = ({ at, details, graceEndsAt }: Command<'submit-order'>): readonly OrderEvent[] => [
  { type: 'order-submitted', at, by: 'buyer', details, graceEndsAt },
];

const confirmStock = ({ type, at }: Command<'confirm-stock'>, order: Order): readonly OrderEvent[] => {
  if (order.status === 'submitted') throw new OrderTransitionRefused(type, order.status);
  return order.status === 'awaiting-validation' ? [{ type: 'stock-confirmed', at, by: 'catalog' }] : nothing;
};

const rejectStock = ({ type, at, reason }: Command<'reject-stock'>, order: Order): readonly OrderEvent[] => {
  if (hasEnded(order)) return nothing;
  if (order.status !== 'awaiting-validation') throw new OrderTransitionRefused(type, order.status);
  return [{ type: 'order-cancelled', at, by: 'catalog', reason }];
};

const beginCharge = ({ type, at }: Command<'begin-charge'>, order: Order): readonly OrderEvent[] => {
  if (order.status === 'submitted' || order.status === 'awaiting-validation') {
    throw new OrderTransitionRefused(type, order.status);
  }
  return order.status === 'stock-confirmed' && order.payment.state === 'none'
    ? [{ type: 'charge-begun', at, by: 'ordering' }]
    : nothing;
};

/** Money that moved is recorded whatever became of the order meanwhile, so that it is kept or given back. */
const recordCharge = (
  { type, at, chargeId }: Command<'record-charge'>,
  order: Order,
): readonly OrderEvent[] => {
  switch (order.status) {
    case 'submitted':
    case 'awaiting-validation':
      throw new OrderTransitionRefused(type, order.status);
    case 'stock-confirmed':
      return [{ type: 'order-paid', at, by: 'payment', chargeId }];
    case 'refunding':
      return order.payment.state === 'begun'
        ? [{ type: 'charge-found', at, by: 'payment', chargeId }]
        : nothing;
    case 'cancelled':
      return order.payment.state === 'none'
        ? [{ type: 'charge-found', at, by: 'payment', chargeId }]
        : nothing;
    case 'paid':
    case 'shipped':
    case 'delivered':
      return nothing;
    default:
      return unreachable(order);
  }
};

const recordDecline = (
  { type, at, reason }: Command<'record-decline'>,
  order: Order,
): readonly OrderEvent[] => {
  if (order.status === 'cancelled') return nothing;
  if (order.payment.state !== 'begun') throw new OrderTransitionRefused(type, order.status);
  const why = order.status === 'refunding' ? order.reason : reason;
  return [{ type: 'order-cancelled', at, by: 'payment', reason: why }];
};

const ruleOutCharge = ({ type, at }: Command<'rule-out-charge'>, order: Order): readonly OrderEvent[] => {
  if (order.status === 'cancelled') return nothing;
  if (order.status !== 'refunding' || order.payment.state !== 'begun') {
    throw new OrderTransitionRefused(type, order.status);
  }
  return [{ type: 'order-cancelled', at, by: 'ordering', reason: order.reason }];
};

const recordRefund = (
  { type, at, refundId }: Command<'record-refund'>,
  order: Order,
): readonly OrderEvent[] => {
  if (order.payment.state === 'refunded') return nothing;
  if (!hasEnded(order) || order.payment.state !== 'charged') {
    throw new OrderTransitionRefused(type, order.status);
  }
  const refunded: OrderEvent = { type: 'order-refunded', at, by: 'payment', refundId };
  return order.status === 'refunding'
    ? [refunded, { type: 'order-cancelled', at, by: 'ordering', reason: order.reason }]
    : [refunded];
};

const cancel = ({ at, by, reason }: Command<'cancel-order'>, order: Order): readonly OrderEvent[] => {
  switch (order.status) {
    case 'submitted':
    case 'awaiting-validation':
      return [{ type: 'order-cancelled', at, by, reason }];
    case 'stock-confirmed':
      return order.payment.state === 'none'
        ? [{ type: 'order-cancelled', at, by, reason }]
        : [{ type: 'refund-begun', at, by, reason }];
    case 'paid':
      return [{ type: 'refund-begun', at, by, reason }];
    case 'refunding':
    case 'cancelled':
      return nothing;
    case 'shipped':
    case 'delivered':
      throw new OrderNotCancellable(order.status);
    default:
      return unreachable(order);
  }
};
