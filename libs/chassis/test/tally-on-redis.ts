import { redisConfig, redisIsAway, redisOutbox, redisStore } from '@quayside/redis';
import { defineService, serviceConfig } from '../src/index.ts';
import { partsOf, type Tally } from './tally.ts';

const stream = 'tally:outbox';
const handled = (itemId: number) => `tally:handled:${itemId}`;

export const tallyOnRedis = defineService({
  name: 'tally',
  config: serviceConfig(redisConfig),
  store: redisStore({ outbox: () => stream }),
  build: ({ store: { redis } }) => {
    const tally: Tally<undefined> = {
      publish: async (event) => void (await redis.xadd(stream, '*', ...redisOutbox.toStreamFields(event))),
      count: async (itemId, eventId) => void (await redis.sadd(handled(itemId), eventId)),
      counted: (itemId) => redis.scard(handled(itemId)),
    };
    return partsOf(tally, redisIsAway);
  },
});
