import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
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

const signIn = async (secondsAgo: number) => {
  gateway.provider.signedInSecondsAgo = secondsAgo;
  const browser = createBrowser(gateway.origin);
  await browser.visit('/auth/login');
  return browser;
};
const isSignedIn = async (browser: Browser) =>
  (await bodyOf(await browser.send('GET', '/auth/session')))['authenticated'];
const open = () => gateway.redis.smembers(`gateway:sessions-of:${user.id}`);
const refOf = (key: string | undefined) => key?.replace('gateway:session:', '') ?? '';
const all = '/api/v1/account/sessions';

beforeEach(async () => {
  for (const key of await open()) await gateway.redis.del(key);
  await gateway.redis.del(`gateway:sessions-of:${user.id}`);
  elsewhere = await signIn(0);
});

test('whoever signed in more than a quarter of an hour ago ends no session before they show that it is them', async () => {
  const [other] = await open();
  here = await signIn(15 * 60 + 1);
  for (const path of [all, `${all}/${refOf(other)}`]) {
    const answer = await here.send('DELETE', path);
    expect([answer.status, await bodyOf(answer)]).toMatchObject([401, { code: 'step-up-required' }]);
    expect(answer.headers.get('www-authenticate')).toContain('max_age="900"');
  }
  expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, true]);

  gateway.provider.signedInSecondsAgo = 0;
  await here.visit('/auth/login?stepUp=recent&returnTo=/account');
  expect((await here.send('DELETE', `${all}/${refOf(other)}`)).status).toBe(204);
  expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false]);
});

test('whoever has just signed in, as after a theft, ends them all', async () => {
  here = await signIn(14 * 60);
  expect((await here.send('DELETE', all)).status).toBe(204);
  expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([false, false]);
  expect(await open()).toEqual([]);
});
