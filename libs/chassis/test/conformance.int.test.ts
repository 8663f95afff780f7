import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogEvents, processStatus, topics, type ProcessStatus } from '@quayside/contracts';
import { deadLetterTopic, type OutgoingEvent } from '@quayside/messaging';
import {
  createEventSpy,
  testKafka,
  testLink,
  waitUntil,
  type EventSpy,
  type TestLink,
} from '@quayside/testkit';
import { kindsOfStore } from './kinds-of-store.ts';

const kinds = Object.entries(kindsOfStore);
const deadLetters = deadLetterTopic(topics.catalog, 'tally');

describe.each(kinds)('a service on %s', (_name, kind) => {
  let store: Awaited<ReturnType<typeof kind.open>>;
  let link: TestLink;
  let spy: EventSpy;
  const kafka = testKafka();
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    store = await kind.open();
    link = await testLink(store.url);
    spy = await createEventSpy({ ...kafka, topics: [topics.catalog, deadLetters] });
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    link.mend();
  });
  afterAll(async () => {
    await spy.close();
    await link.close();
    await store.close();
  });

  const start = async ({ brokers = kafka.brokers } = {}) => {
    const service = kind.build({
      [kind.variable]: link.url,
      KAFKA_BROKERS: brokers,
      KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
    });
    stops.push(service.stop);
    await service.start();
    const { url } = await service.listen();
    const answer = async (path: string, method = 'GET') => {
      const response = await fetch(url + path, { method });
      const text = await response.text();
      const type = response.headers.get('content-type') ?? '';
      return {
        status: response.status,
        type: type.split(';')[0],
        retryAfter: response.headers.get('retry-after'),
        connection: response.headers.get('connection'),
        text,
        body: (type.includes('json') ? JSON.parse(text) : {}) as Record<string, never>,
      };
    };
    return { ...service, answer };
  };
  type Started = Awaited<ReturnType<typeof start>>;

  const expectAway = async ({ answer }: Started) => {
    for (const [path, method] of [
      ['/tally/1', 'GET'],
      ['/tally/1', 'POST'],
    ] as const) {
      const { status, type, retryAfter, body, text } = await answer(path, method);
      expect({ status, type, retryAfter, code: body['code'] }).toEqual({
        status: 503,
        type: 'application/problem+json',
        retryAfter: '1',
        code: 'tally-unavailable',
      });
      expect(text).not.toMatch(/127\.0\.0\.1|terminated|postgres|mongo|redis|ECONN/i);
    }
    expect(await answer('/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } });
    const readiness = await answer('/readyz');
    expect(readiness).toMatchObject({ status: 503, body: { ready: false } });
    expect(readiness.body['checks']).toMatchObject({ [kind.check]: { ok: false } });
  };
  const counted = async ({ answer }: Started, itemId: number) =>
    (await answer(`/tally/${itemId}`)).body['counted'];
  const untilCounted = (service: Started, itemId: number, times = 1) =>
    waitUntil(async () => (await counted(service, itemId)) === times, {
      describe: `item ${itemId} to be counted ${times} times`,
    });

  test('starts without its store, says so, and gets ready when it is there', async () => {
    link.cut();
    const service = await start();
    await expectAway(service);
    link.mend();
    await service.ready();
    const { body } = await service.answer('/readyz');
    expect(body).toEqual({ ready: true, checks: { [kind.check]: { ok: true }, events: { ok: true } } });
  });

  test('is not ready before it reads events, and serves what it can', async () => {
    const service = await start({ brokers: '127.0.0.1:1' });
    const checks = async () => (await service.health.readiness()).checks;
    await waitUntil(async () => (await checks())[kind.check]?.ok, { describe: 'the store' });
    expect((await checks())['events']).toMatchObject({ ok: false });
    expect((await service.answer('/readyz')).status).toBe(503);
    expect((await service.answer('/tally/2')).status).toBe(200);
    expect((await service.answer('/tally/2', 'POST')).status).toBe(202);
    await service.stop();
    // What was accepted without Kafka leaves with the next process.
    const connected = await start();
    await connected.ready();
    await untilCounted(connected, 2);
  });

  test('says what runs and what waits, and what it cannot say', async () => {
    const service = await start();
    await service.ready();
    await waitUntil(
      async () => {
        const { backlogs } = (await service.answer('/statusz')).body as unknown as ProcessStatus;
        return backlogs.some(({ kind: of, waiting }) => of === 'outbox' && waiting === 0);
      },
      { describe: 'an empty outbox' },
    );
    expect((await service.answer('/metrics')).text).toContain('backlog_waiting{kind="outbox"');
    await service.stop();
    const cutOff = await start({ brokers: '127.0.0.1:1' });
    await waitUntil(async () => (await cutOff.answer('/tally/33', 'POST')).status === 202, {
      describe: 'something to be accepted',
    });
    await waitUntil(
      async () => {
        const status = processStatus.parse((await cutOff.answer('/statusz')).body);
        return !status.isReady && status.backlogs.some(({ waiting }) => waiting >= 0);
      },
      { describe: 'its status without Kafka' },
    );
    await cutOff.stop();
    const connected = await start();
    await connected.ready();
    await untilCounted(connected, 33);
  });

  test('stays up when its store goes away, and recovers by itself', async () => {
    const service = await start();
    await service.ready();
    link.cut();
    await waitUntil(async () => (await service.answer('/tally/1')).status === 503, {
      describe: 'the outage',
    });
    await expectAway(service);
    const { subject } = await spy.publish(catalogEvents.itemRemoved, {
      subject: '3',
      data: { itemId: 3, version: 1 },
    });
    expect(subject).toBe('3');
    link.mend();
    await service.ready();
    // An event that came during the outage waits, and is no dead letter.
    await untilCounted(service, 3);
  });

  test('publishes each event, has its effect once, and sets aside what cannot be handled', async () => {
    const service = await start();
    await service.ready();
    const event = (await service.answer('/tally/4', 'POST')).body as unknown as OutgoingEvent;
    await untilCounted(service, 4);
    await service.relay.drain();
    const published = await spy.waitFor(catalogEvents.itemRemoved, ({ subject }) => subject === '4');
    expect(published).toMatchObject({ id: event.id, source: 'tally' });

    await spy.republish(event);
    const { id } = await spy.publish(catalogEvents.itemRemoved, {
      subject: '4',
      data: { itemId: 13, version: 1 },
    });
    // Of the same key, so it is settled after the repeat.
    const letter = await spy.waitForMessage(
      deadLetters,
      ({ headers }) => headers['ce_id']?.toString() === id,
    );
    expect(letter.headers).toHaveProperty('ce_type');
    expect(await counted(service, 4)).toBe(1);
  });

  test('tells its figures, and answers what is not there with a problem', async () => {
    const service = await start();
    expect((await service.answer('/metrics')).text).toContain('service="tally"');
    expect(await service.answer('/nowhere')).toMatchObject({
      status: 404,
      type: 'application/problem+json',
      body: { code: 'route-not-found' },
    });
    const { body } = await service.answer('/openapi.json');
    expect(body).toMatchObject({ info: { title: 'Quayside Tally', version: '1' } });
  });

  test('drains: is not ready, ends connections, and answers what is under way before its store closes', async () => {
    const service = await start();
    await service.ready();
    const underWay = service.answer('/held');
    await service.held.isAsked;
    service.health.setDraining();
    const drained = await service.answer('/readyz');
    expect(drained).toMatchObject({ status: 503, body: { ready: false } });
    expect(await service.answer('/tally/1')).toMatchObject({ status: 200, connection: 'close' });
    const stopped = service.stop();
    service.held.answer();
    expect(await underWay).toMatchObject({ status: 200, body: { counted: 0 } });
    await stopped;
    expect(service.lines.filter(({ level }) => ['error', 'fatal'].includes(level))).toEqual([]);
  });
});
