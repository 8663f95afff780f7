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
/** Keys that are known at one time, of all limits together; whoever has so many of them is bound by none. */
const keys = 100_000;

/**
 * Counts what is too cheap to be counted one by one: in this process, and in steps of a hundredth of the limit in Redis,
 * without waiting for it. So a limit may be exceeded by a hundredth for each replica, and never refuses too early.
 *
 * @returns makes one for a limit; all share their memory, which is taken for as many keys as there may ever be
 */
export const createRoughCounters = (): ((shared: SharedCounter) => RoughCounter) => {
  const untold = new LRUCache<string, number>({ max: keys });
  const overUntil = new LRUCache<string, number>({ max: keys });

  return (shared) => {
    const { limit } = shared;
    const step = Math.max(1, Math.floor(limit.count / steps));
    const tell = async (key: string, named: string): Promise<void> => {
      const { isOver, resetInMs } = await shared.count(key, step);
      const ttl = Math.max(1, Math.ceil(resetInMs));
      if (isOver) overUntil.set(named, performance.now() + resetInMs, { ttl });
    };
    return {
      limit,
      count: (key) => {
        const named = `${limit.name} ${key}`;
        const over = overUntil.get(named);
        if (over !== undefined && over > performance.now()) return over - performance.now();
        const calls = (untold.get(named) ?? 0) + 1;
        if (calls < step) untold.set(named, calls, { ttl: limit.seconds * 1000 });
        else {
          untold.delete(named);
          void tell(key, named);
        }
        return undefined;
      },
    };
  };
};
