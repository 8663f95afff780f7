import { decide } from '../domain/decide.ts';
import type { OrderStore } from './order-store.ts';

/** A deleted user's orders stay for the books, without the person. Safe to repeat and to resume. */
export const createAnonymiseBuyer =
  (deps: { store: OrderStore; now: () => Date }) =>
  async (buyerId: string): Promise<void> => {
    for await (const orderId of deps.store.idsOfBuyer(buyerId)) {
      const at = deps.now().toISOString();
      await deps.store.update(orderId, (order) => decide({ type: 'anonymise-buyer', at }, order));
    }
  };
