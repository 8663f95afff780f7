import { decide } from '../domain/decide.ts';
import type { OrderStore } from './order-store.ts';

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

/** What the catalog answered when the order asked for its stock. */
export const createSettleStock = (deps: { store: OrderStore; now: () => Date }) => ({
  confirmStock: (orderId: string, options: { eventId: string }) =>
    deps.store.update(
      orderId,
      (order) => decide({ type: 'confirm-stock', at: deps.now().toISOString() }, order),
      options,
    ),

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
