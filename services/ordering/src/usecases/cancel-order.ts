import { decide } from '../domain/decide.ts';
import type { Order } from '../domain/order.ts';
import { OrderNotFound } from '../domain/order-error.ts';
import type { OrderStore } from './order-store.ts';

/** A buyer cancels an own order; somebody else's does not exist for them. */
export const createCancelOrder =
  (deps: { store: OrderStore; now: () => Date }) =>
  async (command: { orderId: string; buyerId: string }): Promise<Order> => {
    const at = deps.now().toISOString();
    const { order } = await deps.store.update(command.orderId, (current) => {
      if (current.buyer.id !== command.buyerId) throw new OrderNotFound(command.orderId);
      return decide({ type: 'cancel-order', at, by: 'buyer', reason: 'Cancelled by the buyer' }, current);
    });
    return order;
  };
