import type { Order } from '../domain/order.ts';
import { createChangeOrder } from './change-order.ts';
import type { OrderStore } from './order-store.ts';

/** A buyer cancels an own order; somebody else's does not exist for them. */
export const createCancelOrder = (deps: { store: OrderStore; now: () => Date }) => {
  const changeOrder = createChangeOrder(deps);
  return (request: { orderId: string; buyerId: string }): Promise<Order> =>
    changeOrder(request, (at) => ({
      type: 'cancel-order',
      at,
      by: 'buyer',
      reason: 'Cancelled by the buyer',
    }));
};
