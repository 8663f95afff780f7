import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents, topics, type SecurityPage } from '@quayside/contracts';
import { basicCredentials } from '@quayside/http';
import { createEventSpy, waitUntil } from '@quayside/testkit';
import { Pool } from 'pg';
import { demoPassword } from '../src/main/demo-users.ts';
import { createSecurityEntries } from '../src/main/security-records.ts';
import { securityStatement } from '../src/store/security-entry-store.ts';
import { sweepExpired } from '../src/store/sweep-expired.ts';
import { claimsOf, signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

let started: StartedIdentity;
let spy: Awaited<ReturnType<typeof createEventSpy>>;
const tokens: Record<string, string> = {};
const ids: Record<string, string> = {};

beforeAll(async () => {
  started = await startIdentity();
  spy = await createEventSpy({ ...started.kafka, topics: [topics.identitySecurity] });
  for (const who of ['admin', 'support', 'merchandiser', 'shopper']) {
    const { tokens: given } = await signInAs(started, `${who}@quayside.test`, demoPassword);
    tokens[who] = given['access_token'] ?? '';
    ids[who] = String(claimsOf(tokens[who])['sub']);
  }
});
afterAll(async () => {
  await spy.close();
  await started.stop();
});

const ask = (who: string, path: string) =>
  fetch(`${started.serviceUrl}/api/v1/admin/identity/${path}`, {
    headers: { authorization: `Bearer ${tokens[who]}` },
  });
const entries = async (query = '', path = 'security') =>
  (await (await ask('admin', `${path}?${query}`)).json()) as SecurityPage;
const fail = async (email: string, address = '203.0.113.50') => {
  const browser = started.browser(address);
  const { url } = await browser.get(started.client.authorize().url);
  await browser.submit(url.href, { email, password: 'guessed' });
};
const entryOf = (query: string) =>
  waitUntil(async () => (await entries(query)).items[0], { describe: `an entry of ${query}` });
const record = (more: object) => ({
  ...{ id: crypto.randomUUID(), at: '2026-03-01T08:00:00.000Z', times: 1, event: 'session_created' },
  ...more,
});
const handOver = (records: object[], authorization?: string) =>
  fetch(`${started.serviceUrl}/internal/v1/security-records`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization:
        authorization ??
        basicCredentials('quayside-gateway', started.config.GATEWAY_CLIENT_SECRET).authorization,
    },
    body: JSON.stringify({ records }),
  });

describe('the security log as it is read', () => {
  test('tells who did what and whom it was done to, by their names of now, and each event once', async () => {
    await fail('shopper@quayside.test');
    const failed = await entryOf('event=authn_login_fail&address=203.0.113.50');
    expect(failed).toMatchObject({
      ...{ event: 'authn_login_fail', reason: 'wrong-credentials', times: 1, service: 'identity' },
      on: { id: ids['shopper'], name: expect.any(String) },
    });
    expect(failed).not.toHaveProperty('who');
    const signedIn = await entryOf(`event=authn_login_success&account=${ids['admin']}`);
    expect(signedIn.who).toMatchObject({ id: ids['admin'] });
  });

  test('is told to Kafka, in a topic that keeps it for a month', async () => {
    await fail('merchandiser@quayside.test', '203.0.113.51');
    const event = await spy.waitFor(
      identityEvents.securityNoted,
      ({ data }) => data.address === '203.0.113.51',
    );
    expect(event.data).toMatchObject({
      ...{ event: 'authn_login_fail', onUserId: ids['merchandiser'], service: 'identity', times: 1 },
    });
    expect(JSON.stringify(event)).not.toContain('merchandiser@');
  });

  test('finds by what, whose account, where and when, page by page', async () => {
    const address = '198.51.100.9';
    const at = (minute: number) => `2026-01-0${minute}T00:00:00.000Z`;
    const all = [1, 2, 3, 4, 5].map((day) => record({ at: at(day), address, userId: ids['shopper'] }));
    expect((await handOver(all)).status).toBe(204);
    const first = await entries(`address=${address}&pageSize=2`);
    expect(first.items.map((item) => item.at)).toEqual([at(5), at(4)]);
    const second = await entries(`address=${address}&pageSize=2&before=${first.next}`);
    expect(second.items.map((item) => item.at)).toEqual([at(3), at(2)]);
    const some = await entries(`account=${ids['shopper']}&address=${address}&from=${at(2)}&to=${at(4)}`);
    expect(some.items.map((item) => item.at)).toEqual([at(3), at(2)]);
    expect(some.next).toBeUndefined();
    expect(some.items[0]?.service).toBe('gateway');
  });

  test('takes the same twice as once', async () => {
    const same = record({ address: '198.51.100.10' });
    await handOver([same]);
    await handOver([same, record({ address: '198.51.100.10', event: 'session_expired' })]);
    expect((await entries('address=198.51.100.10')).items).toHaveLength(2);
  });

  test('shows an account to those who help its owner, and a colleague to admins alone', async () => {
    const of = (who: string, whose: string) => ask(who, `customers/${ids[whose]}/security`);
    await entryOf(`account=${ids['shopper']}`);
    const page = (await (await of('support', 'shopper')).json()) as SecurityPage;
    expect(page.items.length).toBeGreaterThan(0);
    for (const { who, on } of page.items) expect([who?.id, on?.id]).toContain(ids['shopper']);
    const colleague = await of('support', 'admin');
    expect([colleague.status, await colleague.json()]).toMatchObject([403, { code: 'staff-account' }]);
    expect((await of('admin', 'support')).status).toBe(200);
    expect((await of('merchandiser', 'shopper')).status).toBe(403);
    expect((await of('admin', 'shopper')).status).toBe(200);
    for (const who of ['support', 'merchandiser', 'shopper'])
      expect((await ask(who, 'security')).status).toBe(403);
    expect((await handOver([record({})], `Bearer ${tokens['admin']}`)).status).toBe(401);
  });

  test('tells the owner of an account all that happened to it, and nothing of another person', async () => {
    const own = '0199d3ee-0b7d-7c33-8a1f-64d20b9c5e77';
    const from = { address: '198.51.100.20', userAgent: 'Test', session: 'a1b2' };
    await handOver([
      record({ ...from, userId: own, path: '/api/v1/orders' }),
      record({ ...from, event: 'authn_login_fail', reason: 'wrong-credentials', onUserId: own, times: 3 }),
      record({ ...from, event: 'user_archived', userId: ids['support'], onUserId: own, path: '/x' }),
      record({ ...from, event: 'user_updated', userId: own, onUserId: ids['shopper'], path: '/y' }),
      record({ ...from, userId: ids['shopper'] }),
    ]);
    const path = `/internal/v1/users/${own}/security`;
    const { authorization } = basicCredentials('quayside-gateway', started.config.GATEWAY_CLIENT_SECRET);
    const read = async (query: string) =>
      (await (
        await fetch(`${started.serviceUrl}${path}?${query}`, { headers: { authorization } })
      ).json()) as {
        items: Record<string, unknown>[];
        next?: number;
      };
    const first = await read('pageSize=3');
    const rest = await read(`before=${first.next}`);
    expect(rest).not.toHaveProperty('next');
    const entry = { id: expect.any(Number), at: expect.any(String), service: 'gateway', times: 1 };
    expect([...first.items, ...rest.items]).toEqual([
      { ...entry, ...from, event: 'user_updated', by: 'owner', onAnother: true },
      { ...entry, event: 'user_archived', by: 'somebody-else' },
      { ...entry, ...from, event: 'authn_login_fail', reason: 'wrong-credentials', times: 3, by: 'unknown' },
      { ...entry, ...from, event: 'session_created', path: '/api/v1/orders', by: 'owner' },
    ]);
    const bearer = { authorization: `Bearer ${tokens['admin']}` };
    expect((await fetch(started.serviceUrl + path, { headers: bearer })).status).toBe(401);
  });

  test('is taken along as a file, which is on record', async () => {
    await handOver([record({ address: '198.51.100.11', userAgent: '=cmd|1' })]);
    const answer = await ask('admin', 'security/export?address=198.51.100.11');
    expect(answer.headers.get('content-disposition')).toContain('quayside-security-log.csv');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(
      /^2026-03-01T08:00:00\.000Z,,1,gateway,session_created,.*198\.51\.100\.11.*'=cmd\|1/,
    );
    const audit = await ask('admin', 'audit?entity=security-log');
    expect(await audit.json()).toMatchObject({
      items: [{ action: 'exported', actor: { id: ids['admin'] }, after: { address: '198.51.100.11' } }],
    });
    expect((await entryOf('event=sensitive_read')).reason).toBe('security-log-export');
  });

  test.each(['event=DROP', 'account=1', 'address=%3Cb%3E', 'from=yesterday', 'pageSize=101', 'other=1'])(
    'refuses %s',
    async (query) => {
      expect((await ask('admin', `security?${query}`)).status).toBe(400);
    },
  );
});

describe('the table of the security log', () => {
  const refused = /the security log is only added to/;

  test('lets nothing be changed or taken out, also by whoever owns the database', async () => {
    const { pool } = started.database;
    await entryOf('event=authn_login_success');
    await expect(pool.query(`UPDATE security_events SET reason = 'x'`)).rejects.toThrow(refused);
    await expect(pool.query('DELETE FROM security_events')).rejects.toThrow(refused);
    await expect(pool.query('TRUNCATE security_events')).rejects.toThrow(refused);
  });

  test('is out of reach for a role that does not own it, as the documentation makes one', async () => {
    const { pool, url } = started.database;
    const text = await readFile(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8');
    const [, statements = ''] = /```sql\n(CREATE ROLE identity_service[^`]+)```/.exec(text) ?? [];
    const role = `service_${crypto.randomUUID().replaceAll('-', '')}`;
    await pool.query(statements.replaceAll('identity_service', role));
    const service = new Pool({
      connectionString: Object.assign(new URL(url), { username: role, password: 'CHANGE-ME' }).href,
    });
    try {
      await createSecurityEntries(service).append('test', [
        { ...{ id: crypto.randomUUID(), at: new Date().toISOString(), times: 1 }, event: 'user_created' },
      ]);
      const denied = /permission denied|must be owner/;
      for (const statement of [
        `UPDATE security_events SET reason = 'x'`,
        'TRUNCATE security_events',
        'ALTER TABLE security_events DISABLE TRIGGER ALL',
        'DROP TRIGGER security_events_are_kept ON security_events',
        'DROP TABLE security_events',
        'DELETE FROM audit_log',
        'ALTER TABLE audit_log DISABLE TRIGGER ALL',
      ])
        await expect(service.query(statement)).rejects.toThrow(denied);
      await expect(service.query('DELETE FROM security_events')).rejects.toThrow(refused);
    } finally {
      await service.end();
      await pool.query(`DROP OWNED BY ${role}`);
      await pool.query(`DROP ROLE ${role}`);
    }
  });

  test('keeps each entry for half a year, and then lets it go', async () => {
    const { pool } = started.database;
    await handOver([record({ address: '198.51.100.12' }), record({ address: '198.51.100.13' })]);
    // The clock of the database is the only one that counts; so the entry is made old past the trigger.
    await pool.query('ALTER TABLE security_events DISABLE TRIGGER USER');
    await pool.query(
      `UPDATE security_events SET kept_at = now() - interval '181 days' WHERE address = '198.51.100.12'`,
    );
    await pool.query('ALTER TABLE security_events ENABLE TRIGGER USER');
    await sweepExpired(pool);
    expect((await entries('address=198.51.100.12')).items).toHaveLength(0);
    expect((await entries('address=198.51.100.13')).items).toHaveLength(1);
  });

  test.each([
    ['event', { event: 'user_created' }],
    ['account', { account: '0199d3ee-0b7d-7c33-8a1f-64d20b9c5e02' }],
    ['address', { address: '198.51.100.77' }],
    ['nothing', {}],
  ])('is read along an index when it is asked for by %s', async (_name, filter) => {
    const { pool } = started.database;
    await pool.query(
      `INSERT INTO security_events (service, id, at, times, event, user_id, on_user_id, address)
       SELECT 'x', gen_random_uuid(), now(), 1, 'kind_' || n % 40, md5((n % 5000)::text), md5((n % 4000)::text),
              '10.0.' || n % 200 || '.' || n % 99
         FROM generate_series(1, 20000) AS n`,
    );
    await pool.query('ANALYZE security_events');
    const { text, values } = securityStatement(filter, 25);
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('Index Scan');
    expect(plan).not.toContain('Seq Scan');
  });
});

test('a flood of wrong sign-ins is a few entries that count them all', async () => {
  const address = '203.0.113.66';
  for (let turn = 0; turn < 60; turn += 1) await fail(`nobody${turn}@example.com`, address);
  const told = await waitUntil(
    async () => {
      const { items } = await entries(`address=${address}&pageSize=100`);
      return items.reduce((sum, { times }) => sum + times, 0) === 60 ? items : undefined;
    },
    { describe: 'all failures to be counted' },
  );
  expect(told.length).toBeLessThan(30);
});
