import {
  leftToRefund,
  MoneyError,
  refundOf,
  type Refund,
  type RefundRequest,
} from '@quayside/contracts/money';
import type { Order } from './order.ts';
import { RefundExceedsCharge, RefundInvalid } from './order-error.ts';
import { payingCharge, refundsOf } from './payment-ledger.ts';

type Paid = Pick<Order, 'id' | 'price' | 'totals' | 'payment'>;

/** What was given back of the order's price, refunds under way counted as made. */
const splitsOf = (order: Paid): Refund[] => refundsOf(order).flatMap(({ split }) => split ?? []);

/** All that was paid and is not given back. */
export const restOf = (order: Paid): Refund => leftToRefund(order.price, splitsOf(order));

/** What these units were paid with, as far as it was not given back. */
export const worthOf = (order: Paid, lines: NonNullable<RefundRequest['lines']>): Refund | undefined => {
  try {
    return splitRefund(order, { lines });
  } catch (error) {
    if (error instanceof RefundInvalid) return undefined;
    throw error;
  }
};

/**
 * How a refund divides over what was paid.
 *
 * @throws {RefundExceedsCharge | RefundInvalid}
 */
export const splitRefund = (order: Paid, request: RefundRequest): Refund => {
  if (!payingCharge(order)) throw new RefundExceedsCharge('Nothing was charged for the order');
  try {
    return refundOf(order.price, splitsOf(order), request);
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error;
    if (error.code === 'refund-exceeds-charge')
      throw new RefundExceedsCharge(error.message, { cause: error });
    throw new RefundInvalid(error.message, { cause: error });
  }
};
