import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createBrowser, type Browser } from './browser.ts';
import { user } from './open-id-provider.ts';
import { bodyOf } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());
beforeEach(async () => {
  gateway.provider.userCalls.length = 0;
  gateway.provider.deletion = 204;
  browser = createBrowser(gateway.origin);
  await browser.visit('/auth/login');
});

const isSignedIn = async (who: Browser) =>
  (await bodyOf(await who.send('GET', '/auth/session')))['authenticated'];
const remove = (who: Browser, email: string) =>
  who.send('POST', '/api/v1/account/deletion', { body: { email } });
const stored = async () => {
  const keys = await gateway.redis.keys('*session*');
  return JSON.stringify([keys, await Promise.all(keys.map((key) => gateway.redis.dump(key)))]);
};
const deletions = () => gateway.provider.userCalls.filter(([method]) => method === 'DELETE');

describe('deleting an account', () => {
  test('asks Identity as the gateway, and ends every session of it', async () => {
    const elsewhere = createBrowser(gateway.origin);
    await elsewhere.visit('/auth/login');
    const answer = await remove(browser, ` ${user.email.toUpperCase()}`);
    expect(answer.status).toBe(204);
    expect(deletions()).toEqual([['DELETE', `/internal/v1/users/${user.id}`]]);
    expect(browser.jar.has('__Host-quayside-session')).toBe(false);
    expect([await isSignedIn(browser), await isSignedIn(elsewhere)]).toEqual([false, false]);
    expect(await stored()).not.toContain(user.id);
    expect(JSON.stringify(gateway.lines)).not.toContain(user.email);
  });

  test('with another e-mail address is refused, and changes nothing', async () => {
    const answer = await remove(browser, 'another@example.com');
    expect([answer.status, (await bodyOf(answer))['code']]).toEqual([422, 'email-differs']);
    expect(deletions()).toEqual([]);
    expect(await isSignedIn(browser)).toBe(true);
  });

  test('while Identity is away is refused, and can be repeated', async () => {
    gateway.provider.deletion = 503;
    const answer = await remove(browser, user.email);
    expect([answer.status, (await bodyOf(answer))['code']]).toEqual([503, 'service-unavailable']);
    gateway.provider.deletion = 204;
    expect((await remove(browser, user.email)).status).toBe(204);
  });

  test('is for whom is signed in', async () => {
    expect((await remove(createBrowser(gateway.origin), user.email)).status).toBe(401);
  });
});
