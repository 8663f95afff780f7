import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createBrowser, type Browser } from './browser.ts';
import { user } from './open-id-provider.ts';
import { emptyBasket } from './empty-basket.ts';
import { bodyOf, json } from './stand-ins.ts';
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

describe('the copy of an account', () => {
  const entry = (id: number) => ({
    ...{ id, service: 'identity', at: '2026-03-01T08:00:00.000Z', times: 1 },
    ...{ event: 'authn_login_success', address: '198.51.100.20', by: 'owner' },
  });
  const protection = {
    ...{ email: user.email, emailConfirmed: true, secondFactor: { on: false, recoveryCodesLeft: 0 } },
    ...{ passkeys: [], hasPassword: true, outsideProviders: [], outsideSignIns: [] },
  };

  test('has every page of its sign-ins, failures and changes', async () => {
    gateway.provider.answers = {
      protection,
      'security?pageSize=1000': { items: [entry(9), entry(8)], next: 8 },
      'security?pageSize=1000&before=8': { items: [entry(5)] },
    };
    const others: Record<string, unknown> = {
      '/api/v1/basket': emptyBasket,
      '/api/v1/catalog/questions/mine': { questions: [], answers: [] },
      '/api/v1/mail-choices': { reviewRequests: true },
    };
    const none = { items: [] };
    const noOrders = { ...none, page: 1, pageSize: 100, totalItems: 0 };
    gateway.ordering.answer = (_call, _req, res) => json(res, 200, noOrders);
    for (const neighbour of [gateway.basket, gateway.catalog, gateway.marketing])
      neighbour.answer = ({ url }, _req, res) => json(res, 200, others[url] ?? none);
    const answer = await browser.send('GET', '/api/v1/account/export');
    expect(answer.headers.get('content-disposition')).toContain('quayside-account.json');
    expect(await bodyOf(answer)).toMatchObject({
      account: { id: user.id },
      securityEvents: [entry(9), entry(8), entry(5)],
    });
  });
});
