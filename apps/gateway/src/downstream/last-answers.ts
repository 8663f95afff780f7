import { LRUCache } from 'lru-cache';

/** An answer that was given before, and how long ago. */
export interface LastAnswer {
  readonly body: Buffer;
  readonly contentType: string;
  readonly ageSeconds: number;
}

export interface LastAnswers {
  /** Whether it is time to keep one again: what is asked for often is not copied every time. */
  isDue(key: string): boolean;
  keep(key: string, answer: { body: Buffer; contentType: string }): void;
  find(key: string): LastAnswer | undefined;
}

const mostBytes = 16 * 1024 * 1024;
const largest = 256 * 1024;
/** Prices and stock of an hour ago are worth showing where the other choice is nothing; those of yesterday are not. */
const keepMs = 3600 * 1000;
const freshMs = 5000;

/** What public reads were answered last, for when their service does not answer (RFC 5861, `stale-if-error`). */
export const createLastAnswers = (now: () => number = Date.now): LastAnswers => {
  const kept = new LRUCache<string, { body: Buffer; contentType: string; at: number }>({
    maxSize: mostBytes,
    sizeCalculation: ({ body }, key) => body.length + key.length + 100,
    ttl: keepMs,
    ttlResolution: 0,
    perf: { now },
  });
  return {
    isDue: (key) => now() - (kept.get(key)?.at ?? 0) > freshMs,
    keep: (key, answer) => {
      if (answer.body.length <= largest) kept.set(key, { ...answer, at: now() });
    },
    find: (key) => {
      const found = kept.get(key);
      return found && { ...found, ageSeconds: Math.round((now() - found.at) / 1000) };
    },
  };
};

/**
 * The headers that say an answer is an old one, and why: its age, and in the words of RFC 9211 that it is stale and who did
 * not answer.
 */
export const staleHeaders = ({ ageSeconds }: LastAnswer, service: string): Record<string, string> => ({
  age: String(ageSeconds),
  'cache-status': `quayside-gateway; hit; ttl=-${ageSeconds}; detail="${service} does not answer"`,
  'cache-control': 'no-store',
});
