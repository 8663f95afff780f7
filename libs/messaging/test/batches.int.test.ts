import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { catalogEvents, topics } from '@quayside/contracts';
import { createPostgresOutboxRelay, postgresOutbox } from '@quayside/postgres';
import { kafkaClients, newEvent } from '../src/index.ts';
import { applyMany, type HandlerOfMany } from './effects.ts';
import { deadLetters, pipelineFixture } from './pipeline-fixture.ts';

const { itemRemoved } = catalogEvents;
describe.each(kafkaClients)('by %s', (client) => {
  const { logs, closing, startConsumerOfMany, effectOf, remove, current } = pipelineFixture(client);

  /** A handler of many that also tells which items it was called with. */
  const recording = (apply: HandlerOfMany = applyMany) => {
    const calls: number[][] = [];
    const handler: HandlerOfMany = (received, context) => {
      calls.push(received.map(({ event }) => event.data.itemId));
      return apply(received, context);
    };
    return { calls, handler };
  };

  test('messages that wait are handled together, in their order', async () => {
    for (const itemId of [1, 2, 3, 4, 5]) await remove(itemId);
    const { calls, handler } = recording();
    await startConsumerOfMany(handler);
    expect(await effectOf(5)).toEqual([1, 2, 3, 4, 5]);
    expect(calls).toEqual([[1, 2, 3, 4, 5]]);
  });

  test('a lone message is handled at once', async () => {
    const { calls, handler } = recording();
    await startConsumerOfMany(handler);
    await remove(1);
    expect(await effectOf(1)).toEqual([1]);
    expect(calls).toEqual([[1]]);
  });

  test('an event that comes twice in one batch has its effect once, also when it comes again', async () => {
    const { spy } = current();
    const event = await remove(1);
    await spy.republish(event);
    await remove(2);
    await startConsumerOfMany();
    expect(await effectOf(2)).toEqual([1, 2]);
    await spy.republish(event);
    await remove(3);
    expect(await effectOf(3)).toEqual([1, 2, 3]);
  });

  test('a poison message in the middle of a batch harms no other', async () => {
    const { spy } = current();
    await remove(1);
    await spy.send({
      topic: topics.catalog,
      key: 'one',
      value: '{"itemId":"seven","version":1}',
      headers: {
        ce_specversion: '1.0',
        ce_id: '0198c4b2-0000-7000-8000-000000000001',
        ce_type: itemRemoved.type,
        ce_source: 'test',
        ce_time: new Date().toISOString(),
        ce_subject: 'one',
        ce_correlationid: 'flow',
      },
    });
    await remove(3);
    await startConsumerOfMany();
    expect(await effectOf(3)).toEqual([1, 3]);
    const dead = await spy.waitForMessage(deadLetters);
    expect(dead.headers['dlt-reason']?.toString()).toBe('invalid-data');
  });

  test('a message whose handler keeps failing harms no other of its batch, and leaves no effect', async () => {
    const { spy } = current();
    const { calls, handler } = recording(async (received, context) => {
      await applyMany(received, context);
      if (received.some(({ event }) => event.data.itemId === 2)) throw new Error('no such campaign');
    });
    await remove(1);
    const failing = await remove(2);
    await remove(3);
    await startConsumerOfMany(handler);
    expect(await effectOf(3)).toEqual([1, 3]);
    expect(calls).toEqual([[1, 2, 3], [1], [2], [2], [2], [3]]);
    const dead = await spy.waitForMessage(deadLetters);
    expect(dead.headers['ce_id']?.toString()).toBe(failing.id);
    expect(dead.headers['dlt-attempts']?.toString()).toBe('3');
  });

  test('an event made for one message of a batch names that one as its cause', async () => {
    const { spy, database, publisher } = current();
    const relay = createPostgresOutboxRelay({
      pool: database.pool,
      connectionString: database.url,
      publisher,
      logger: logs.logger,
    });
    closing.push(relay.close);
    await relay.start();
    const causes = [await remove(1), await remove(2), await remove(3)];
    await startConsumerOfMany(async (received, { tx }) => {
      const answers = received.flatMap(({ event, within }) => {
        const data = { itemId: event.data.itemId + 100, version: 1 };
        if (event.data.itemId > 100) return [];
        return within(() => newEvent(itemRemoved, { subject: 'answers', source: 'test', data }));
      });
      await postgresOutbox.append(tx, ...answers);
    });
    for (const [at, cause] of causes.entries()) {
      const answer = await spy.waitFor(itemRemoved, ({ data }) => data.itemId === 101 + at);
      expect(answer).toMatchObject({ causationId: cause.id, correlationId: cause.correlationId });
    }
  });

  test.each(['before the commit', 'between commit and offset'] as const)(
    'a process killed %s of a batch loses nothing and doubles nothing',
    async (moment) => {
      const { address, database } = current();
      for (const itemId of [1, 2, 3]) await remove(itemId);
      const doomed = fork(new URL('./batch-process.ts', import.meta.url), [
        moment,
        database.url,
        JSON.stringify(address),
      ]);
      const [itemIds] = (await once(doomed, 'message')) as [number[]];
      expect(itemIds).toEqual([1, 2, 3]);
      doomed.kill('SIGKILL');
      await once(doomed, 'exit');
      await remove(4);
      await startConsumerOfMany();
      expect(await effectOf(4)).toEqual([1, 2, 3, 4]);
    },
  );
});
