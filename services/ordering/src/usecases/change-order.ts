import { decide } from '../domain/decide.ts';
import type { Order } from '../domain/order.ts';
import type { OrderCommand } from '../domain/order-command.ts';
import { OrderNotFound } from '../domain/order-error.ts';
import type { OrderStore } from './order-store.ts';

export type ChangeOrder = ReturnType<typeof createChangeOrder>;

/**
 * Puts to an order what somebody wants of it.
 *
 * @param request.buyerId where it must be that buyer's own: somebody else's does not exist for them
 * @throws {OrderNotFound} and the errors of `decide` and of the store
 */
export const createChangeOrder =
  (deps: { store: OrderStore; now: () => Date }) =>
  async (
    request: { orderId: string; buyerId?: string },
    toCommand: (at: string) => OrderCommand,
  ): Promise<Order> => {
    const command = toCommand(deps.now().toISOString());
    const { order } = await deps.store.update(request.orderId, (current) => {
      const isTheirs = request.buyerId === undefined || current.buyer.id === request.buyerId;
      if (!isTheirs) throw new OrderNotFound(request.orderId);
      return decide(command, current);
    });
    return order;
  };
