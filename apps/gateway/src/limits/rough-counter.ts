import { LRUCache } from 'lru-cache';
import type { NamedLimit } from './limit-problem.ts';
import type { SharedCounter } from './shared-counter.ts';

export interface RoughCounter {
  readonly limit: NamedLimit;
  /** Counts one call; the milliseconds until the next count begins if the limit is exceeded. */
  count(key: string): number | undefined;
}

/** Of a limit, as many steps as are told to Redis. */
const steps = 100;
/** Keys that are known at one time; whoever has so many of them is bound by none. */
const keys = 50_000;

/**
 * Counts what is too cheap to be counted one by one: in this process, and in steps of a hundredth of the limit in Redis,
 * without waiting for it. So a limit may be exceeded by a hundredth for each replica, and never refuses too early.
 */
export const createRoughCounter = (shared: SharedCounter): RoughCounter => {
  const { limit } = shared;
  const step = Math.max(1, Math.floor(limit.count / steps));
  const untold = new LRUCache<string, number>({ max: keys, ttl: limit.seconds * 1000 });
  const overUntil = new LRUCache<string, number>({ max: keys });

  const tell = async (key: string): Promise<void> => {
    const { isOver, resetInMs } = await shared.count(key, step);
    if (isOver) overUntil.set(key, performance.now() + resetInMs, { ttl: Math.max(1, Math.ceil(resetInMs)) });
  };

  return {
    limit,
    count: (key) => {
      const over = overUntil.get(key);
      if (over !== undefined && over > performance.now()) return over - performance.now();
      const calls = (untold.get(key) ?? 0) + 1;
      if (calls < step) untold.set(key, calls);
      else {
        untold.delete(key);
        void tell(key);
      }
      return undefined;
    },
  };
};
