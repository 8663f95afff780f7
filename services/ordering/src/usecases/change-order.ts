import { decide } from '../domain/decide.ts';
import type { Order } from '../domain/order.ts';
import type { OrderCommand } from '../domain/order-command.ts';
import { OrderNotFound, OrderStale } from '../domain/order-error.ts';
import type { OrderEvent } from '../domain/order-event.ts';
import type { OrderStore } from './order-store.ts';
import type { StaffMember } from './staff-order.ts';

export type ChangeOrder = ReturnType<typeof createChangeOrder>;

interface ChangeRequest {
  orderId: string;
  /** Where it must be that buyer's own: somebody else's does not exist for them. */
  buyerId?: string;
  /** Who of the staff asks for it, and the version of the order that they saw. */
  staff?: StaffMember & { sawVersion: number };
}

/** A repeat of what is done is no change, whatever became of the order since; anything else is decided on what was seen. */
const decideOnSeen = (command: OrderCommand, order: Order, sawVersion: number): readonly OrderEvent[] => {
  const isStale = order.version !== sawVersion;
  try {
    const events = decide(command, order);
    if (isStale && events.length > 0) throw new OrderStale(order);
    return events;
  } catch (error) {
    throw isStale ? new OrderStale(order) : error;
  }
};

/**
 * Puts to an order what somebody wants of it.
 *
 * @throws {OrderNotFound | OrderStale} and the errors of `decide` and of the store
 */
export const createChangeOrder =
  (deps: { store: OrderStore; now: () => Date }) =>
  async (
    { orderId, buyerId, staff }: ChangeRequest,
    toCommand: (at: string) => OrderCommand,
  ): Promise<Order> => {
    const command = toCommand(deps.now().toISOString());
    const { order } = await deps.store.update(
      orderId,
      (current) => {
        if (buyerId !== undefined && current.buyer.id !== buyerId) throw new OrderNotFound(orderId);
        return staff ? decideOnSeen(command, current, staff.sawVersion) : decide(command, current);
      },
      staff ? { staff: { id: staff.id, name: staff.name } } : {},
    );
    return order;
  };
