import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { backoffMs, type Logger } from '@quayside/runtime';

const farewellMs = 1000;

interface ConnectOptions {
  url: string;
  /** Shown by `CLIENT LIST`. */
  name: string;
  logger: Logger;
}

interface Settings {
  enableOfflineQueue: boolean;
  maxRetriesPerRequest: number | null;
  commandTimeout?: number;
  socketTimeout?: number;
}

/**
 * A connection that fails fast: a command that cannot be sent now, or is not answered in a second, is refused
 * instead of queued. It connects in the background and for ever tries again.
 */
export const connectRedis = (options: ConnectOptions): Redis =>
  open(options, {
    enableOfflineQueue: false,
    commandTimeout: 1000,
    // A host that vanished says nothing; the system would notice that after a quarter of an hour.
    socketTimeout: 3000,
    maxRetriesPerRequest: 1,
  });

/** A connection for blocking reads or subscriptions, whose commands may take as long as they like. */
export const connectPatientRedis = (options: ConnectOptions): Redis =>
  open(options, { enableOfflineQueue: false, maxRetriesPerRequest: null });

function open({ url, name, logger }: ConnectOptions, settings: Settings): Redis {
  const redis = new Redis(url, {
    ...settings,
    connectionName: name,
    connectTimeout: 2000,
    disconnectTimeout: 200,
    retryStrategy: (attempt) => backoffMs(attempt, 100, 1000),
  });
  let lost = false;
  redis.on('error', (error) => {
    if (!lost) logger.warn({ err: error, connection: name }, 'redis is out of reach, retrying');
    lost = true;
  });
  redis.on('ready', () => {
    if (lost) logger.info({ connection: name }, 'redis is there again');
    lost = false;
  });
  return redis;
}

/** Ends a connection: politely if it stands and the server still answers, else without a word. */
export async function disconnectRedis(redis: Redis): Promise<void> {
  const farewell = redis.status === 'ready' ? redis.quit().catch(() => undefined) : undefined;
  await Promise.race([farewell, pause(farewellMs, undefined, { ref: false })]);
  redis.disconnect();
}
