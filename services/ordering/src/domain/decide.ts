import { decideAddress } from './decide-address.ts';
import { decideFulfilment } from './decide-fulfilment.ts';
import { decideGuest } from './decide-guest.ts';
import { decidePayment, refundAll } from './decide-payment.ts';
import { isAnonymous } from './anonymous.ts';
import { hasLeft } from './fulfilment.ts';
import type { Order } from './order.ts';
import type { Command, OrderCommand } from './order-command.ts';
import { OrderNotCancellable, OrderTransitionRefused } from './order-error.ts';
import type { OrderEvent } from './order-event.ts';
import { unreachable } from './unreachable.ts';

const nothing: readonly OrderEvent[] = [];

/**
 * What a command does to an order. No events: it was done before, or a cancellation overtook it.
 *
 * @throws {OrderTransitionRefused} for a transition that an order's life does not have
 * @throws {OrderNotCancellable | OrderNotPayable} when it is too late for that
 * @throws the errors of `order-error.ts` for units and amounts that are not there
 */
export const decide = (command: OrderCommand, order: Order | undefined): readonly OrderEvent[] => {
  if (command.type === 'submit-order') return order ? nothing : submit(command);
  if (!order) throw new OrderTransitionRefused(command.type, 'absent');
  switch (command.type) {
    case 'end-grace-period':
      return order.progress.stage === 'submitted'
        ? [{ type: 'grace-period-ended', at: command.at, by: 'ordering' }]
        : nothing;
    case 'confirm-stock':
      return confirmStock(command, order);
    case 'reject-stock':
      return rejectStock(command, order);
    case 'cancel-order':
      return cancel(command, order);
    case 'change-address':
      return decideAddress(command, order);
    case 'anonymise-buyer':
      return anonymise(command, order);
    case 'request-link':
    case 'claim-order':
      return decideGuest(command, order);
    case 'begin-charge':
    case 'ask-buyer':
    case 'end-visit':
    case 'record-charge':
    case 'record-decline':
    case 'rule-out-charge':
    case 'pay-again':
    case 'end-stock-hold':
    case 'request-refund':
    case 'record-refund':
      return decidePayment(command, order);
    case 'cancel-lines':
    case 'prepare-shipment':
    case 'ship':
    case 'ship-rest':
    case 'deliver':
    case 'request-return':
    case 'approve-return':
    case 'refuse-return':
    case 'receive-return':
    case 'refund-return':
      return decideFulfilment(command, order);
    default:
      return unreachable(command);
  }
};

/** Nobody knows any more where to send what has not left yet: that is cancelled, and its money goes back. */
const anonymise = ({ at }: Command<'anonymise-buyer'>, order: Order): readonly OrderEvent[] => {
  const by = 'ordering';
  const isOver = order.progress.stage === 'completed' || hasLeft(order);
  const cancelled = isOver
    ? nothing
    : cancel({ type: 'cancel-order', at, by, reason: 'Where to send it is not kept any more' }, order);
  return isAnonymous(order) ? cancelled : [...cancelled, { type: 'buyer-anonymised', at, by }];
};

const submit = ({ at, details, graceEndsAt }: Command<'submit-order'>): readonly OrderEvent[] => [
  { type: 'order-submitted', at, by: 'buyer', details, graceEndsAt },
];

const confirmStock = ({ type, at }: Command<'confirm-stock'>, order: Order): readonly OrderEvent[] => {
  const { stage } = order.progress;
  if (stage === 'submitted') throw new OrderTransitionRefused(type, order.status);
  return stage === 'awaiting-validation' ? [{ type: 'stock-confirmed', at, by: 'catalog' }] : nothing;
};

const rejectStock = ({ type, at, reason }: Command<'reject-stock'>, order: Order): readonly OrderEvent[] => {
  const { stage } = order.progress;
  if (stage === 'cancelled') return nothing;
  if (stage !== 'awaiting-validation') throw new OrderTransitionRefused(type, order.status);
  return [{ type: 'order-cancelled', at, by: 'catalog', reason }];
};

/** Whatever was paid goes back; a charge under way is settled when its outcome is known. */
const cancel = ({ at, by, reason }: Command<'cancel-order'>, order: Order): readonly OrderEvent[] => {
  switch (order.progress.stage) {
    case 'cancelled':
      return nothing;
    case 'completed':
      throw new OrderNotCancellable(order.status);
    case 'submitted':
    case 'awaiting-validation':
    case 'confirmed':
      if (hasLeft(order)) throw new OrderNotCancellable(order.status);
      return [...refundAll(order, { at, by, reason }), { type: 'order-cancelled', at, by, reason }];
    default:
      return unreachable(order.progress);
  }
};
