import type { Logger } from '@quayside/runtime';
import type { Redis } from 'ioredis';

/** Where a session that ended is told of, to all replicas, by what stands for it in Redis. */
export const endedSessions = 'gateway:sessions-ended';

/**
 * Tells of sessions that end, whichever replica ended them. What is missed while Redis is away ends with its token.
 *
 * @returns what stops listening
 */
export const watchEndedSessions = (options: {
  redis: Redis;
  onEnd: (session: string) => void;
  logger: Logger;
}): (() => Promise<void>) => {
  const { redis, onEnd, logger } = options;
  const listener = redis.duplicate({ enableOfflineQueue: true, maxRetriesPerRequest: null });
  listener.on('error', (error) => logger.debug({ err: error }, 'sessions that end are not heard of'));
  listener.on('message', (_channel, session) => onEnd(session));
  listener.subscribe(endedSessions).catch((error: unknown) => {
    logger.warn({ err: error }, 'sessions that end are not heard of');
  });
  return async () => listener.disconnect();
};
