import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderingEvents, topics, type AuditPage } from '@quayside/contracts';
import { createEventSpy, waitUntil } from '@quayside/testkit';
import { demoUsers } from '../src/main/demo-users.ts';
import { exportStatement } from '../src/store/customer-export.ts';
import { customersWhere } from '../src/store/customer-store.ts';
import { staffCalls } from './staff-calls.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

let started: StartedIdentity;
let call: Awaited<ReturnType<typeof staffCalls>>['call'];

beforeAll(async () => {
  started = await startIdentity();
  ({ call } = await staffCalls(started));
  await started.database.pool.query(`
    INSERT INTO users (id, email, email_key, name, locale, roles, password_hash, disabled_at)
    SELECT ('01971f00-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'p' || n || '@example.test',
           'p' || n || '@example.test', CASE WHEN n = 7 THEN '=HYPERLINK("x")' ELSE 'Person ' || n END, 'en',
           '{shopper}', '', CASE WHEN n % 500 = 0 THEN now() END FROM generate_series(1, 2500) AS n;
    ANALYZE users`);
});
afterAll(() => started.stop());

const signe = demoUsers[0]?.user.id ?? '';
const path = '/api/v1/admin/identity/customers/export';
const exported = async (query = ''): Promise<string[]> => {
  const answer = await call('GET', `${path}${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/csv');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  return new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(await answer.arrayBuffer())
    .trimEnd()
    .split('\r\n');
};
const records = async () => {
  const answer = await call('GET', '/api/v1/admin/identity/audit?entity=customers&action=exported');
  return ((await answer.json()) as AuditPage).items;
};

test('all customers are a file, each once, with what they spent by currency', async () => {
  const spy = await createEventSpy({ ...started.kafka, topics: [topics.ordering] });
  const spend = [
    { amount: 12_050, currency: 'USD' },
    { amount: 300, currency: 'JPY' },
  ];
  await spy.publish(orderingEvents.customerFiguresChanged, {
    subject: signe,
    data: { customerId: signe, orders: 2, version: 1, spend, lastOrderAt: '2026-03-01T10:00:00.000Z' },
  });
  await waitUntil(async () => (await exported('?q=signe'))[0]?.endsWith('spend jpy,spend usd') ?? false, {
    describe: 'the figures to have come',
  });
  await spy.close();
  const [head, ...lines] = await exported();
  expect(head).toBe('\u{FEFF}id,name,email,registered,state,orders,last order,spend jpy,spend usd');
  expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(lines.length);
  expect(lines).toHaveLength(2500 + demoUsers.length);
  expect(lines.find((line) => line.startsWith(signe))).toMatch(
    /,Signe Holm,shopper@quayside\.test,[^,]+,active,2,2026-03-01T10:00:00\.000Z,300,120\.5$/,
  );
});

test('no cell of it is a formula', async () => {
  const file = (await exported()).join('\n');
  expect(file).toContain(`"'=HYPERLINK(""x"")"`);
  expect(file.split(/[,\n]/).filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
});

test('it has those whom the list would show', async () => {
  expect(await exported('?state=disabled')).toHaveLength(1 + 5);
  // Words are looked for by their beginnings: 77, and 770 to 779.
  expect((await exported('?q=p77')).filter((line) => line.includes('@'))).toHaveLength(11);
  expect((await call('GET', `${path}?state=odd`)).status).toBe(400);
});

test('only admins take it, and that they did is on record, without what they looked for', async () => {
  expect((await call('GET', path, { as: 'support' })).status).toBe(403);
  const before = (await records()).length;
  await exported('?q=signe&state=active');
  const [latest, ...others] = await records();
  expect(others).toHaveLength(before);
  expect(latest).toMatchObject({
    actor: { name: 'Aksel Brandt' },
    after: { state: 'active', isSearch: true },
  });
  expect(JSON.stringify(latest)).not.toContain('signe');
});

test('each page of it is read by an index', async () => {
  const { condition, values } = customersWhere({});
  const { text, values: all } = exportStatement(condition, values, signe);
  const { rows } = await started.database.pool.query(`EXPLAIN (FORMAT JSON) ${text}`, all);
  expect(JSON.stringify(rows)).toContain('users_pkey');
});
