import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  topics,
  type AuditPage,
  type DeadLetterPage,
  type DeadLetterView,
  type SettledLetters,
} from '@quayside/contracts';
import { deadLetterTopic, redriveTopic } from '@quayside/messaging';
import { createEventSpy, waitUntil } from '@quayside/testkit';
import { listStatement } from '../src/store/dead-letter-store.ts';
import { staffCalls } from './staff-calls.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

const path = '/api/v1/admin/operations/dead-letters';
const [topic, group] = [topics.ordering, 'marketing'];
const [dead, again] = [deadLetterTopic(topic, group), redriveTopic(topic, group)];

let started: StartedIdentity;
let spy: Awaited<ReturnType<typeof createEventSpy>>;
let call: Awaited<ReturnType<typeof staffCalls>>['call'];

beforeAll(async () => {
  started = await startIdentity();
  ({ call } = await staffCalls(started));
  spy = await createEventSpy({ ...started.kafka, topics: [dead, again] });
});
afterAll(async () => {
  await spy.close();
  await started.stop();
});

const list = async (query: string) =>
  (await (await call('GET', `${path}?${query}`)).json()) as DeadLetterPage;
const settle = async (what: 'redrive' | 'discard', body: object) => {
  const answer = await call('POST', `${path}/${what}`, { body });
  expect(answer.status).toBe(200);
  return (await answer.json()) as SettledLetters;
};
const find = async (id: string) => (await (await call('GET', `${path}/${id}`)).json()) as DeadLetterView;
const auditOf = async (id: string) =>
  (await (
    await call('GET', `/api/v1/admin/identity/audit?entity=dead-letter&entityId=${id}`)
  ).json()) as AuditPage;

let offsets = 0;
/** A message that marketing could not handle, and the letter that it becomes. */
const die = async (more: Record<string, string> = {}) => {
  const eventId = crypto.randomUUID();
  const headers = {
    ...{ ce_id: eventId, ce_type: 'quayside.ordering.order-paid.v1', ce_subject: `order-of-${eventId}` },
    ...{ 'dlt-reason': 'handler-failed', 'dlt-error': 'no such campaign', 'dlt-attempts': '5' },
    ...{ 'dlt-group': group, 'dlt-origin-topic': topic, 'dlt-origin-partition': '3' },
    ...{ 'dlt-origin-offset': String((offsets += 1)), 'dlt-time': new Date().toISOString(), ...more },
  };
  const message = { topic: dead, key: 'key', value: '{"total":5}', headers };
  await spy.send(message);
  const letter = await waitUntil(async () => (await list(`q=${eventId}`)).items[0], {
    describe: 'the letter to be kept',
  });
  return { letter, message };
};
const stateOf = (id: string, state: string) =>
  waitUntil(async () => (await find(id)).state === state, { describe: `the letter to be ${state}` });

describe('dead letters', () => {
  test('say what could not be handled, by whom and why, with what the message holds', async () => {
    const { letter } = await die();
    expect(letter).toMatchObject({
      ...{ group, topic, partition: 3, reason: 'handler-failed', error: 'no such campaign', attempts: 5 },
      ...{ eventType: 'quayside.ordering.order-paid.v1', state: 'open', redrives: 0 },
    });
    expect(await find(letter.id)).toMatchObject({
      payload: '{"total":5}',
      isCut: false,
      headers: { ce_id: letter.eventId },
    });
  });

  test('are found by state, by group and by what they are about', async () => {
    const { letter } = await die();
    const found = async (query: string) => (await list(query)).items.map(({ id }) => id);
    expect(await found(`q=${encodeURIComponent(letter.subject ?? '')}`)).toEqual([letter.id]);
    expect(await found('state=open&group=marketing&sort=-failed&pageSize=1')).toEqual([letter.id]);
    expect(await found('group=basket')).toEqual([]);
    expect((await call('GET', `${path}?state=dead`)).status).toBe(400);
    expect((await call('GET', `${path}/${'0'.repeat(32)}`)).status).toBe(404);
  });

  test('one that is sent again goes to its group alone, as it came, once however often it is pressed', async () => {
    const { letter } = await die();
    const pressed = await Promise.all([1, 2, 3].map(() => settle('redrive', { ids: [letter.id] })));
    expect(pressed.map(({ changed }) => changed).toSorted()).toEqual([0, 0, 1]);
    const sent = await spy.waitForMessage(
      again,
      ({ headers }) => headers['ce_id']?.toString() === letter.eventId,
    );
    expect([sent.key?.toString(), sent.value?.toString()]).toEqual(['key', '{"total":5}']);
    expect(sent.headers['redrive-letter']?.toString()).toBe(letter.id);
    await stateOf(letter.id, 'redriven');
    expect(await settle('redrive', { ids: [letter.id] })).toMatchObject({
      changed: 0,
      items: [{ id: letter.id, state: 'redriven', redrives: 1 }],
    });
    expect(await settle('discard', { ids: [letter.id], reason: 'too late' })).toMatchObject({ changed: 0 });
    expect((await auditOf(letter.id)).items).toMatchObject([
      { action: 'redriven', before: { state: 'open' }, after: { state: 'redriving' } },
    ]);
  });

  test('one that comes back is open again, and its first failure told once more changes nothing', async () => {
    const { letter, message } = await die();
    await settle('redrive', { ids: [letter.id] });
    await stateOf(letter.id, 'redriven');
    await spy.send(message);
    await die();
    expect((await find(letter.id)).state).toBe('redriven');
    await spy.send({
      ...message,
      headers: {
        ...{ ...message.headers, 'dlt-error': 'still none' },
        ...{ 'redrive-letter': letter.id, 'redrive-number': '1' },
      },
    });
    await stateOf(letter.id, 'open');
    expect(await find(letter.id)).toMatchObject({ error: 'still none', redrives: 1 });
    expect(await settle('redrive', { ids: [letter.id] })).toMatchObject({ changed: 1 });
  });

  test('one that is left be says why, once, and is not sent', async () => {
    const { letter } = await die();
    const first = await settle('discard', { ids: [letter.id], reason: '  The order was cancelled ' });
    expect(first).toMatchObject({
      changed: 1,
      items: [{ state: 'discarded', discardReason: 'The order was cancelled' }],
    });
    expect(await settle('discard', { ids: [letter.id], reason: 'Another reason' })).toMatchObject({
      changed: 0,
      items: [{ discardReason: 'The order was cancelled' }],
    });
    expect(await settle('redrive', { ids: [letter.id] })).toMatchObject({ changed: 0 });
    expect((await auditOf(letter.id)).items).toMatchObject([
      { action: 'discarded', after: { state: 'discarded', reason: 'The order was cancelled' } },
    ]);
  });

  test('refuse what says no reason, or names none that there is', async () => {
    const { letter } = await die();
    const status = async (what: string, body: object) =>
      (await call('POST', `${path}/${what}`, { body })).status;
    expect(await status('discard', { ids: [letter.id] })).toBe(400);
    expect(await status('discard', { ids: [letter.id], reason: ' ' })).toBe(400);
    expect(await status('redrive', { ids: [] })).toBe(400);
    expect(await status('redrive', { ids: ['0'.repeat(32)] })).toBe(404);
    for (const as of ['support', 'merchandiser', 'shopper'])
      expect((await call('GET', path, { as })).status).toBe(403);
  });

  test('are listed along an index, whatever is asked', async () => {
    const { pool } = started.database;
    await pool.query(`INSERT INTO dead_letters (id, consumer_group, topic, origin_partition, origin_offset, reason, error,
        attempts, failed_at, event_id, event_type, subject, correlation_id, message, state)
      SELECT md5(n::text), 'g' || n % 7, 't', 0, n, 'r', 'e', 1, now() - n * interval '1 hour', 'e' || n, 'type' || n % 50,
             's' || n, 'c' || n, '{}', (ARRAY['open', 'redriven', 'discarded'])[1 + n % 3]
        FROM generate_series(1, 20000) AS n`);
    await pool.query('ANALYZE dead_letters');
    for (const asked of [{}, { state: 'open' }, { group: 'g3' }, { q: 's77' }, { q: 'type3' }] as const) {
      const { listed } = listStatement({ ...asked, page: 1, pageSize: 25 });
      const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${listed.text}`, listed.values);
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan');
    }
  });
});
