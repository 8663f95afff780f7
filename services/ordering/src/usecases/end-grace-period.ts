import type { ClaimedWork } from '@quayside/due-work';
import { decide } from '../domain/decide.ts';
import type { OrderStore } from './order-store.ts';

export const createEndGracePeriod =
  (deps: { store: OrderStore; now: () => Date }) =>
  async (work: ClaimedWork): Promise<void> => {
    const at = deps.now().toISOString();
    const end = { type: 'end-grace-period', at } as const;
    await deps.store.update(work.id, (order) => decide(end, order), { finishes: work });
  };
