export { connectPatientRedis, connectRedis, disconnectRedis } from './connect-redis.ts';
export { redisIsAway } from './redis-is-away.ts';
export { redisOutbox } from './redis-outbox.ts';
export { createRedisOutboxRelay } from './redis-outbox-relay.ts';
export { redisConfig, redisStore } from './redis-store.ts';
