import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents, type AdminUser, type AuditPage, type StaffRole } from '@quayside/contracts';
import { demoPassword, demoUsers } from '../src/main/demo-users.ts';
import { peopleStatement } from '../src/store/people-store.ts';
import { claimsOf, signInAs } from './sign-in-as.ts';
import { staffCalls } from './staff-calls.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

let started: StartedIdentity;
let tokens: ReadonlyMap<string, string>;
let call: Awaited<ReturnType<typeof staffCalls>>['call'];

beforeAll(async () => {
  started = await startIdentity();
  ({ tokens, call } = await staffCalls(started));
});
afterAll(() => started.stop());

const [shopper, admin, support, merchandiser] = demoUsers.map(({ user }) => user.id) as [
  string,
  string,
  string,
  string,
];
const users = '/api/v1/admin/identity/users';

const find = async (id: string) => (await (await call('GET', `${users}/${id}`)).json()) as AdminUser;
const give = async (id: string, roles: StaffRole[], version?: number) => {
  const ifMatch = `"v${version ?? (await find(id)).version}"`;
  return call('PUT', `${users}/${id}/roles`, { ifMatch, body: { roles } });
};
const listed = async (query: string) => {
  const answer = await call('GET', `${users}?${query}`);
  const { items, totalItems } = (await answer.json()) as { items: AdminUser[]; totalItems: number };
  return { names: items.map(({ name }) => name), totalItems };
};

describe('what a token may be used for', () => {
  test.each([
    ['shopper', 'shop', ['shopper']],
    ['support', 'shop support', ['shopper', 'support']],
    ['merchandiser', 'shop merchandiser', ['shopper', 'merchandiser']],
    ['admin', 'shop admin', ['shopper', 'admin']],
  ])('follows from the roles of the demo %s', (who, scope, roles) => {
    expect(claimsOf(tokens.get(who))).toMatchObject({ scope, roles });
  });
});

describe('people and their roles', () => {
  test.each([
    ['q=mar kro', ['Maren Krogh']],
    ['q=SUPPORT@quay', ['Maren Krogh']],
    ['q=%25', []],
    ['role=merchandiser', ['Jonas Lind']],
    ['role=any', ['Aksel Brandt', 'Jonas Lind', 'Maren Krogh']],
    ['role=any&sort=-name', ['Maren Krogh', 'Jonas Lind', 'Aksel Brandt']],
    ['role=admin&q=aksel', ['Aksel Brandt']],
    ['role=admin&q=maren', []],
    ['sort=name&pageSize=2&page=2', ['Maren Krogh', 'Signe Holm']],
  ])('%s', async (query, names) => {
    expect((await listed(query)).names).toEqual(names);
  });

  test('are changed by admins alone, on what they read', async () => {
    const { version } = await find(shopper);
    const body = { roles: ['support'] };
    const ifMatch = `"v${version}"`;
    for (const as of ['shopper', 'support', 'merchandiser'])
      expect((await call('PUT', `${users}/${shopper}/roles`, { as, ifMatch, body })).status).toBe(403);
    expect((await call('PUT', `${users}/${shopper}/roles`, { as: 'nobody', ifMatch, body })).status).toBe(
      401,
    );
    expect((await call('PUT', `${users}/${shopper}/roles`, { body })).status).toBe(428);
    const stale = await give(shopper, ['support'], version + 1);
    expect([stale.status, await stale.json()]).toMatchObject([
      412,
      { code: 'stale-version', current: { id: shopper, roles: [], version } },
    ]);
    const nobody = await give('01971f00-0000-7000-8000-00000000ffff', ['support'], 1);
    expect(nobody.status).toBe(404);
  });

  test('change with an event, an entry in the log, and an end of every sign-in; a repeat is no change', async () => {
    const before = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const given = await give(shopper, ['merchandiser', 'support']);
    const user = (await given.json()) as AdminUser;
    expect(user).toMatchObject({ roles: ['support', 'merchandiser'] });
    expect(given.headers.get('etag')).toBe(`"v${user.version}"`);
    expect((await started.client.refresh(before.tokens['refresh_token'] ?? '')).status).toBe(400);
    const again = await give(shopper, ['support', 'merchandiser']);
    expect(((await again.json()) as AdminUser).version).toBe(user.version);
    await started.identity.relay.drain();
    await started.events.waitFor(identityEvents.userUpdated, ({ data }) => data.version === user.version);
    const after = await signInAs(started, 'shopper@quayside.test', demoPassword);
    expect(claimsOf(after.tokens['access_token'])['scope']).toBe('shop support merchandiser');

    await give(shopper, []);
    const log = await call('GET', `/api/v1/admin/identity/audit?entity=user&entityId=${shopper}`);
    const entries = ((await log.json()) as AuditPage).items;
    expect(entries).toMatchObject([
      { action: 'roles-given', before: { roles: ['shopper', 'support', 'merchandiser'] } },
      {
        action: 'roles-given',
        actor: { id: admin, name: 'Aksel Brandt' },
        before: { roles: ['shopper'] },
        after: { roles: ['shopper', 'support', 'merchandiser'] },
      },
    ]);
  });

  test('leave somebody an admin, of two who demote each other at once too', async () => {
    const alone = await give(admin, []);
    expect([alone.status, await alone.json()]).toMatchObject([409, { code: 'last-admin' }]);
    for (let round = 0; round < 5; round += 1) {
      await give(support, ['admin']);
      const answers = await Promise.all([give(admin, ['support']), give(support, ['support'])]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const { rows } = await started.database.pool.query<{ id: string }>(
        `SELECT id FROM users WHERE 'admin' = ANY (roles)`,
      );
      expect(rows).toHaveLength(1);
      if (rows[0]?.id === support) {
        await give(admin, ['admin']);
        await give(support, ['support']);
      }
    }
    expect(await find(admin)).toMatchObject({ roles: ['admin'] });
    const gone = await fetch(`${started.serviceUrl}/internal/v1/users/${admin}`, {
      method: 'DELETE',
      headers: {
        authorization: `Basic ${btoa(`quayside-gateway:${started.config.GATEWAY_CLIENT_SECRET}`)}`,
      },
    });
    expect([gone.status, await gone.json()]).toMatchObject([409, { code: 'last-admin' }]);
  });

  test('are found by their indexes, however many they are', async () => {
    const { pool } = started.database;
    await pool.query(`
      INSERT INTO users (id, email, email_key, name, locale, roles, password_hash)
      SELECT ('01971f00-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'p' || n || '@example.test', 'p' || n || '@example.test', 'Person ' || n, 'en',
             '{shopper}', '' FROM generate_series(1, 20000) AS n`);
    await pool.query('VACUUM ANALYZE users');
    const planOf = async (query: Omit<Parameters<typeof peopleStatement>[0], 'page' | 'pageSize'>) => {
      const { text, values } = peopleStatement({ ...query, page: 1, pageSize: 25 });
      const { rows } = await pool.query<Record<string, string>>(`EXPLAIN ${text}`, values);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    expect(await planOf({ q: 'p777' })).toContain('users_by_words');
    expect(await planOf({ q: 'p777', role: 'any', sort: '-registered' })).toMatch(
      /users_by_words|users_on_staff/,
    );
    expect(await planOf({})).toContain('users_by_name');
    expect(await planOf({ sort: '-registered' })).toContain('users_by_registration');
    expect(await planOf({ role: 'any' })).toContain('users_on_staff');
    expect(await planOf({ role: 'admin' })).toContain('users_on_staff');
    expect(await listed('sort=-registered&pageSize=1')).toMatchObject({ totalItems: 10_000 });
    await pool.query(`DELETE FROM users WHERE email LIKE 'p%@example.test'`);
  });
});

test('whoever keeps the catalog is no admin of it after their role is gone', async () => {
  await give(merchandiser, []);
  expect(await find(merchandiser)).toMatchObject({ roles: [] });
  await give(merchandiser, ['merchandiser']);
});
