import { createLoop, type Logger, type Loop } from '@quayside/runtime';
import type { Redis } from 'ioredis';

/** Where it is kept: 0 to 100; absent, the old system is asked nothing. */
export const oldShareKey = 'gateway:old-system-share';

/** So that a change is everywhere within a second. */
const everyMs = 400;

const shareFrom = (text: string | null): number | undefined => {
  if (text === null || !/^\d{1,3}$/.test(text)) return undefined;
  const share = Number(text);
  return share <= 100 ? share : undefined;
};

/** How many of a hundred visitors the old system answers. While Redis is away the last one known goes on. */
export const createOldShare = (options: {
  redis: Redis;
  logger: Logger;
}): { current: () => number | undefined; loop: Loop } => {
  const { redis, logger } = options;
  let text: string | null = null;
  return {
    current: () => shareFrom(text),
    loop: createLoop({
      name: 'reading the share of the old system',
      logger,
      pass: async () => {
        const found = await redis.get(oldShareKey);
        if (found !== text) {
          const share = shareFrom(found);
          if (found !== null && share === undefined) {
            logger.error({ found }, `${oldShareKey} is not a number from 0 to 100; the old system is off`);
          }
          logger.info({ share: share ?? 'off' }, 'the share of the old system changed');
        }
        text = found;
        return everyMs;
      },
    }),
  };
};
