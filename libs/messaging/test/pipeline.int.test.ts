import { describe, expect, test } from '@jest/globals';
import { catalogEvents, topics } from '@quayside/contracts';
import { createPostgresOutboxRelay, postgresOutbox } from '@quayside/postgres';
import { currentTraceId, withSpan } from '@quayside/runtime';
import { waitUntil } from '@quayside/testkit';
import { kafkaClients, newEvent, TransientError } from '../src/index.ts';
import { apply } from './effects.ts';
import { deadLetters, pipelineFixture } from './pipeline-fixture.ts';

const { itemRemoved, stockReserved } = catalogEvents;
describe.each(kafkaClients)('by %s', (client) => {
  const { logs, closing, startConsumer, effects, effectOf, remove, current } = pipelineFixture(client);

  test('an event has its effect once, also when it is delivered twice', async () => {
    const { spy } = current();
    await startConsumer();
    const event = await remove(1);
    await spy.republish(event);
    await remove(2);
    expect(await effectOf(2)).toEqual([1, 2]);
  });

  test('an event type nobody subscribed to is passed over', async () => {
    const { spy } = current();
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

  test('while the dependency is down a message waits, in its order, and is never a dead letter', async () => {
    const { spy } = current();
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
    const { spy } = current();
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
    const { database } = current();
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
    const { spy, database, publisher } = current();
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
});
