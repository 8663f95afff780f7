import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { hashOf, mostSessions } from '../src/session/session-store.ts';
import { createBrowser, type Browser } from './browser.ts';
import { user } from './open-id-provider.ts';
import { bodyOf } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let here: Browser;
let elsewhere: Browser;

beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());
beforeEach(async () => {
  [here, elsewhere] = [createBrowser(gateway.origin), createBrowser(gateway.origin)];
  await here.visit('/auth/login');
  await elsewhere.visit('/auth/login');
});

const signedIn = async () => {
  const sessions = [here, elsewhere].map(async (browser) =>
    bodyOf(await browser.send('GET', '/auth/session')),
  );
  return (await Promise.all(sessions)).map(({ authenticated }) => authenticated);
};
const customers = '/api/v1/admin/identity/customers';

test('what Identity did to an account ends its sessions, wherever they are', async () => {
  gateway.provider.staffAnswer = 204;
  const answer = await here.send('POST', `${customers}/${user.id}/sign-out?from=here`);
  expect(answer.status).toBe(204);
  expect(await signedIn()).toEqual([false, false]);
  expect(await gateway.redis.keys('gateway:sessions-of:*')).toEqual([]);
});

test.each([
  ['that Identity refused', 403, user.id],
  ['to another account', 204, '01971f00-0000-7000-8000-00000000abcd'],
])('what was to be done %s ends none of them', async (_what, status, id) => {
  gateway.provider.staffAnswer = status;
  expect((await here.send('POST', `${customers}/${id}/sign-out`)).status).toBe(status);
  expect(await signedIn()).toEqual([true, true]);
});

test('an account has a hundred sessions at most: with one more the oldest ends, and no other', async () => {
  const index = `gateway:sessions-of:${user.id}`;
  const before = await gateway.redis.smembers(index);
  const stored = JSON.parse((await gateway.redis.get(before[0] ?? '')) ?? '{}') as object;
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  for (let minute = 0; minute < 100 - before.length; minute += 1) {
    const began = { at: at(minute), address: '203.0.113.7', device: 'Firefox on Linux' };
    const other = `gateway:session:of-minute-${minute}`;
    await gateway.redis.set(other, JSON.stringify({ ...stored, began }));
    await gateway.redis.sadd(index, other);
  }
  const open = async () => {
    const keys = await gateway.redis.smembers(index);
    return (await Promise.all(keys.map((one) => gateway.redis.exists(one)))).filter(Boolean).length;
  };
  expect(await open()).toBe(100);
  const newest = createBrowser(gateway.origin);
  await newest.visit('/auth/login');
  expect([await open(), await gateway.redis.exists('gateway:session:of-minute-0')]).toEqual([100, 0]);
  expect(await gateway.redis.exists('gateway:session:of-minute-1')).toBe(1);
  expect(await signedIn()).toEqual([true, true]);
  expect(await bodyOf(await newest.send('GET', '/auth/session'))).toMatchObject({ authenticated: true });
});

test('docs/security-rules.md says how long sessions live, and how many an account has', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/security-rules.md'), 'utf8');
  const rowOf = (what: string) => page.split('\n').find((line) => line.startsWith(`| ${what} `)) ?? '';
  const ttl = await gateway.redis.ttl(
    `gateway:session:${hashOf(here.jar.get('__Host-quayside-session') ?? '')}`,
  );
  expect(Math.ceil(ttl / 3600)).toBe(14 * 24);
  expect(rowOf('session of a browser that is signed in')).toContain('| 14 days ');
  expect(page.replaceAll(/\s+/g, ' ')).toContain(
    `An account has ${mostSessions} sessions of browsers at most`,
  );
});

test('looking at a customer ends nothing', async () => {
  gateway.provider.staffAnswer = 204;
  await here.send('GET', `${customers}/${user.id}`);
  expect(await signedIn()).toEqual([true, true]);
});
