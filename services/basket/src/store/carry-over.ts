import { once } from 'node:events';
import { redisOutbox } from '@quayside/redis';
import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

const atOnce = 500;
const patienceMs = 5000;

/** Checkouts said in release 0.1 who made them, and where to. */
export const namesSomebody = (data: object): boolean => 'buyer' in data || 'shippingAddress' in data;

/** @throws what Redis could not be reached by */
export const untilConnected = async (redis: Redis): Promise<void> => {
  if (redis.status !== 'ready') await once(redis, 'ready', { signal: AbortSignal.timeout(patienceMs) });
};

/** Connections of Basket's processes, which call them so in all releases. */
export const countConnections = async (redis: Redis): Promise<number> => {
  const list = String(await redis.client('LIST'));
  return list.split('\n').filter((line) => / name=basket(-subscriber)? /.test(line)).length;
};

/** Checkouts of that form which were never sent. */
export const countUnsentNames = async (redis: Redis, keys: Keys): Promise<number> => {
  const entries = await redis.xrange(keys.outbox, '-', '+');
  return entries.filter(([, fields]) => namesSomebody(redisOutbox.fromStreamFields(fields).data as object))
    .length;
};

/** What lies in baskets; those of release 0.1 are read as they are. */
export const countBaskets = async (redis: Redis, keys: Keys): Promise<{ baskets: number; lines: number }> => {
  let [baskets, lines] = [0, 0];
  for await (const names of redis.scanStream({ match: keys.basket('*'), count: atOnce })) {
    const found = await Promise.all((names as string[]).map((name) => redis.hget(name, 'lines')));
    const filled = found.map((text) => (JSON.parse(text ?? '[]') as unknown[]).length).filter((n) => n > 0);
    baskets += filled.length;
    lines += filled.reduce((sum, one) => sum + one, 0);
  }
  return { baskets, lines };
};
