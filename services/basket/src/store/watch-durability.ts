import type { Redis } from 'ioredis';
import type { Logger } from '@quayside/runtime';

/** Checks each Redis this connection comes to, at the start and after a failover. */
export function watchDurability(redis: Redis, logger: Logger): void {
  redis.on('ready', () => {
    warnIfNotDurable(redis, logger).catch((error: unknown) => {
      logger.warn({ err: error }, 'could not ask redis whether it is durable');
    });
  });
}

/**
 * A checkout is acknowledged once Redis has it, so Redis must have it on disk by then. Says so clearly if it is
 * configured otherwise; some hosted ones do not tell.
 */
export async function warnIfNotDurable(redis: Redis, logger: Logger): Promise<void> {
  const settings = {
    appendonly: await setting(redis, 'appendonly'),
    appendfsync: await setting(redis, 'appendfsync'),
  };
  if (settings.appendonly === 'yes' && settings.appendfsync === 'always') return;
  if (settings.appendonly === undefined) logger.info('redis does not tell whether it is durable');
  else
    logger.warn(settings, 'redis may lose acknowledged checkouts: set appendonly yes and appendfsync always');
}

async function setting(redis: Redis, name: string): Promise<string | undefined> {
  const reply = await redis.config('GET', name).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'ReplyError') return [];
    throw error;
  });
  return (reply as string[])[1];
}
