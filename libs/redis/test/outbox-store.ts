import { Redis } from 'ioredis';
import type { OutgoingEvent } from '@quayside/messaging';
import type { OpenOutboxStore } from '@quayside/messaging/conformance';
import { createRedisOutboxRelay, redisOutbox } from '../src/index.ts';

const subjectOf = (events: readonly OutgoingEvent[]): string => events[0]?.subject ?? '';

export const openOutboxStore: OpenOutboxStore = async (url) => {
  const redis = new Redis(url, { enableOfflineQueue: false, lazyConnect: true });
  await redis.connect();
  const stream = 'test:outbox';
  const script = `
    redis.call('INCR', KEYS[1])
    for place = 2, #ARGV, 2 do redis.call('XADD', KEYS[2], '*', ARGV[place - 1], ARGV[place]) end`;
  const write = async (...events: OutgoingEvent[]): Promise<void> => {
    const fields = events.flatMap(redisOutbox.toStreamFields);
    await redis.eval(script, 2, `aggregate:${subjectOf(events)}`, stream, ...fields);
  };
  return {
    append: (_relay, ...events) => write(...events),
    appendAndDie: write,
    createRelay: (publisher, logger, { takeoverMs }) =>
      createRedisOutboxRelay({ redis, stream, publisher, logger, leaseMs: takeoverMs }),
    refused: async () => {
      const entries = await redis.xrange(`${stream}:refused`, '-', '+');
      return entries.map(([, fields]) => redisOutbox.fromStreamFields(fields));
    },
    close: async () => redis.disconnect(),
  };
};
