import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import type { Order } from '../domain/order.ts';
import type { OrderEvent } from '../domain/order-event.ts';
import type { OrderChange, OrderStore, WriteOptions } from './order-store.ts';

export interface Shortage {
  readonly itemId: number;
  readonly requested: number;
  readonly available: number;
}

const reasonOf = (shortages: readonly Shortage[], nameOf: (itemId: number) => string): string => {
  const parts = shortages.map(
    ({ itemId, requested, available }) => `${nameOf(itemId)} (${available} left, ${requested} ordered)`,
  );
  return parts.length > 0 ? `Not enough stock: ${parts.join(', ')}` : 'Not enough stock';
};

/** Room to charge an order in the process that confirms it. */
interface ChargePlace {
  readonly claim: NonNullable<WriteOptions['claims']>;
  /** The order is confirmed, and its charge begun, under this claim. */
  start(order: Order, flow: NonNullable<OrderChange['claimed']>): void;
  giveBack(): void;
}

/**
 * What the catalog answered when the order asked for its stock. An order that is confirmed is charged next, so where this
 * process has room for that, one write says both and claims the work.
 */
export const createSettleStock = (deps: {
  store: OrderStore;
  now: () => Date;
  keepChargePlace: () => ChargePlace | undefined;
}) => ({
  confirmStock: async (orderId: string, options: { eventId: string }): Promise<OrderChange> => {
    const at = deps.now().toISOString();
    const place = deps.keepChargePlace();
    const confirm = (order: Order): readonly OrderEvent[] => {
      const confirmed = decide({ type: 'confirm-stock', at }, order);
      if (!place || confirmed.length === 0) return confirmed;
      return [...confirmed, ...decide({ type: 'begin-charge', at }, confirmed.reduce(evolve, order))];
    };
    let isStarted = false;
    try {
      const claims = place && { claims: place.claim };
      const change = await deps.store.update(orderId, confirm, { ...options, ...claims });
      if (place && change.claimed) {
        isStarted = true;
        place.start(change.order, change.claimed);
      }
      return change;
    } finally {
      if (!isStarted) place?.giveBack();
    }
  },

  rejectStock: (orderId: string, shortages: readonly Shortage[], options: { eventId: string }) =>
    deps.store.update(
      orderId,
      (order) => {
        const nameOf = (itemId: number) =>
          order.lines.find((line) => line.itemId === itemId)?.name ?? `item ${itemId}`;
        const reason = reasonOf(shortages, nameOf);
        return decide({ type: 'reject-stock', at: deps.now().toISOString(), reason }, order);
      },
      options,
    ),
});
