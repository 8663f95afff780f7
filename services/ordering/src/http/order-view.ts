import type { Order as OrderView } from '@quayside/contracts';
import type { Order } from '../domain/order.ts';

/** An order as its buyer sees it: without the payment token and the buyer's own data. */
export const orderView = (order: Order): OrderView => ({
  id: order.id,
  number: order.number,
  status: order.status,
  items: [...order.lines],
  totals: order.totals,
  ...(order.payment.state === 'refunded' && { refunded: order.totals.total }),
  shippingAddress: order.shippingAddress,
  history: [...order.history],
  version: order.version,
});
