import { decide } from '../domain/decide.ts';
import type { OrderStore } from './order-store.ts';

/** Needs no claim: of several who try, the first writes, and the others find it done. */
export const createEndGracePeriod =
  (deps: { store: OrderStore; now: () => Date }) =>
  async (orderId: string): Promise<void> => {
    const end = { type: 'end-grace-period', at: deps.now().toISOString() } as const;
    await deps.store.update(orderId, (order) => decide(end, order));
  };
