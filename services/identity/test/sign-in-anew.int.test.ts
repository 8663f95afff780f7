import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { basicCredentials } from '@quayside/http';
import { demoPassword } from '../src/main/demo-users.ts';
import type { Browser } from './browser.ts';
import { signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());
afterEach(() => {
  started.clock.aheadMs = 0;
});

const minutesLater = (minutes: number) => {
  started.clock.aheadMs = minutes * 60_000;
};
/** Where a browser ends whose session of the shop is over, and that goes to sign in. */
const leadsTo = async (browser: Browser) => (await browser.get(started.client.authorize().url)).url;
const signedIn = async (email: string) => (await signInAs(started, email, demoPassword)).browser;

test('staff who come back after an hour show who they are, and go on', async () => {
  const browser = await signedIn('admin@quayside.test');
  minutesLater(59);
  expect((await leadsTo(browser)).pathname).toBe('/auth/callback');
  minutesLater(61);
  const page = await leadsTo(browser);
  expect(page.pathname).toMatch(/^\/identity\/interaction\/[\w-]+\/sign-in$/);
  const wrong = await browser.submit(page.href, { email: 'admin@quayside.test', password: 'a wrong one' });
  expect(wrong.status).toBe(401);
  const back = await browser.submit(page.href, { email: 'admin@quayside.test', password: demoPassword });
  expect(back.url.pathname).toBe('/auth/callback');
});

test('who shops only does not', async () => {
  const browser = await signedIn('shopper@quayside.test');
  minutesLater(24 * 60);
  expect((await leadsTo(browser)).pathname).toBe('/auth/callback');
});

test('a browser whose sign-in was ended from elsewhere shows who it is', async () => {
  const { browser, tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
  expect((await leadsTo(browser)).pathname).toBe('/auth/callback');
  const { authorization } = basicCredentials('quayside-gateway', started.config.GATEWAY_CLIENT_SECRET);
  const revoked = await fetch(`${started.serviceUrl}/identity/token/revocation`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: String(tokens['refresh_token']) }).toString(),
  });
  expect(revoked.status).toBe(200);
  expect((await leadsTo(browser)).pathname).toMatch(/\/sign-in$/);
  const page = await leadsTo(browser);
  expect(page.pathname).toMatch(/\/sign-in$/);
  const email = 'shopper@quayside.test';
  expect((await browser.submit(page.href, { email, password: demoPassword })).url.pathname).toBe(
    '/auth/callback',
  );
  expect((await leadsTo(browser)).pathname).toBe('/auth/callback');
});
