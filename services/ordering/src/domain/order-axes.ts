import { sameMoney, sum } from '@quayside/contracts/money';
import { unitsBack, unitsDelivered, unitsIn, unitsToShip, unitsUnderWay, unitsWanted } from './fulfilment.ts';
import type { Order } from './order.ts';
import {
  awaitedVisit,
  currentCharge,
  openCharge,
  openRefund,
  payingCharge,
  refundsOf,
} from './payment-ledger.ts';

type Axes = Pick<Order, 'id' | 'lines' | 'totals' | 'progress' | 'payment' | 'fulfilment'>;

/**
 * What money did. `awaiting-buyer`: it is for the buyer to confirm it. `due-back`: some is to go back, or may have to, and
 * is not back yet.
 */
export type PaymentState =
  'none' | 'awaiting-buyer' | 'declined' | 'paid' | 'due-back' | 'partly-refunded' | 'refunded';

/** Where the goods are. `return-open`: something is on its way back, or somebody is to decide on it. */
export type FulfilmentState =
  'none' | 'to-ship' | 'partly-shipped' | 'shipped' | 'delivered' | 'return-open' | 'returned';

/** How much of the charge that paid for the order went back; what came in excess says nothing of the order. */
export const refundedPart = (order: Pick<Order, 'payment'>): 'none' | 'some' | 'all' => {
  const charge = payingCharge(order);
  const refunded = refundsOf(order).filter(
    ({ state, chargeKey }) => state === 'succeeded' && chargeKey === charge?.key,
  );
  if (!charge || refunded.length === 0) return 'none';
  const amounts = refunded.map(({ amount }) => amount);
  return sameMoney(sum(amounts, charge.amount.currency), charge.amount) ? 'all' : 'some';
};

export const paymentStateOf = (order: Axes): PaymentState => {
  const isCancelled = order.progress.stage === 'cancelled';
  if (openRefund(order) || (isCancelled && openCharge(order))) return 'due-back';
  if (awaitedVisit(order)) return 'awaiting-buyer';
  if (!payingCharge(order)) return currentCharge(order)?.state === 'declined' ? 'declined' : 'none';
  const part = refundedPart(order);
  if (part === 'none') return 'paid';
  return part === 'all' ? 'refunded' : 'partly-refunded';
};

const openReturnStates = ['requested', 'approved', 'received'];

export const fulfilmentStateOf = (order: Axes): FulfilmentState => {
  const wanted = unitsIn(unitsWanted(order));
  if (order.progress.stage === 'cancelled' || wanted === 0 || !payingCharge(order)) return 'none';
  if (order.fulfilment.returns.some(({ state }) => openReturnStates.includes(state))) return 'return-open';
  if (unitsIn(unitsBack(order)) === wanted) return 'returned';
  const delivered = unitsIn(unitsDelivered(order));
  const left = delivered + unitsIn(unitsUnderWay(order));
  if (left === 0) return 'to-ship';
  if (left < wanted || unitsIn(unitsToShip(order)) > 0) return 'partly-shipped';
  return delivered === wanted ? 'delivered' : 'shipped';
};
