import { LRUCache } from 'lru-cache';

export interface ReadCache {
  /** What is remembered under `key`, else what `load` answers; callers at the same time share one load. */
  read<T>(key: string, load: () => Promise<T>): Promise<T>;
  /** Something changed: what was read so far, and what is being read now, is not handed out again. */
  forget(): void;
  /** Changes are heard of from now on, so remembering is safe. */
  trust(): void;
  /** Changes may go unheard: every read loads. */
  distrust(): void;
}

/**
 * Remembers reads until something changes. Each change begins a new generation, a new cache: a load that began before
 * a change can only ever be found in the old one. `maxAgeMs` bounds how long a change may go unheard when the
 * connection that brings the news is dead and nobody noticed yet.
 */
export const createReadCache = ({
  maxEntries = 500,
  maxAgeMs = 2_000,
  now = () => performance.now(),
  onRead = (_from: 'memory' | 'database'): void => undefined,
} = {}): ReadCache => {
  const begin = () =>
    new LRUCache<string, Promise<unknown>>({
      max: maxEntries,
      // 0 is without end there.
      ttl: Number.isFinite(maxAgeMs) ? maxAgeMs : 0,
      ttlResolution: 0,
      perf: { now },
    });
  let generation = begin();
  let trusted = false;

  const forget = (): void => {
    generation = begin();
  };

  return {
    read: <T>(key: string, load: () => Promise<T>): Promise<T> => {
      const known = trusted ? generation.get(key) : undefined;
      onRead(known ? 'memory' : 'database');
      if (known) return known as Promise<T>;
      if (!trusted) return load();
      const mine = generation;
      const value = load();
      mine.set(key, value);
      value.catch(() => {
        if (mine.peek(key) === value) mine.delete(key);
      });
      return value;
    },
    forget,
    trust: () => {
      forget();
      trusted = true;
    },
    distrust: () => {
      trusted = false;
      forget();
    },
  };
};
