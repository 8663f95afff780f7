import { basicCredentials } from '@quayside/http';
import { createLoop, dayIn, type Logger, type Loop } from '@quayside/runtime';
import type { Redis } from 'ioredis';
import type { Services } from '../downstream/services.ts';
import { clientId } from '../sign-in/openid-client.ts';
import { createDailySalt } from '../visits/daily-salt.ts';
import { createVisitCounter, type VisitCounter } from '../visits/visit-counter.ts';

const everyMs = 2_000;

/** How far visitors come: noted as pages tell it, counted every two seconds, and kept by Marketing. */
export const countVisits = (options: {
  redis: Redis;
  services: Services;
  clientSecret: string;
  timeZone: string;
  logger: Logger;
}): { visits: VisitCounter; loop: Pick<Loop, 'start' | 'close'> } => {
  const { redis, services, timeZone, logger } = options;
  const asGateway = basicCredentials(clientId, options.clientSecret);
  const visits = createVisitCounter({
    redis,
    salt: createDailySalt(redis),
    today: () => dayIn(timeZone, new Date()),
    keep: async (body) => void (await services('marketing', 'keepVisits', { body }, asGateway)),
  });
  const loop = createLoop({
    name: 'the counting of visits',
    logger,
    firstAfterMs: everyMs,
    pass: () => visits.flush().then(() => everyMs),
  });
  return {
    visits,
    loop: {
      start: loop.start,
      close: async () => {
        await loop.close();
        await visits.flush().catch((error: unknown) => {
          logger.warn({ err: error }, 'the last visits are not counted');
        });
      },
    },
  };
};
