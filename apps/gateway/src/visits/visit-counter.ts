import { createHmac } from 'node:crypto';
import { visitStep, type VisitDay, type VisitStep } from '@quayside/contracts';
import type { Redis } from 'ioredis';
import type { DailySalt } from './daily-salt.ts';

export interface VisitCounter {
  /** Notes how far somebody came; counted once a day, whatever comes how often. */
  note(visitor: string, step: VisitStep): Promise<void>;
  /** Counts what was noted, and tells what the days have come to. What cannot be counted is lost. */
  flush(): Promise<void>;
}

const steps = visitStep.options;
/** More visitors than this between two counts are not counted. */
const waitingAtMost = 50_000;
const sketchSeconds = 2 * 24 * 3600;
const keyOf = (day: string, step: VisitStep): string => `gateway:visits:${day}:${step}`;

/**
 * Counts visitors by day and step, together with the other replicas: in Redis, in sketches (HyperLogLog) that know how many
 * there were and not who. A visitor is a hash under the salt of the day until the next count, and nothing after it.
 *
 * @param options.today in the shop's time zone
 * @param options.keep takes what a day has come to
 */
export const createVisitCounter = ({
  redis,
  salt,
  today,
  keep,
}: {
  redis: Redis;
  salt: DailySalt;
  today: () => string;
  keep: (day: VisitDay) => Promise<void>;
}): VisitCounter => {
  /** By day; each visitor with the farthest step. */
  const waiting = new Map<string, Map<string, VisitStep>>();
  /** Of which not all was told. */
  const untold = new Set<string>();

  const count = async (day: string, visitors: ReadonlyMap<string, VisitStep>): Promise<void> => {
    const pipeline = redis.pipeline();
    for (const [at, step] of steps.entries()) {
      const came = [...visitors].filter(([, farthest]) => steps.indexOf(farthest) >= at);
      if (came.length === 0) continue;
      pipeline.pfadd(keyOf(day, step), ...came.map(([visitor]) => visitor));
      pipeline.expire(keyOf(day, step), sketchSeconds);
    }
    for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error;
    untold.add(day);
  };

  const tell = async (day: string): Promise<void> => {
    const [visits = 0, baskets = 0, checkouts = 0] = await Promise.all(
      steps.map((step) => redis.pfcount(keyOf(day, step))),
    );
    await keep({ day, visits, baskets, checkouts });
    untold.delete(day);
  };

  return {
    note: async (visitor, step) => {
      const day = today();
      const hash = createHmac('sha256', await salt.of(day))
        .update(visitor)
        .digest('base64url');
      const visitors = waiting.get(day) ?? new Map<string, VisitStep>();
      waiting.set(day, visitors);
      if (visitors.size >= waitingAtMost && !visitors.has(hash)) return;
      if (steps.indexOf(step) >= steps.indexOf(visitors.get(hash) ?? 'product')) visitors.set(hash, step);
    },
    flush: async () => {
      const noted = [...waiting];
      waiting.clear();
      await salt.keepOnly(today());
      for (const [day, visitors] of noted) await count(day, visitors);
      for (const day of [...untold]) await tell(day);
    },
  };
};
