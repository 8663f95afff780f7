import type { ClaimedWork } from '@quayside/due-work';
import { decide } from '../domain/decide.ts';
import type { OrderStore } from './order-store.ts';

/** Cancels an order whose card was declined and for which no other was given while its stock was held. */
export const createEndStockHold =
  (deps: { store: OrderStore; now: () => Date }) =>
  async (work: ClaimedWork): Promise<void> => {
    const end = { type: 'end-stock-hold', at: deps.now().toISOString() } as const;
    await deps.store.update(work.id, (order) => decide(end, order), { finishes: work });
  };
