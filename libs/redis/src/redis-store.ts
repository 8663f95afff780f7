import type { ServiceStore } from '@quayside/messaging';
import { serviceUrl } from '@quayside/runtime';
import type { Redis } from 'ioredis';
import { connectRedis, disconnectRedis } from './connect-redis.ts';
import { redisIsAway } from './redis-is-away.ts';
import { redisOutbox } from './redis-outbox.ts';
import { createRedisOutboxRelay } from './redis-outbox-relay.ts';

/** The variable by which a process finds its Redis. */
export const redisConfig = {
  REDIS_URL: serviceUrl(['redis', 'rediss'], 'for example redis://localhost:6379/0'),
};

/**
 * A Redis as a service stands on it: there once it answers. Events leave from the stream that `outbox` names; there is
 * no inbox, so handlers bear repeats by themselves.
 */
export const redisStore = <Config extends { REDIS_URL: string }>({
  outbox,
}: {
  outbox: (config: Config) => string;
}): ServiceStore<Config, { redis: Redis }, undefined> => ({
  open: ({ config, name, publisher, logger }) => {
    const redis = connectRedis({ url: config.REDIS_URL, name, logger });
    const answers = async () => void (await redis.ping());
    return {
      name: 'redis',
      access: { redis },
      isAway: redisIsAway,
      check: answers,
      prepare: answers,
      outboxBacklog: () => redisOutbox.backlog(redis, outbox(config)),
      relay: createRedisOutboxRelay({ redis, stream: outbox(config), publisher, logger }),
      close: () => disconnectRedis(redis),
    };
  },
});
