import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { catalogEvents } from '@quayside/contracts';
import { newEvent, type OutgoingEvent } from '@quayside/messaging';
import {
  createRecordingPublisher,
  describeOutbox,
  type RecordingPublisher,
} from '@quayside/messaging/conformance';
import { silentLogger, testLink, testRedis } from '@quayside/testkit';
import { createRedisOutboxRelay, redisOutbox } from '../src/index.ts';
import { openOutboxStore } from './outbox-store.ts';

describeOutbox('Redis', {
  backing: async () => {
    const { url, close } = await testRedis();
    return { url, remove: close };
  },
  open: openOutboxStore,
  module: new URL('./outbox-store.ts', import.meta.url),
});

const change = (itemId: number): OutgoingEvent =>
  newEvent(catalogEvents.itemRemoved, { subject: '1', source: 'test', data: { itemId, version: 1 } });

let closing: (() => Promise<unknown>)[] = [];
let publisher: RecordingPublisher;

beforeEach(() => {
  publisher = createRecordingPublisher();
});

afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

test('a Redis relay whose connection is cut goes on', async () => {
  const { redis, close } = await testRedis();
  const relay = createRedisOutboxRelay({ redis, stream: 'outbox', publisher, logger: silentLogger });
  closing = [close, relay.close];
  await relay.start();
  await redis.xadd('outbox', '*', ...redisOutbox.toStreamFields(change(1)));
  await publisher.waitForDistinct(1);
  const own = await redis.client('ID');
  const clients = (await redis.client('LIST')) as string;
  const relayClient = clients.split('\n').find((line) => line.includes('cmd=xread'));
  const id = /\bid=(\d+)/.exec(relayClient ?? '')?.[1];
  expect(id).not.toBe(String(own));
  expect(await redis.client('KILL', 'ID', id ?? '')).toBe(1);
  await redis.xadd('outbox', '*', ...redisOutbox.toStreamFields(change(2)));
  await publisher.waitForDistinct(2);
});

test('a Redis relay whose server vanished without a word goes on over a new connection', async () => {
  const { redis, url, close } = await testRedis();
  const link = await testLink(url);
  const through = new Redis(link.url, { lazyConnect: true });
  const relay = createRedisOutboxRelay({
    redis: through,
    stream: 'outbox',
    publisher,
    logger: silentLogger,
    leaseMs: 300,
  });
  closing = [close, link.close, relay.close];
  await relay.start();
  await redis.xadd('outbox', '*', ...redisOutbox.toStreamFields(change(1)));
  await publisher.waitForDistinct(1);
  link.lose();
  await redis.xadd('outbox', '*', ...redisOutbox.toStreamFields(change(2)));
  await publisher.waitForDistinct(2);
});
