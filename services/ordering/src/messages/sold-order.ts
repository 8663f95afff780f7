import type { SoldOrder } from '@quayside/contracts';
import { times } from '@quayside/contracts/money';
import type { Order } from '../domain/order.ts';
import { payingCharge, refundsOf } from '../domain/payment-ledger.ts';

/** What whoever counts sales would have heard of an order by its events. */
export const soldOrder = (order: Order): SoldOrder => {
  const cancelledAt = order.history.find(({ status }) => status === 'cancelled')?.at;
  const paidAt = payingCharge(order)?.at;
  return {
    ...{ orderId: order.id, placedAt: order.submittedAt, total: order.totals.total },
    lines: order.lines.map(({ itemId, name, unitPrice, quantity }) => ({
      ...{ itemId, name, quantity },
      amount: times(unitPrice, quantity).amount,
    })),
    ...(paidAt !== undefined && { paidAt }),
    ...(cancelledAt !== undefined && { cancelledAt }),
    refunded: refundsOf(order).map(({ at, amount }) => ({ at, amount })),
    returned: order.fulfilment.returns.map(({ id, requestedAt, lines }) => ({
      ...{ id, at: requestedAt },
      units: lines.reduce((all, { quantity }) => all + quantity, 0),
    })),
  };
};
