import type { CustomerCounts } from './customers.ts';
import type { FormerBuyers } from './former-buyers.ts';

/** Brings up to date what the orders of customers come to; of whoever deleted their account nothing is kept. */
export const createCountCustomers =
  (deps: { counts: CustomerCounts; formerBuyers: Pick<FormerBuyers, 'include'> }) =>
  async (customerIds: readonly string[]): Promise<void> => {
    const ids = [...new Set(customerIds)];
    const isFormer = await Promise.all(ids.map((id) => deps.formerBuyers.include(id)));
    const present = ids.filter((_, at) => !isFormer[at]);
    if (present.length > 0) await deps.counts.count(present);
  };
