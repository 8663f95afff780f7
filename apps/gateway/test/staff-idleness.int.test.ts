import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import request from 'supertest';
import { createBrowser, type Browser } from './browser.ts';
import { user } from './open-id-provider.ts';
import { bodyOf, json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let browser: Browser;
const clock = { now: new Date('2026-03-01T08:00:00Z') };
const wait = (minutes: number) => {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000);
};

beforeAll(async () => {
  gateway = await startTestGateway({ now: () => clock.now });
  gateway.storefront.answer = (_call, _req, res) => json(res, 200, {});
});
afterAll(() => gateway.close());
beforeEach(async () => {
  browser = createBrowser(gateway.origin);
  gateway.provider.roles = ['shopper', 'admin'];
  await browser.visit('/auth/login');
  await open('/admin');
  gateway.lines.length = 0;
});

/** As a browser opens a page; `fetch` sends a mode of its own. */
const open = async (path: string) => {
  const cookie = [...browser.jar].map((pair) => pair.join('=')).join('; ');
  await request(gateway.origin).get(path).set('cookie', cookie).set('sec-fetch-mode', 'navigate');
};
const poll = () => browser.send('GET', '/api/v1/orders');
const subjectOfPoll = async () => {
  await poll();
  const [, token] = gateway.ordering.calls.at(-1)?.headers.authorization?.split(' ') ?? [];
  return token && decodeJwt(token).sub;
};
const isSignedIn = async () =>
  (await bodyOf(await browser.send('GET', '/auth/session')))['authenticated'] === true;
const ends = () =>
  gateway.lines
    .flatMap(({ security }) => (security === undefined ? [] : [security]))
    .filter((noted) => (noted as { event: string }).event === 'session_expired');

test('a session of the staff that nobody used for an hour is over for all that ask at once, and noted once', async () => {
  wait(59);
  expect(await subjectOfPoll()).toBe(user.id);
  wait(1);
  const ask = () => browser.send('GET', '/api/v1/account/security');
  const answers = await Promise.all(Array.from({ length: 4 }, ask));
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  expect(await subjectOfPoll()).toBeUndefined();
  expect(await isSignedIn()).toBe(false);
  expect(ends()).toMatchObject([{ userId: user.id, reason: 'unused', path: '/api/v1/account/security' }]);
});

test('opening a page after that does not make up for it', async () => {
  wait(60);
  await open('/admin/orders');
  expect(await isSignedIn()).toBe(false);
});

test.each([
  ['pages are opened', () => open('/admin/orders')],
  ['something is changed', () => browser.send('PUT', '/api/v1/basket/items/7', { body: { quantity: 1 } })],
])('it goes on where %s', async (_what, use) => {
  for (let turn = 0; turn < 3; turn += 1) {
    wait(40);
    await use();
  }
  expect(await isSignedIn()).toBe(true);
  expect(ends()).toEqual([]);
});

test('a page that is left open keeps nobody signed in by what it reads', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    wait(20);
    await poll();
  }
  expect(await isSignedIn()).toBe(false);
});

test('who shops only stays signed in', async () => {
  gateway.provider.roles = ['shopper'];
  await browser.visit('/auth/login');
  wait(24 * 60);
  expect(await isSignedIn()).toBe(true);
});

test('docs/security-rules.md says after how long', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/security-rules.md'), 'utf8');
  expect(page).toContain(
    '| session of a browser that is signed in, of staff | 60 minutes (`STAFF_IDLE_MINUTES`) ',
  );
});
