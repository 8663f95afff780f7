import { unitsBack, unitsDelivered, unitsIn, unitsUnderWay, unitsWanted } from './fulfilment.ts';
import type { Order, OrderStatus } from './order.ts';
import { refundedPart } from './order-axes.ts';
import { currentCharge, openCharge, openRefund, payingCharge } from './payment-ledger.ts';
import { unreachable } from './unreachable.ts';

type Axes = Omit<Order, 'status' | 'history' | 'version'>;

/**
 * The one word for the three axes. Where several fit, what is on its way outranks what money did, and what came back
 * outranks what went out. A cancelled order is `refunding` as long as money of it may have moved and is not back.
 */
export const statusOf = (order: Axes): OrderStatus => {
  switch (order.progress.stage) {
    case 'submitted':
    case 'awaiting-validation':
      return order.progress.stage;
    case 'cancelled':
      return openCharge(order) || openRefund(order) ? 'refunding' : 'cancelled';
    case 'confirmed':
    case 'completed':
      if (payingCharge(order)) return statusOfPaid(order);
      return currentCharge(order)?.state === 'declined' ? 'payment-declined' : 'stock-confirmed';
    default:
      return unreachable(order.progress);
  }
};

const statusOfPaid = (order: Axes): OrderStatus => {
  const wanted = unitsIn(unitsWanted(order));
  const delivered = unitsIn(unitsDelivered(order));
  const underWay = unitsIn(unitsUnderWay(order));
  if (wanted > 0 && unitsIn(unitsBack(order)) === wanted) return 'returned';
  const refund = refundedPart(order);
  if (refund === 'all') return 'refunded';
  if (underWay + delivered > 0 && underWay + delivered < wanted) return 'partly-shipped';
  if (underWay > 0) return 'shipped';
  if (refund === 'some') return 'partly-refunded';
  return delivered > 0 ? 'delivered' : 'paid';
};
