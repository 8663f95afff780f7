import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import type { NamedLimit } from './limit-problem.ts';

/** What a count came to: whether it is within the limit, and when the next count begins. */
interface Count {
  readonly isOver: boolean;
  readonly left: number;
  readonly resetInMs: number;
}

export interface SharedCounter {
  readonly limit: NamedLimit;
  count(key: string, calls?: number): Promise<Count>;
}

/** A slow Redis does not make a slow shop: by then this process counts, and knows, alone. */
export const patienceMs = 250;

/**
 * Counts in Redis for all replicas together. While Redis is away each counts alone, so that a limit then lets through as
 * many times as much as there are replicas. A key that is over its limit is remembered here, and costs Redis nothing.
 */
export const createSharedCounter = (redis: Redis, limit: NamedLimit): SharedCounter => {
  const settings = { keyPrefix: `gateway:limit:${limit.name}`, points: limit.count, duration: limit.seconds };
  const insurance = new RateLimiterMemory(settings);
  const counter = new RLWrapperTimeouts({
    timeoutMs: patienceMs,
    insuranceLimiter: insurance,
    limiter: new RateLimiterRedis({
      ...settings,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      inMemoryBlockOnConsumed: limit.count,
    }),
  });
  return {
    limit,
    count: async (key, calls = 1) => {
      try {
        const { remainingPoints, msBeforeNext } = await counter.consume(key, calls);
        return { isOver: false, left: remainingPoints, resetInMs: msBeforeNext };
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        return { isOver: true, left: 0, resetInMs: error.msBeforeNext };
      }
    },
  };
};
