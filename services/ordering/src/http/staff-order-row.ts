import type { StaffOrderRow } from '@quayside/contracts';
import { tally, unitsIn } from '../domain/fulfilment.ts';
import { actionsOf } from '../domain/order-actions.ts';
import { fulfilmentStateOf, paymentStateOf } from '../domain/order-axes.ts';
import type { Order } from '../domain/order.ts';
import { buyerView } from './buyer-view.ts';

export const staffOrderRow = (order: Order, now: Date): StaffOrderRow => ({
  id: order.id,
  number: order.number,
  placedAt: order.submittedAt,
  buyer: buyerView(order.buyer),
  country: order.shippingAddress.country,
  total: order.totals.total,
  units: unitsIn(tally(order.lines)),
  status: order.status,
  stage: order.progress.stage,
  payment: paymentStateOf(order),
  fulfilment: fulfilmentStateOf(order),
  actions: actionsOf(order, 'staff', now.toISOString()),
  version: order.version,
});
