import { decide } from '../domain/decide.ts';
import type { FormerBuyers } from './former-buyers.ts';
import type { OrderStore } from './order-store.ts';

/**
 * A deleted user's orders stay for the books, without the person. Safe to repeat and to resume.
 *
 * The buyer is remembered before the orders are looked for, and `createSubmitOrder` adds its order before it looks for
 * the buyer: an order submitted at the same moment is seen by one of the two.
 */
export const createAnonymiseBuyer =
  (deps: { store: OrderStore; formerBuyers: FormerBuyers; now: () => Date }) =>
  async (buyerId: string): Promise<void> => {
    await deps.formerBuyers.remember(buyerId);
    for await (const orderId of deps.store.idsOfBuyer(buyerId)) {
      const at = deps.now().toISOString();
      await deps.store.update(orderId, (order) => decide({ type: 'anonymise-buyer', at }, order));
    }
  };
