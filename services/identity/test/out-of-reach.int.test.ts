import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createApi } from '@quayside/http';
import { createHealth, createMetrics } from '@quayside/runtime';
import { silentLogger, waitUntil } from '@quayside/testkit';
import { createIdentityRouter } from '../src/http/identity-router.ts';
import { demoPassword } from '../src/main/demo-users.ts';
import { signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

const email = 'shopper@quayside.test';
let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());
beforeEach(async () => {
  started.link.mend();
  await waitUntil(async () => (await fetch(`${started.serviceUrl}/readyz`)).ok, {
    describe: 'identity to be ready',
  });
});

const openSignIn = async () => {
  const browser = started.browser();
  const { url } = await browser.get(started.client.authorize().url);
  return { browser, at: url.pathname };
};
type Visit = Awaited<ReturnType<ReturnType<StartedIdentity['browser']>['get']>>;

const expectAway = ({ status, headers, text }: Visit) => {
  expect({ status, retryAfter: headers.get('retry-after'), type: headers.get('content-type') }).toEqual({
    status: 503,
    retryAfter: '1',
    type: 'text/html; charset=utf-8',
  });
  expect(text).toContain('The harbour office is closed for a moment');
  expect(text).toContain('temporarily-unavailable');
  expect(text).not.toMatch(/127\.0\.0\.1|terminated|postgres/i);
};

describe('without its database', () => {
  test('beginning to sign in says that it is for a moment', async () => {
    started.link.cut();
    expectAway(await started.browser().get(started.client.authorize().url));
  });

  test('the pages of a sign-in under way say so, and it goes on afterwards', async () => {
    const { browser, at } = await openSignIn();
    started.link.cut();
    expectAway(await browser.get(at));
    expectAway(await browser.submit(at, { email, password: demoPassword }));
    const registration = { name: 'Ada Marsh', email: 'ada@example.com', password: 'a long enough one' };
    expectAway(await browser.submit(at.replace('sign-in', 'register'), registration));
    const warned = started.lines.filter(({ level }) => level === 'warn');
    expect(JSON.stringify(warned)).toContain('Connection terminated');

    started.link.mend();
    const back = await browser.submit(at, { email, password: demoPassword });
    expect(back.url.searchParams.get('code')).toEqual(expect.any(String));
    const { rows } = await started.database.pool.query('SELECT 1 FROM users WHERE email_key = $1', [
      'ada@example.com',
    ]);
    expect(rows).toEqual([]);
  });

  test('the gateway learns that it may try again, and its refresh token stays good', async () => {
    const { tokens } = await signInAs(started, email, demoPassword);
    const refreshToken = tokens['refresh_token'] ?? '';
    started.link.cut();
    expect(await started.client.refresh(refreshToken)).toMatchObject({
      status: 503,
      body: { error: 'server_error' },
    });
    started.link.mend();
    expect(await started.client.refresh(refreshToken)).toMatchObject({ status: 200 });
  });
});

test('before its first keys are there, people get a page and programs a problem', async () => {
  const never = () => Promise.reject(new Error('not to be called'));
  const router = createIdentityRouter({
    publicOrigin: started.publicOrigin,
    currentProvider: () => undefined,
    isAway: () => false,
    signIn: never,
    register: never,
    cookieKeys: ['test-cookie-key'],
    accountKeys: ['test-account-key'],
    now: () => new Date(),
    secondFactor: { isOn: never, prove: never },
    recover: {
      askForReset: never,
      linkToReset: never,
      linkToConfirm: never,
      reset: never,
      confirm: never,
    },
    logger: silentLogger,
    security: { note: () => undefined },
    passkeys: { ask: never, signIn: never, prove: never },
    outside: {
      ...{ offered: [], labelOf: (id: string) => id, depart: never, comeBack: never, identify: never },
      ...{ arrive: never, arrivalOf: never, welcome: never, register: never, link: never, leave: never },
      ...{ list: never, mayLink: never, unlink: never },
    },
  });
  const app = createApi({
    logger: silentLogger,
    health: createHealth(),
    metrics: createMetrics('identity'),
    title: 'Identity without keys',
    version: '1',
  });
  app.router.use('/identity', router);
  const { port, close } = await app.listen({ host: '127.0.0.1', port: 0 });
  const get = (accept: string) => fetch(`http://127.0.0.1:${port}/identity/jwks`, { headers: { accept } });
  const [page, problem] = [await get('text/html,*/*;q=0.8'), await get('*/*')];
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await page.text()).toContain('The harbour office is closed');
  expect([problem.status, problem.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await problem.json()).toMatchObject({ code: 'not-ready' });
  await close();
});
