import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import {
  pollUntilEmpty,
  publishOrSetAside,
  type OutgoingEvent,
  type Publisher,
  type Relay,
} from '@quayside/messaging';
import { createLoop, type Logger } from '@quayside/runtime';
import { redisOutbox } from './redis-outbox.ts';

const batchSize = 500;

const takeLease = `
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`;

const moveToRefused = `
  if redis.call('XDEL', KEYS[1], ARGV[1]) == 0 then return end
  redis.call('XADD', KEYS[2], '*', unpack(ARGV, 2))`;

const returnLease = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/**
 * The relay that holds the lease `<stream>:relay` publishes; the others stand by. It always reads the stream from
 * its beginning and deletes what it published, so whatever a crashed relay left is simply still there. A relay that
 * outlives its lease can at worst publish again what its successor published first, which keeps the order. What Kafka
 * refuses for good is kept in the stream `<stream>:refused`.
 * Uses a connection of its own, made like `redis`.
 */
export const createRedisOutboxRelay = (options: {
  redis: Redis;
  stream: string;
  publisher: Pick<Publisher, 'publish'>;
  logger: Logger;
  leaseMs?: number;
}): Relay => {
  const { redis, stream, publisher, logger, leaseMs = 1500 } = options;
  const owner = randomUUID();
  const leaseKey = `${stream}:relay`;
  const blockMs = leaseMs / 3;
  let connection: Redis | undefined;

  const connect = (): Redis => {
    // Commands wait for the connection here; a blocking read outlasts any command timeout.
    const { commandTimeout: _, ...settings } = redis.options;
    const opened = redis.duplicate({
      ...settings,
      // Several blocking reads: a server that says nothing for so long has vanished.
      socketTimeout: 3 * leaseMs,
      lazyConnect: true,
      enableOfflineQueue: true,
      maxRetriesPerRequest: 1,
    });
    delete opened.options.commandTimeout;
    // Failed commands are reported by the loop.
    opened.on('error', () => undefined);
    return opened;
  };

  const pass = async (): Promise<number> => {
    connection ??= connect();
    const leads = await connection.eval(takeLease, 1, leaseKey, owner, leaseMs);
    if (leads !== 1) return blockMs;
    const read = await connection.xread(
      'COUNT',
      batchSize,
      'BLOCK',
      Math.round(blockMs),
      'STREAMS',
      stream,
      '0',
    );
    const entries = read?.[0]?.[1] ?? [];
    if (entries.length === 0) return 0;
    const events = entries.map(([, fields]) => redisOutbox.fromStreamFields(fields));
    const setAside = async (event: OutgoingEvent) => {
      const [id, fields] = entries[events.indexOf(event)] as [string, string[]];
      await connection?.eval(moveToRefused, 2, stream, `${stream}:refused`, id, ...fields);
    };
    if (await publishOrSetAside({ publisher, setAside, logger }, events))
      await connection.xdel(stream, ...entries.map(([id]) => id));
    return 0;
  };

  const loop = createLoop({ name: 'the Redis outbox relay', logger, pass });

  return {
    start: async () => loop.start(),
    wake: () => loop.wake(),
    drain: () => pollUntilEmpty('The Redis outbox', async () => (await redis.xlen(stream)) === 0),
    close: async () => {
      await loop.close();
      await connection?.eval(returnLease, 1, leaseKey, owner).catch(() => undefined);
      connection?.disconnect();
    },
  };
};
