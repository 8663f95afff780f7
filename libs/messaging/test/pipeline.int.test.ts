import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { PoolClient } from 'pg';
import { catalogEvents, topics } from '@quayside/contracts';
import { currentTraceId, withSpan } from '@quayside/runtime';
import {
  captureLogs,
  createEventSpy,
  testDatabase,
  testKafka,
  waitUntil,
  type EventSpy,
  type TestDatabase,
} from '@quayside/testkit';
import {
  createConsumer,
  createKafka,
  createPostgresOutboxRelay,
  createPublisher,
  deadLetterTopic,
  newEvent,
  on,
  postgresInbox,
  postgresOutbox,
  TransientError,
  type Consumer,
  type HandlerContext,
  type Publisher,
} from '../src/index.ts';

const { itemRemoved, stockReserved } = catalogEvents;
const group = 'marketing';
const deadLetters = deadLetterTopic(topics.catalog, group);

type Handler = (itemId: number, context: HandlerContext<PoolClient>) => Promise<void>;

let database: TestDatabase;
let spy: EventSpy;
let publisher: Publisher;
let kafka: ReturnType<typeof createKafka>;
const logs = captureLogs();
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query(postgresOutbox.migration.sql);
  await database.pool.query('CREATE TABLE effects (item_id int NOT NULL, at serial)');
});

afterAll(() => database.drop());

beforeEach(async () => {
  await database.pool.query('TRUNCATE effects, inbox, outbox');
  logs.lines.length = 0;
  const address = testKafka();
  spy = await createEventSpy({ ...address, topics: [topics.catalog, deadLetters] });
  kafka = createKafka({ ...address, clientId: 'pipeline-test', logger: logs.logger });
  publisher = createPublisher(kafka);
  await publisher.start();
  closing.push(spy.close, publisher.close);
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const apply: Handler = async (itemId, { tx }) => {
  await tx.query('INSERT INTO effects (item_id) VALUES ($1)', [itemId]);
};

const startConsumer = async (handler: Handler = apply, pool = database.pool): Promise<Consumer> => {
  const consumer = createConsumer({
    kafka,
    group,
    publisher,
    inbox: postgresInbox(pool),
    retry: { attempts: 3, baseMs: 5, maxMs: 20 },
    rest: { baseMs: 50, maxMs: 200 },
    logger: logs.logger,
    subscriptions: [
      on(itemRemoved, (event, context: HandlerContext<PoolClient>) => handler(event.data.itemId, context)),
    ],
  });
  closing.push(consumer.close);
  await consumer.start();
  return consumer;
};

/** One subject for all, so that they share a partition and are handled in order. */
const remove = (itemId: number) => spy.publish(itemRemoved, { subject: 'one', data: { itemId, version: 1 } });

const effects = async (): Promise<number[]> => {
  const { rows } = await database.pool.query<{ item_id: number }>('SELECT item_id FROM effects ORDER BY at');
  return rows.map((row) => row.item_id);
};

const effectOf = (itemId: number): Promise<number[]> =>
  waitUntil(async () => ((await effects()).includes(itemId) ? effects() : undefined), {
    describe: `the effect of item ${itemId}`,
  });

const headersOf = (message: { headers: Readonly<Record<string, Buffer | string | undefined>> }) =>
  Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]));

test('an event has its effect once, also when it is delivered twice', async () => {
  await startConsumer();
  const event = await remove(1);
  await spy.republish(event);
  await remove(2);
  expect(await effectOf(2)).toEqual([1, 2]);
});

test('an event type nobody subscribed to is passed over', async () => {
  await startConsumer();
  const orderId = newEvent(itemRemoved, {
    subject: 'one',
    source: 'test',
    data: { itemId: 1, version: 1 },
  }).id;
  await spy.publish(stockReserved, { subject: 'one', data: { orderId, lines: [], version: 1 } });
  await remove(2);
  expect(await effectOf(2)).toEqual([2]);
  expect(logs.lines.filter(({ level }) => level === 'error')).toEqual([]);
});

test('a message nobody can parse goes to the dead-letter topic as it came, and the next is handled', async () => {
  const { headers: _, ...good } = { headers: {}, ...(await remove(1)) };
  await spy.send({
    topic: topics.catalog,
    key: 'one',
    value: '{"itemId": 3',
    headers: { ...cloudEventHeaders(good.id), ce_type: itemRemoved.type },
  });
  await spy.send({ topic: topics.catalog, key: 'one', value: 'hello', headers: { custom: 'kept' } });
  await remove(4);
  await startConsumer();
  expect(await effectOf(4)).toEqual([1, 4]);

  const truncated = await spy.waitForMessage(
    deadLetters,
    ({ value }) => value?.toString() === '{"itemId": 3',
  );
  expect(headersOf(truncated)).toMatchObject({
    ce_type: itemRemoved.type,
    'dlt-reason': 'malformed',
    'dlt-error': 'the body is not JSON',
    'dlt-attempts': '1',
    'dlt-group': group,
    'dlt-origin-topic': topics.catalog,
    'dlt-origin-partition': expect.stringMatching(/^[0-5]$/),
    'dlt-origin-offset': '1',
  });
  const foreign = await spy.waitForMessage(deadLetters, ({ value }) => value?.toString() === 'hello');
  expect(headersOf(foreign)).toMatchObject({
    custom: 'kept',
    'dlt-reason': 'malformed',
    'dlt-origin-offset': '2',
  });
  expect(foreign.key?.toString()).toBe('one');
  expect(logs.lines.filter(({ level }) => level === 'error')).toHaveLength(2);
});

test('data that does not fit the published schema goes to the dead-letter topic', async () => {
  await spy.send({
    topic: topics.catalog,
    key: 'one',
    value: '{"itemId":"seven","version":1}',
    headers: { ...cloudEventHeaders('0198c4b2-0000-7000-8000-000000000001'), ce_type: itemRemoved.type },
  });
  await startConsumer();
  const dead = await spy.waitForMessage(deadLetters);
  expect(headersOf(dead)).toMatchObject({
    'dlt-reason': 'invalid-data',
    'dlt-error': expect.stringContaining('itemId'),
  });
});

test('a transient failure is tried again until it succeeds', async () => {
  const attempts: number[] = [];
  await startConsumer(async (itemId, context) => {
    attempts.push(context.attempt);
    await apply(itemId, context);
    if (context.attempt < 3) throw new TransientError('payment is slow');
  });
  await remove(1);
  expect(await effectOf(1)).toEqual([1]);
  expect(attempts).toEqual([1, 2, 3]);
});

test('a message whose handler keeps failing leaves no trace but a dead letter', async () => {
  await startConsumer(async (itemId, context) => {
    await apply(itemId, context);
    if (itemId === 1) throw new Error('no such campaign');
  });
  const event = await remove(1);
  await remove(2);
  expect(await effectOf(2)).toEqual([2]);
  const dead = await spy.waitForMessage(deadLetters);
  expect(headersOf(dead)).toMatchObject({
    ce_id: event.id,
    'dlt-reason': 'handler-failed',
    'dlt-error': 'no such campaign',
    'dlt-attempts': '3',
  });
  const { rows } = await database.pool.query('SELECT 1 FROM inbox WHERE event_id = $1', [event.id]);
  expect(rows).toEqual([]);
});

test('while the dependency is down a message waits, in its order, and is never a dead letter', async () => {
  let down = true;
  const tried: number[] = [];
  const consumer = await startConsumer(async (itemId, context) => {
    tried.push(itemId);
    if (down) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    await apply(itemId, context);
  });
  await remove(1);
  await remove(2);
  // Nine tries are three whole rounds: two times beyond the bounded retry.
  await waitUntil(() => tried.length >= 9, { describe: 'three rounds of tries' });
  expect(new Set(tried)).toEqual(new Set([1]));
  expect(consumer.healthy()).toBe(true);
  down = false;
  expect(await effectOf(2)).toEqual([1, 2]);
  await expect(spy.waitForMessage(deadLetters, () => true, 100)).rejects.toThrow('No fitting message');
});

test('while one partition waits for a dependency the others go on', async () => {
  const subjects = Array.from({ length: 12 }, (_, at) => `subject-${at}`);
  const publish = (subject: string, itemId: number) =>
    spy.publish(itemRemoved, { subject, data: { itemId, version: 1 } });
  await publish('one', 1);
  for (const subject of subjects) await publish(subject, 2);
  const partitionOf = async (subject: string) =>
    (await spy.waitForMessage(topics.catalog, ({ key }) => key?.toString() === subject)).partition;
  const waiting = await partitionOf('one');
  const partitions = await Promise.all(subjects.map(partitionOf));
  const elsewhere = partitions.filter((partition) => partition !== waiting).length;
  expect(elsewhere).toBeGreaterThan(0);

  await startConsumer(async (itemId, context) => {
    if (itemId === 1) throw new TransientError('down');
    await apply(itemId, context);
  });
  await waitUntil(async () => (await effects()).length === elsewhere, { describe: 'the other partitions' });
});

test('the offset is committed only after the effect', async () => {
  const entered = Promise.withResolvers<void>();
  const interrupted = await startConsumer(async (_itemId, { signal }) => {
    entered.resolve();
    await new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(new Error('stopping'))),
    );
  });
  await remove(1);
  await entered.promise;
  await interrupted.close();
  expect(await effects()).toEqual([]);
  await startConsumer();
  expect(await effectOf(1)).toEqual([1]);
});

test('what was settled before a stop is not delivered again', async () => {
  const first = await startConsumer();
  await remove(1);
  await effectOf(1);
  await first.close();
  const seen: number[] = [];
  await startConsumer(async (itemId, context) => {
    seen.push(itemId);
    await apply(itemId, context);
  });
  await database.pool.query('TRUNCATE inbox');
  await remove(2);
  await effectOf(2);
  expect(seen).toEqual([2]);
});

test('an event made in a handler names its cause and stays in the flow and the trace', async () => {
  const relay = createPostgresOutboxRelay({
    pool: database.pool,
    connectionString: database.url,
    publisher,
    logger: logs.logger,
  });
  closing.push(relay.close);
  await relay.start();
  await startConsumer(async (itemId, { tx }) => {
    if (itemId !== 1) return;
    const data = { itemId: 2, version: 1 };
    await postgresOutbox.append(tx, newEvent(itemRemoved, { subject: 'two', source: 'test', data }));
  });
  const { cause, traceId } = await withSpan('checkout', { correlationId: 'flow-1' }, async () => ({
    cause: await remove(1),
    traceId: currentTraceId(),
  }));
  const effect = await spy.waitFor(itemRemoved, ({ data }) => data.itemId === 2);
  expect(effect).toMatchObject({ correlationId: 'flow-1', causationId: cause.id });
  expect(effect.traceparent?.split('-')[1]).toBe(traceId);
});

const cloudEventHeaders = (id: string): Record<string, string> => ({
  ce_specversion: '1.0',
  ce_id: id,
  ce_source: 'test',
  ce_time: new Date().toISOString(),
  ce_subject: 'one',
  ce_correlationid: id,
});
