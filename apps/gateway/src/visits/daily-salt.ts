import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';

/** The longest day, as the clocks go back. */
const dayAtMostSeconds = 25 * 3600;
const keyOf = (day: string): string => `gateway:visits:salt:${day}`;

/** What makes the visitors of a day unknowable on the next: the same in all replicas, and nowhere but in Redis. */
export interface DailySalt {
  of(day: string): Promise<Buffer>;
  /** Throws away those of other days. */
  keepOnly(day: string): Promise<void>;
}

export const createDailySalt = (redis: Redis): DailySalt => {
  let known: { readonly day: string; readonly salt: Promise<Buffer> } | undefined;

  const load = async (day: string): Promise<Buffer> => {
    await redis.set(keyOf(day), randomBytes(32).toString('base64'), 'EX', dayAtMostSeconds, 'NX');
    return Buffer.from((await redis.get(keyOf(day))) ?? '', 'base64');
  };

  return {
    of: (day) => {
      if (known?.day === day) return known.salt;
      const asked = { day, salt: load(day) };
      known = asked;
      asked.salt.catch(() => {
        if (known === asked) known = undefined;
      });
      return asked.salt;
    },
    keepOnly: async (day) => {
      if (!known || known.day === day) return;
      const over = known.day;
      known = undefined;
      await redis.del(keyOf(over));
    },
  };
};
