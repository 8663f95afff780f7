import { describe, expect, test } from '@jest/globals';
import { catalogEvents, topics } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import { kafkaClients, type Publisher } from '../src/index.ts';
import { apply, group } from './effects.ts';
import { deadLetters, pipelineFixture } from './pipeline-fixture.ts';

const { itemRemoved } = catalogEvents;
describe.each(kafkaClients)('by %s', (client) => {
  const { logs, startConsumer, effectOf, remove, current } = pipelineFixture(client);

  const headersOf = (message: { headers: Readonly<Record<string, Buffer | string | undefined>> }) =>
    Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]));

  test('a message nobody can parse goes to the dead-letter topic as it came, and the next is handled', async () => {
    const { spy } = current();
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
    const told = () => logs.lines.filter(({ level }) => level === 'error').length;
    await waitUntil(() => told() === 2, { describe: 'both to be told to somebody' });
  });

  test('data that does not fit the published schema goes to the dead-letter topic', async () => {
    const { spy } = current();
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

  test('a message whose handler keeps failing leaves no trace but a dead letter', async () => {
    const { spy, database } = current();
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

  test('while the dead-letter topic takes nothing a message at fault waits, and is not lost', async () => {
    const { spy, publisher } = current();
    let refusals = 0;
    const send: Publisher['send'] = async (records) => {
      refusals += 1;
      if (refusals <= 2) throw new Error('no leader');
      await publisher.send(records);
    };
    await startConsumer(
      async (itemId, context) => {
        if (itemId === 1) throw new Error('no such campaign');
        await apply(itemId, context);
      },
      { send },
    );
    const event = await remove(1);
    await remove(2);
    const dead = await spy.waitForMessage(deadLetters);
    expect(headersOf(dead)).toMatchObject({ ce_id: event.id, 'dlt-error': 'no such campaign' });
    expect(await effectOf(2)).toEqual([2]);
    expect(refusals).toBe(3);
  });
});

const cloudEventHeaders = (id: string): Record<string, string> => ({
  ce_specversion: '1.0',
  ce_id: id,
  ce_source: 'test',
  ce_time: new Date().toISOString(),
  ce_subject: 'one',
  ce_correlationid: id,
});
