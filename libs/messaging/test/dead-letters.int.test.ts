import { describe, expect, test } from '@jest/globals';
import { catalogEvents, topics } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import {
  createDeadLetterReader,
  createKafka,
  kafkaClients,
  readDeadLetter,
  redrive,
  type DeadLetter,
  type Publisher,
} from '../src/index.ts';
import { apply, group } from './effects.ts';
import { deadLetters, pipelineFixture } from './pipeline-fixture.ts';

const { itemRemoved } = catalogEvents;
describe.each(kafkaClients)('by %s', (client) => {
  const { logs, closing, startConsumer, effects, effectOf, remove, current } = pipelineFixture(client);

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

  test('a dead letter that is sent again has its effect, once, in the group that it is of', async () => {
    const { spy, publisher } = current();
    let isMended = false;
    await startConsumer(async (itemId, context) => {
      if (itemId === 1 && !isMended) throw new Error('no such campaign');
      await apply(itemId, context);
    });
    await remove(1);
    const from = { topic: topics.catalog, group };
    const first = await spy.waitForMessage(deadLetters);
    const letter = readDeadLetter(first, { ...from, offset: first.offset });
    expect(letter).toMatchObject({ ...from, reason: 'handler-failed', attempts: 3, redrives: 0 });
    expect(readDeadLetter(first, { ...from, offset: 'another' }).id).toBe(letter.id);

    await publisher.send([redrive(letter, 1)]);
    const again = await spy.waitForMessage(deadLetters, ({ headers }) => 'redrive-number' in headers);
    expect(readDeadLetter(again, { ...from, offset: again.offset })).toEqual({
      ...letter,
      redrives: 1,
      failedAt: expect.any(Date),
    });

    isMended = true;
    await publisher.send([redrive(letter, 2), redrive(letter, 2)]);
    await remove(2);
    expect(await effectOf(1)).toContain(1);
    await remove(3);
    await waitUntil(async () => (await effects()).length === 3, { describe: 'each effect once' });
    expect((await effects()).filter((itemId) => itemId === 1)).toEqual([1]);
  });

  test('whoever keeps dead letters is handed each until it says that it is kept, broken ones too', async () => {
    const { publisher, address } = current();
    const kept: DeadLetter[] = [];
    let refusals = 0;
    const kafka = createKafka({ ...address, clientId: 'keeper', logger: logs.logger });
    const reader = createDeadLetterReader({
      ...{ kafka, logger: logs.logger },
      group: 'keeper',
      of: [{ group, topics: [topics.catalog] }],
      keep: async (letters) => {
        if ((refusals += 1) === 1) throw new Error('the database is away');
        kept.push(...letters);
      },
    });
    closing.push(reader.close);
    await publisher.send([
      { topic: deadLetters, key: null, value: null, headers: { 'dlt-time': 'yesterday' } },
      { topic: deadLetters, key: 'one', value: '\0{', headers: { ce_type: 'a\0b' } },
    ]);
    await reader.start();
    await waitUntil(() => kept.length === 2, { describe: 'both to be kept' });
    const [broken, empty] = kept.toSorted((a, b) => Number(!a.eventType) - Number(!b.eventType));
    expect(empty).toMatchObject({ group, topic: topics.catalog, reason: 'unknown', attempts: 0 });
    expect(broken).toMatchObject({ eventType: 'ab' });
    expect(broken?.message.value?.toString()).toBe('\0{');
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
