import { LRUCache } from 'lru-cache';

type RestsOn = 'facts' | 'stock';

export interface ReadCache {
  /**
   * What is remembered under `key`, else what `load` answers; callers at the same time share one load. `rests` says
   * what ends it: any change of the catalog, or also something selling out or being there again.
   */
  read<T>(key: string, load: () => Promise<T>, rests?: RestsOn): Promise<T>;
  /** Something changed: what was read so far, and what is being read now, is not handed out again. */
  forget(): void;
  /** What is in stock is not what it was: the same for reads that rest on it. */
  forgetStocked(): void;
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
  const generations = { facts: begin(), stock: begin() };
  let trusted = false;

  const forgetStocked = (): void => {
    generations.stock = begin();
  };
  const forget = (): void => {
    generations.facts = begin();
    forgetStocked();
  };

  return {
    read: <T>(key: string, load: () => Promise<T>, rests: RestsOn = 'facts'): Promise<T> => {
      const mine = generations[rests];
      const known = trusted ? mine.get(key) : undefined;
      onRead(known ? 'memory' : 'database');
      if (known) return known as Promise<T>;
      if (!trusted) return load();
      const value = load();
      mine.set(key, value);
      value.catch(() => {
        if (mine.peek(key) === value) mine.delete(key);
      });
      return value;
    },
    forget,
    forgetStocked,
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
