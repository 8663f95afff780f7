import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { basketEvents, topics } from '@quayside/contracts';
import { captureLogs, createEventSpy, testLink, waitUntil, type EventSpy } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { warnIfNotDurable } from '../src/store/watch-durability.ts';
import { callAs } from './call-basket.ts';
import { aShopper, openSurroundings, startReplica, type Surroundings } from './running-basket.ts';

let around: Surroundings;
let spy: EventSpy;

beforeAll(async () => {
  around = await openSurroundings();
  spy = await createEventSpy({ ...around.kafka, topics: [topics.basket] });
  await around.stock({ id: 1 });
});
afterAll(async () => {
  await spy.close();
  await around.close();
});

describe('while Kafka is out of reach', () => {
  test('a checkout is accepted, and becomes an event once when Kafka is there', async () => {
    const cutOff = await startReplica(around);
    await cutOff.start();
    const shopper = callAs(cutOff.url, await aShopper(around));
    await shopper.put(1, { quantity: 1 });
    const answer = await shopper.checkOut(uuidv7());
    expect(answer.status).toBe(202);
    expect(await around.redis.xlen(around.keys.outbox)).toBe(1);
    expect(await cutOff.health.readiness()).toMatchObject({ ready: true });
    await cutOff.stop();

    const connected = await startReplica(around, { brokers: around.kafka.brokers });
    await connected.relay.start();
    await connected.relay.drain();
    await spy.waitFor(basketEvents.checkedOut, ({ subject }) => subject === answer.body.orderId);
    expect(spy.all(basketEvents.checkedOut)).toHaveLength(1);
    await connected.stop();
  });
});

describe('while Redis is out of reach', () => {
  test('everything is refused as a passing fault, and the process is not ready', async () => {
    const cutOff = await startReplica(around, { redisUrl: 'redis://127.0.0.1:1/0' });
    const who = await aShopper(around);
    const shopper = callAs(cutOff.url, who);
    const answers = [
      await shopper.read(),
      await shopper.put(1, { quantity: 1 }),
      await shopper.remove(1),
      await shopper.checkOut(uuidv7()),
    ];
    for (const { status, body, headers } of answers) {
      expect([status, body.code, headers['retry-after']]).toEqual([503, 'basket-unavailable', '1']);
      expect(JSON.stringify(body)).not.toMatch(/redis|stream|ECONN/i);
    }
    expect(cutOff.lines.some(({ level }) => level === 'warn')).toBe(true);
    const { ready, checks } = await cutOff.health.readiness();
    expect([ready, checks['redis']?.ok]).toEqual([false, false]);
    await cutOff.stop();
  });
});

test('a Redis that vanished without a word is found again, over a new connection', async () => {
  const link = await testLink(around.redisUrl);
  const cutOff = await startReplica(around, { redisUrl: link.url });
  const shopper = callAs(cutOff.url, await aShopper(around));
  const status = async () => (await shopper.read()).status;
  await waitUntil(async () => (await status()) === 200, { describe: 'the basket to be there' });
  link.lose();
  expect(await status()).toBe(503);
  await waitUntil(async () => (await status()) === 200, { describe: 'the basket to be there again' });
  await cutOff.stop();
  await link.close();
});

describe('a Redis that does not write every checkout to disk', () => {
  test('is warned of, and only such a one', async () => {
    const fsync = async () => ((await around.redis.config('GET', 'appendfsync')) as string[])[1];
    const { logger, lines } = captureLogs();
    await warnIfNotDurable(around.redis, logger);
    const warned = lines.some(({ level, msg }) => level === 'warn' && msg?.includes('appendfsync always'));
    expect(warned).toBe((await fsync()) !== 'always');
  });
});
