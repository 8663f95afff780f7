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

/** A claim ends by itself when a test file forgets to close or dies. */
const claimSeconds = 180;

/** An empty logical database of the run's Redis; 15 can be in use at once. */
export const testRedis = async (): Promise<TestRedis> => {
  const registry = new Redis(testServiceUrl('redis'));
  const owner = randomUUID();
  const number = await waitUntil(() => claimDatabase(registry, owner), {
    timeoutMs: 30_000,
    describe: 'a free logical Redis database',
  });
  const url = new URL(testServiceUrl('redis'));
  url.pathname = `/${number}`;
  const redis = new Redis(url.href);
  await redis.flushdb();
  return {
    url: url.href,
    redis,
    close: async () => {
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
