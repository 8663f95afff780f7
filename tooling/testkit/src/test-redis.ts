import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { testServiceUrl } from './test-services.ts';
import { waitUntil } from './wait-until.ts';

export interface TestRedis {
  /** Names a logical database of its own. */
  url: string;
  redis: Redis;
  close(): Promise<void>;
}

/** A claim is renewed while its file runs, and ends by itself when that one forgets to close or dies. */
const claimSeconds = 60;

/** An empty logical database of the run's Redis; 15 can be in use at once. */
export const testRedis = async (): Promise<TestRedis> => {
  const registry = new Redis(testServiceUrl('redis'));
  const owner = randomUUID();
  const number = await waitUntil(() => claimDatabase(registry, owner), {
    timeoutMs: 2 * claimSeconds * 1000,
    describe: 'a free logical Redis database',
  });
  const renew = (): void => void registry.expire(claimKey(number), claimSeconds).catch(() => undefined);
  const renewal = setInterval(renew, (claimSeconds * 1000) / 6).unref();
  const url = new URL(testServiceUrl('redis'));
  url.pathname = `/${number}`;
  const redis = new Redis(url.href);
  await redis.flushdb();
  return {
    url: url.href,
    redis,
    close: async () => {
      clearInterval(renewal);
      if (redis.status === 'ready') await redis.flushdb();
      redis.disconnect();
      await registry.del(claimKey(number));
      registry.disconnect();
    },
  };
};

const claimKey = (number: number): string => `test-database:${number}`;

const claimDatabase = async (registry: Redis, owner: string): Promise<number | undefined> => {
  for (let number = 1; number <= 15; number += 1) {
    if (await registry.set(claimKey(number), owner, 'EX', claimSeconds, 'NX')) return number;
  }
  return undefined;
};
