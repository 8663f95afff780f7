import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  identityEvents,
  orderingEvents,
  topics,
  type AuditPage,
  type Customer,
  type CustomerRow,
} from '@quayside/contracts';
import { createEventSpy, waitUntil } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { demoPassword, demoUsers } from '../src/main/demo-users.ts';
import { customersStatement } from '../src/store/customer-store.ts';
import { signInAs } from './sign-in-as.ts';
import { staffCalls } from './staff-calls.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

let started: StartedIdentity;
let call: Awaited<ReturnType<typeof staffCalls>>['call'];

beforeAll(async () => {
  started = await startIdentity();
  ({ call } = await staffCalls(started));
});
afterAll(() => started.stop());

const [signe, admin, support] = demoUsers.map(({ user }) => user.id) as [string, string, string];
const customers = '/api/v1/admin/identity/customers';
const password = 'quite a long password';

/** Somebody new, signed in on one machine. */
const somebody = async (name: string, email: string) => {
  const browser = started.browser();
  const page = await browser.get(started.client.authorize({ screen_hint: 'register' }).url);
  await browser.submit(page.url.href, { name, email, password });
  const { tokens } = await signInAs(started, email, password);
  const { rows } = await started.database.pool.query<{ id: string }>(
    'SELECT id FROM users WHERE email_key = $1',
    [email],
  );
  return { id: rows[0]?.id ?? '', refreshToken: tokens['refresh_token'] ?? '', browser };
};
const read = async (id: string, as = 'admin') =>
  (await (await call('GET', `${customers}/${id}`, { as })).json()) as Customer;
const listed = async (query: string) =>
  ((await (await call('GET', `${customers}?${query}`, { as: 'support' })).json()) as { items: CustomerRow[] })
    .items;
const log = async (id: string) => {
  const answer = await call('GET', `/api/v1/admin/identity/audit?entity=customer&entityId=${id}`);
  return ((await answer.json()) as AuditPage).items.map(({ action, actor }) => `${action} by ${actor.name}`);
};
const setState = (id: string, isDisabled: boolean, version: number) =>
  call('PUT', `${customers}/${id}/state`, { ifMatch: `"v${version}"`, body: { isDisabled } });

describe('a customer', () => {
  test('is found with what their orders come to, in the word of Ordering, whichever of it comes last', async () => {
    const { id } = await somebody('Tove Ask', 'tove@example.com');
    const spy = await createEventSpy({ ...started.kafka, topics: [topics.ordering] });
    const tell = (orders: number, version: number) =>
      spy.publish(orderingEvents.customerFiguresChanged, {
        subject: id,
        data: {
          ...{ customerId: id, orders, version },
          spend: [{ amount: orders * 100, currency: 'USD' }],
          lastOrderAt: '2026-03-01T10:00:00.000Z',
        },
      });
    await tell(3, 3);
    await tell(2, 2);
    await tell(1, 1);
    await spy.publish(orderingEvents.customerFiguresChanged, {
      subject: uuidv7(),
      data: {
        customerId: uuidv7(),
        orders: 1,
        version: 1,
        spend: [],
        lastOrderAt: '2026-03-01T10:00:00.000Z',
      },
    });
    await waitUntil(async () => (await listed('q=tove'))[0]?.orders === 3, { describe: 'the figures' });
    expect(await listed('sort=-orders&pageSize=1')).toMatchObject([
      {
        ...{ id, name: 'Tove Ask', email: 'tove@example.com', orders: 3, isDisabled: false },
        spend: [{ amount: 300, currency: 'USD' }],
        lastOrderAt: '2026-03-01T10:00:00.000Z',
      },
    ]);
    expect((await listed('sort=-last-order')).at(0)?.id).toBe(id);
    expect((await listed('sort=last-order')).at(-1)?.id).toBe(id);
    await spy.close();
  });

  test('is looked at by support, which is on record once for each visit, and by nobody who keeps the catalog', async () => {
    const { id } = await somebody('Ragna Lund', 'ragna@example.com');
    const seen = await read(id, 'support');
    expect(seen).toMatchObject({
      name: 'Ragna Lund',
      locale: 'en',
      roles: [],
      notes: [],
      orders: 0,
      spend: [],
    });
    expect(seen.sessions).toHaveLength(2);
    expect(seen.sessions.filter(({ renewedAt }) => renewedAt !== undefined)).toHaveLength(1);
    await read(id, 'support');
    await read(id, 'admin');
    expect(await log(id)).toEqual(['viewed by Aksel Brandt', 'viewed by Maren Krogh']);
    for (const as of ['merchandiser', 'shopper'])
      expect((await call('GET', `${customers}/${id}`, { as })).status).toBe(403);
    expect((await call('GET', customers, { as: 'merchandiser' })).status).toBe(403);
    expect((await call('GET', `${customers}/${uuidv7()}`, { as: 'support' })).status).toBe(404);
    expect(await log(id)).toHaveLength(2);
  });

  test('is noted about, once for each key; who wrote it is named as long as they have an account', async () => {
    const { id } = await somebody('Ida Noted', 'ida@example.com');
    const note = (key: string, text: string) =>
      call('POST', `${customers}/${id}/notes`, { as: 'support', key, body: { text } });
    await note('k1', 'Rang about the lantern.');
    const twice = (await (await note('k1', 'Rang about the lantern.')).json()) as Customer;
    expect(twice.notes).toMatchObject([
      { text: 'Rang about the lantern.', staff: { id: support, name: 'Maren Krogh' } },
    ]);
    expect((await log(id)).filter((entry) => entry.startsWith('noted'))).toHaveLength(1);
    expect((await note('k2', 'Control \u0007')).status).toBe(400);
    expect((await note('k2', ' ')).status).toBe(400);
  });

  test('is signed out everywhere; of the staff only by admins', async () => {
    const { id, refreshToken, browser } = await somebody('Odd Out', 'odd@example.com');
    expect((await call('POST', `${customers}/${id}/sign-out`, { as: 'support' })).status).toBe(204);
    expect((await started.client.refresh(refreshToken)).status).toBe(400);
    expect((await browser.get(started.client.authorize().url)).url.pathname).toMatch(/sign-in$/);
    expect((await read(id)).sessions).toEqual([]);
    await signInAs(started, 'odd@example.com', password);
    const colleague = await call('POST', `${customers}/${admin}/sign-out`, { as: 'support' });
    expect([colleague.status, await colleague.json()]).toMatchObject([403, { code: 'staff-account' }]);
    expect((await call('POST', `${customers}/${support}/sign-out`)).status).toBe(204);
  });

  test('who is disabled is signed in nowhere and cannot sign in, until they are enabled', async () => {
    const { id, refreshToken } = await somebody('Stein Shut', 'stein@example.com');
    const { version } = await read(id);
    expect(
      (
        await call('PUT', `${customers}/${id}/state`, {
          as: 'support',
          ifMatch: `"v${version}"`,
          body: { isDisabled: true },
        })
      ).status,
    ).toBe(403);
    const stale = await setState(id, true, version + 1);
    expect([stale.status, await stale.json()]).toMatchObject([412, { current: { id, version } }]);
    const disabled = (await (await setState(id, true, version)).json()) as Customer;
    expect(disabled).toMatchObject({ isDisabled: true, sessions: [] });
    expect((await started.client.refresh(refreshToken)).status).toBe(400);
    const browser = started.browser();
    const page = await browser.get(started.client.authorize().url);
    const refused = await browser.submit(page.url.href, { email: 'stein@example.com', password });
    expect([refused.status, refused.text]).toEqual([
      403,
      expect.stringContaining('This account is disabled'),
    ]);
    const wrong = await browser.submit(page.url.href, {
      email: 'stein@example.com',
      password: 'a wrong guess',
    });
    expect(wrong.status).toBe(401);
    expect((await listed('state=disabled')).map((one) => one.id)).toEqual([id]);
    expect((await listed('state=active&q=stein')).length).toBe(0);
    await setState(id, false, disabled.version);
    await signInAs(started, 'stein@example.com', password);
    expect(await log(id)).toEqual([
      'enabled by Aksel Brandt',
      'disabled by Aksel Brandt',
      'viewed by Aksel Brandt',
    ]);
    const last = await setState(admin, true, (await read(admin)).version);
    expect([last.status, await last.json()]).toMatchObject([409, { code: 'last-admin' }]);
  });

  test('is deleted with all that is kept, by admins alone, and told of; the log names nobody', async () => {
    const { id } = await somebody('Gro Gone', 'gro@example.com');
    await call('POST', `${customers}/${id}/notes`, { key: 'k', body: { text: 'Gro wants a blue one.' } });
    const { version } = await read(id);
    const ifMatch = `"v${version}"`;
    expect((await call('DELETE', `${customers}/${id}`, { as: 'support', ifMatch })).status).toBe(403);
    expect((await call('DELETE', `${customers}/${id}`)).status).toBe(428);
    expect((await call('DELETE', `${customers}/${id}`, { ifMatch: `"v${version + 1}"` })).status).toBe(412);
    expect((await call('DELETE', `${customers}/${id}`, { ifMatch })).status).toBe(204);
    expect((await call('GET', `${customers}/${id}`)).status).toBe(404);
    await started.identity.relay.drain();
    await started.events.waitFor(identityEvents.userDeleted, ({ subject }) => subject === id);
    expect((await log(id)).at(0)).toBe('deleted by Aksel Brandt');
    const { pool } = started.database;
    const { rows: tables } = await pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    for (const { name } of tables) {
      const { rows } = await pool.query<{ text: string }>(`SELECT t::text AS text FROM "${name}" t`);
      expect(rows.map(({ text }) => text).join()).not.toMatch(/Gro |gro@/);
    }
  });

  test('gets all that Identity keeps, which is on record each time', async () => {
    await call('POST', `${customers}/${signe}/notes`, {
      as: 'support',
      key: 'x',
      body: { text: 'Likes brass.' },
    });
    const file = await call('GET', `${customers}/${signe}/export`);
    expect(await file.json()).toMatchObject({
      account: {
        ...{ id: signe, name: 'Signe Holm', email: 'shopper@quayside.test', roles: ['shopper'] },
        notes: [{ text: 'Likes brass.' }],
      },
      sessions: [{ begunAt: expect.any(String) }],
    });
    await call('GET', `${customers}/${signe}/export`);
    expect((await call('GET', `${customers}/${signe}/export`, { as: 'support' })).status).toBe(403);
    expect((await log(signe)).filter((entry) => entry.startsWith('exported'))).toHaveLength(2);
  });

  test('is found by an index, whichever way they are looked for', async () => {
    const { pool } = started.database;
    await pool.query(`
      INSERT INTO users (id, email, email_key, name, locale, roles, password_hash, orders, disabled_at)
      SELECT ('01971f00-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'p' || n || '@example.test',
             'p' || n || '@example.test', 'Person ' || n, 'en', '{shopper}', '', n % 7,
             CASE WHEN n % 500 = 0 THEN now() END FROM generate_series(1, 20000) AS n`);
    await pool.query('VACUUM ANALYZE users');
    const planOf = async (query: Omit<Parameters<typeof customersStatement>[0], 'page' | 'pageSize'>) => {
      const { text, values } = customersStatement({ ...query, page: 1, pageSize: 25 });
      const { rows } = await pool.query<Record<string, string>>(`EXPLAIN ${text}`, values);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    expect(await planOf({ q: 'p777', sort: '-orders' })).toContain('users_by_words');
    expect(await planOf({})).toContain('users_by_registration');
    expect(await planOf({ sort: 'name', state: 'active' })).toContain('users_by_name');
    expect(await planOf({ sort: '-orders' })).toContain('users_by_orders');
    expect(await planOf({ sort: '-last-order' })).toContain('users_by_last_order');
    expect(await planOf({ sort: 'name', state: 'disabled' })).toContain('users_disabled');
    await pool.query(`DELETE FROM users WHERE email LIKE 'p%@example.test'`);
  });
});

test('the demo account signs in as before', async () => {
  expect(
    (await signInAs(started, 'shopper@quayside.test', demoPassword)).tokens['access_token'],
  ).toBeDefined();
});
