import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import { createBrowser, type Browser } from './browser.ts';
import { user } from './open-id-provider.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  gateway = await startTestGateway({ environment: { TRUSTED_PROXY_HOPS: '1' } });
});
afterAll(() => gateway.close());
beforeEach(() => {
  browser = createBrowser(gateway.origin);
  gateway.lines.length = 0;
});

const noted = () => gateway.lines.flatMap(({ security }) => (security === undefined ? [] : [security]));
const sessionId = () => browser.jar.get('__Host-quayside-session') ?? '-';

test('a refused call from a foreign page is noted, with the address it came from', async () => {
  await browser.send('PUT', '/api/v1/basket/items/1', {
    body: { quantity: 1 },
    headers: { 'sec-fetch-site': 'cross-site', 'x-forwarded-for': '203.0.113.7', 'user-agent': 'evil/1' },
  });
  expect(noted()).toEqual([
    {
      event: 'malicious_cors',
      gravity: 'CRITICAL',
      reason: 'cross-site-request',
      address: '203.0.113.7',
      userAgent: 'evil/1',
      method: 'PUT',
      path: '/api/v1/basket/items/1',
    },
  ]);
});

test('a session is noted from its beginning to its end, by a reference that opens nothing', async () => {
  await browser.visit('/auth/login');
  const id = sessionId();
  await browser.send('POST', '/auth/logout');
  const [begin, end] = noted() as { session: string }[];
  expect(begin).toMatchObject({ event: 'session_created', userId: user.id });
  expect(end).toMatchObject({ event: 'session_expired', userId: user.id, reason: 'logout' });
  expect(begin?.session).toMatch(/^[\w-]{16}$/);
  expect(end?.session).toBe(begin?.session);
  expect(JSON.stringify(gateway.lines)).not.toContain(id);
});

test('Identity, which notes what becomes of an account, is told who is behind a call', async () => {
  await browser.visit('/auth/login');
  gateway.lines.length = 0;
  await browser.send('POST', '/api/v1/account/deletion', {
    body: { email: user.email },
    headers: { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'Firefox/1' },
  });
  expect(noted()).toEqual([]);
  expect(gateway.provider.visitors.at(-1)).toMatchObject({
    'x-forwarded-for': '203.0.113.7',
    'user-agent': 'Firefox/1',
    'x-quayside-session': expect.stringMatching(/^[\w-]{16}$/),
  });
});

test('nobody says from outside in which session they are', async () => {
  await browser.send('PUT', '/api/v1/basket/items/1', {
    body: { quantity: 1 },
    headers: { 'x-quayside-session': 'AAAAAAAAAAAAAAAA', 'sec-fetch-site': 'cross-site' },
  });
  expect(noted()).toMatchObject([{ event: 'malicious_cors' }]);
  expect(JSON.stringify(noted())).not.toContain('AAAAAAAAAAAAAAAA');
});

test('what is noted goes to Identity, and once more under the same id after it was away', async () => {
  const { provider } = gateway;
  provider.keeping = 503;
  await browser.visit('/auth/login');
  const begun = () =>
    provider.handedOver.filter(({ event, userId }) => event === 'session_created' && userId === user.id);
  const offered = (times: number) =>
    waitUntil(() => begun().filter(({ id }) => id === begun().at(-1)?.id).length >= times, {
      describe: `the record to be offered ${times} times`,
    });
  await offered(2);
  provider.keeping = 204;
  await offered(3);
  expect(begun().at(-1)).toMatchObject({
    times: 1,
    address: expect.any(String),
    session: expect.any(String),
  });
});
