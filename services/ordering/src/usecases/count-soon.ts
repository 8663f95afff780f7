import type { CustomerCounts } from './customers.ts';

const dayMs = 86_400_000;
/** Within so long an order is paid or ends: a day of grace at most, and a day for another card. */
const paidWithinMs = 2 * dayMs;

/**
 * Counts customers a moment after their orders moved, each once however many of them did meanwhile: a count reads all
 * orders of a customer. What a crash leaves uncounted, the next start catches up on.
 *
 * @param deps.count brings the figures of these up to date
 */
export const createCountSoon = (deps: {
  count: (customerIds: readonly string[]) => Promise<void>;
  recentBuyers: CustomerCounts['recentBuyers'];
  now: () => Date;
}) => {
  const waiting = new Set<string>();
  const soon = (customerIds: readonly string[]): void => customerIds.forEach((id) => waiting.add(id));
  return {
    soon,
    countWaiting: async (): Promise<void> => {
      const ids = [...waiting];
      waiting.clear();
      if (ids.length === 0) return;
      try {
        await deps.count(ids);
      } catch (error) {
        soon(ids);
        throw error;
      }
    },
    catchUp: async (): Promise<void> => {
      const since = new Date(deps.now().getTime() - paidWithinMs);
      for await (const ids of deps.recentBuyers(since)) await deps.count(ids);
    },
  };
};
