import { decide } from '../domain/decide.ts';
import type { ClaimedWork } from './due-work-queue.ts';
import type { OrderStore } from './order-store.ts';

export const createEndGracePeriod =
  (deps: { store: OrderStore; now: () => Date }) =>
  async (work: ClaimedWork): Promise<void> => {
    const at = deps.now().toISOString();
    const end = { type: 'end-grace-period', at } as const;
    await deps.store.update(work.orderId, (order) => decide(end, order), { finishes: work });
  };
