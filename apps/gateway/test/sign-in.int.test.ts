import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import { decodeJwt } from 'jose';
import { hashOf } from '../src/session/session-store.ts';
import { createBrowser, type Browser } from './browser.ts';
import { user } from './open-id-provider.ts';
import { bodyOf, json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  browser = createBrowser(gateway.origin);
  for (const part of [gateway.basket, gateway.ordering]) {
    part.calls.length = 0;
    part.answer = (_call, _req, res) => json(res, 200, {});
  }
  gateway.provider.accessTokenSeconds = 600;
});

const sessionOf = async (who: Browser) => (await who.send('GET', '/auth/session')).json();
const subjectOf = (authorization: string | undefined) =>
  decodeJwt((authorization ?? '').replace('Bearer ', '')).sub;

test.each([
  ['recent', '600'],
  ['anew', '0'],
])(
  'showing once more who one is (%s) asks the provider for it, of whoever is signed in',
  async (stepUp, maxAge) => {
    await browser.visit('/auth/login');
    const answer = await browser.send('GET', `/auth/login?stepUp=${stepUp}&returnTo=/admin/confirmed`);
    const asked = new URL(answer.headers.get('location') ?? '', gateway.origin).searchParams;
    expect([asked.get('max_age'), asked.get('login_hint')]).toEqual([maxAge, user.email]);
    const stranger = createBrowser(gateway.origin);
    const ofNobody = await stranger.send('GET', `/auth/login?stepUp=${stepUp}`);
    expect(new URL(ofNobody.headers.get('location') ?? '', gateway.origin).searchParams.has('max_age')).toBe(
      false,
    );
  },
);

test('a cookie that is begun with a sign-in, or for a guest, is of this host alone', async () => {
  const asked = await browser.send('GET', '/auth/login');
  const written = await browser.send('PUT', '/api/v1/basket/items/7', { body: { quantity: 1 } });
  const lines = [...asked.headers.getSetCookie(), ...written.headers.getSetCookie()];
  expect(lines.map((line) => line.split('=')[0])).toEqual([
    '__Host-quayside-sign-in',
    '__Host-quayside-session',
  ]);
  for (const line of lines) expect(line).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
});

describe('signing in', () => {
  test('ends where the shopper came from, with a session and no token in the browser', async () => {
    const { at } = await browser.visit('/auth/login?returnTo=/checkout?step=2');
    expect(at).toBe('/checkout?step=2');
    expect(await sessionOf(browser)).toEqual({
      authenticated: true,
      user: { ...user, roles: ['shopper'] },
    });
    const cookie = browser.jar.get('__Host-quayside-session') ?? '';
    expect(cookie).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify([...browser.jar])).not.toContain('eyJ');
  });

  test('sends the user as a signed token to a service, and nothing the browser made up', async () => {
    await browser.visit('/auth/login');
    await browser.send('GET', '/api/v1/orders', {
      headers: {
        authorization: 'Bearer forged',
        'x-user-id': 'root',
        'x-forwarded-for': '8.8.8.8',
        'x-correlation-id': 'of somebody else',
      },
    });
    const [call] = gateway.ordering.calls;
    expect(subjectOf(call?.headers.authorization)).toBe(user.id);
    expect(call?.headers).not.toHaveProperty('cookie');
    expect(call?.headers).not.toHaveProperty('x-user-id');
    expect(call?.headers['x-forwarded-for']).not.toBe('8.8.8.8');
    expect(call?.headers.traceparent).toMatch(/^00-/);
    expect(call?.headers['x-correlation-id']).toBe(String(call?.headers.traceparent).split('-')[1]);
  });

  test('moves the guest basket over, once, with both tokens', async () => {
    await browser.send('PUT', '/api/v1/basket/items/7', { body: { quantity: 2 } });
    const guest = subjectOf(gateway.basket.calls[0]?.headers.authorization);
    await browser.visit('/auth/login');
    const merges = gateway.basket.calls.filter(({ url }) => url === '/internal/v1/basket/merge');
    expect(merges).toHaveLength(1);
    expect(subjectOf(merges[0]?.headers.authorization)).toBe(user.id);
    expect(subjectOf(JSON.parse(merges[0]?.body ?? '{}').guestToken)).toBe(guest);
  });

  test('works while the basket service does not, and makes up for the merge later', async () => {
    await browser.send('PUT', '/api/v1/basket/items/7', { body: { quantity: 2 } });
    gateway.basket.answer = (_call, _req, res) => json(res, 503, {});
    await browser.visit('/auth/login');
    expect(await sessionOf(browser)).toMatchObject({ authenticated: true });
    gateway.basket.answer = (_call, _req, res) => json(res, 200, {});
    gateway.basket.calls.length = 0;
    await browser.send('GET', '/api/v1/basket');
    await browser.send('GET', '/api/v1/basket');
    expect(gateway.basket.calls.map(({ url }) => url)).toEqual([
      '/internal/v1/basket/merge',
      '/api/v1/basket',
      '/api/v1/basket',
    ]);
  });

  test('changes the session id, so that a planted one is worth nothing', async () => {
    await browser.send('PUT', '/api/v1/basket/items/7', { body: { quantity: 1 } });
    const planted = browser.jar.get('__Host-quayside-session');
    await browser.visit('/auth/login');
    expect(browser.jar.get('__Host-quayside-session')).not.toBe(planted);
    const thief = createBrowser(gateway.origin);
    thief.jar.set('__Host-quayside-session', planted ?? '');
    expect(await sessionOf(thief)).toEqual({ authenticated: false });
  });

  test('takes no answer that another browser asked for', async () => {
    const attacker = createBrowser(gateway.origin);
    const callback = await attacker.visit('/auth/login', (path) => path.includes('/auth/callback'));
    const { at: end } = await browser.visit(callback.at);
    expect(end).toBe('/');
    expect(await sessionOf(browser)).toEqual({ authenticated: false });
  });

  test('begun in two tabs works in both, and each goes back to where it came from', async () => {
    // The jar here knows no paths, by which a browser keeps the provider's cookies of two tabs apart.
    const tab = createBrowser(gateway.origin);
    const share = (from: Browser, to: Browser) => {
      for (const [name, value] of from.jar) if (name.startsWith('__Host-')) to.jar.set(name, value);
    };
    const toForm = (path: string) => path.includes('/identity/interaction/');
    const first = await browser.visit('/auth/login?returnTo=/checkout', toForm);
    share(browser, tab);
    const second = await tab.visit('/auth/login?returnTo=/orders', toForm);
    share(tab, browser);
    expect((await browser.visit(first.at)).at).toBe('/checkout');
    expect(await sessionOf(browser)).toMatchObject({ authenticated: true });
    share(browser, tab);
    expect((await tab.visit(second.at)).at).toBe('/orders');
    expect(await sessionOf(tab)).toMatchObject({ authenticated: true });
  });

  test('that has expired here begins anew, with its way back', async () => {
    const { at } = await browser.visit('/auth/login?returnTo=/checkout?step=2', (path) =>
      path.includes('/auth/callback'),
    );
    for (const key of await gateway.redis.keys('gateway:sign-in:*')) await gateway.redis.del(key);
    expect((await browser.visit(at)).at).toBe('/checkout?step=2');
    expect(await sessionOf(browser)).toMatchObject({ authenticated: true });
  });

  test('whose answer is loaded again leads to where it went', async () => {
    const { at } = await browser.visit('/auth/login?returnTo=/orders', (path) =>
      path.includes('/auth/callback'),
    );
    await browser.visit(at);
    expect((await browser.visit(at)).at).toBe('/orders');
  });

  test('that expires again and again is given up', async () => {
    const flush = async () => {
      for (const key of await gateway.redis.keys('gateway:sign-in:*')) await gateway.redis.del(key);
    };
    const toCallback = (path: string) => path.includes('/auth/callback');
    const first = await browser.visit('/auth/login?returnTo=/orders', toCallback);
    await flush();
    const second = await browser.visit(first.at, (path) => toCallback(path) && path !== first.at);
    await flush();
    expect((await browser.visit(second.at)).at).toBe('/');
  });

  test.each([
    ['from another issuer', (query: URLSearchParams) => query.set('iss', 'https://evil.example')],
    ['without an issuer', (query: URLSearchParams) => query.delete('iss')],
    ['with two codes', (query: URLSearchParams) => query.append('code', 'another')],
    ['with a code that nobody gave', (query: URLSearchParams) => query.set('code', 'guessed')],
  ])('refuses an answer %s, and says so', async (_what, change) => {
    const { at } = await browser.visit('/auth/login', (path) => path.includes('/auth/callback'));
    const callback = new URL(at, gateway.origin);
    change(callback.searchParams);
    const answer = await browser.send('GET', callback.pathname + callback.search);
    expect([answer.status, (await bodyOf(answer))['code']]).toEqual([400, 'sign-in-failed']);
    expect(await sessionOf(browser)).toEqual({ authenticated: false });
  });

  test('does not lead to another site', async () => {
    const { at } = await browser.visit('/auth/login?returnTo=//evil.example/');
    expect(at).toBe('/');
  });
});

describe('while Identity is away', () => {
  beforeEach(async () => {
    gateway.provider.accessTokenSeconds = 5;
    await browser.visit('/auth/login');
    gateway.provider.away = true;
  });
  afterEach(() => {
    gateway.provider.away = false;
  });

  test('who has to renew a token still reads what is open to all, and is known', async () => {
    gateway.catalog.calls.length = 0;
    expect((await browser.send('GET', '/api/v1/catalog/items')).status).toBe(200);
    expect(gateway.catalog.calls[0]?.headers).not.toHaveProperty('authorization');
    expect(await sessionOf(browser)).toMatchObject({ authenticated: true });
  });

  test('what needs the user is a 503 that says when to come back, and works again afterwards', async () => {
    const answer = await browser.send('GET', '/api/v1/orders');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await bodyOf(answer)).toMatchObject({ code: 'identity-unavailable' });
    gateway.provider.away = false;
    expect((await browser.send('GET', '/api/v1/orders')).status).toBe(200);
  });
});

describe('a session', () => {
  test('renews its access token once, however many requests ask at the same time', async () => {
    gateway.provider.accessTokenSeconds = 5;
    await browser.visit('/auth/login');
    gateway.provider.accessTokenSeconds = 600;
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.send('GET', '/api/v1/orders')));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(gateway.ordering.calls.map(({ headers }) => headers.authorization)).size).toBe(1);
    expect(await sessionOf(browser)).toMatchObject({ authenticated: true });
  });

  test('outlives a replica that died while it renewed the token', async () => {
    gateway.provider.accessTokenSeconds = 5;
    await browser.visit('/auth/login');
    gateway.provider.accessTokenSeconds = 600;
    const lock = `gateway:renewing:${hashOf(browser.jar.get('__Host-quayside-session') ?? '')}`;
    await gateway.redis.set(lock, 'the dead replica', 'PX', 500);
    expect((await browser.send('GET', '/api/v1/orders')).status).toBe(200);
    expect(subjectOf(gateway.ordering.calls[0]?.headers.authorization)).toBe(user.id);
    expect(await sessionOf(browser)).toMatchObject({ authenticated: true });
  });

  test('keeps its renewed tokens when a merge that was made up for ends later', async () => {
    gateway.provider.accessTokenSeconds = 5;
    await browser.send('PUT', '/api/v1/basket/items/7', { body: { quantity: 2 } });
    gateway.basket.answer = (_call, _req, res) => json(res, 503, {});
    await browser.visit('/auth/login');
    const merging = Promise.withResolvers<() => void>();
    gateway.basket.answer = (call, _req, res) => {
      if (call.url.endsWith('/merge')) merging.resolve(() => json(res, 200, {}));
      else json(res, 200, {});
    };
    const basket = browser.send('GET', '/api/v1/basket');
    const endMerge = await merging.promise;
    await browser.send('GET', '/api/v1/orders');
    endMerge();
    await basket;
    await browser.send('GET', '/api/v1/orders');
    expect(subjectOf(gateway.ordering.calls.at(-1)?.headers.authorization)).toBe(user.id);
    expect(await sessionOf(browser)).toMatchObject({ authenticated: true });
  });

  test('ends at sign-out, here and at the provider', async () => {
    await browser.visit('/auth/login');
    const stolen = browser.jar.get('__Host-quayside-session') ?? '';
    const answer = await browser.send('POST', '/auth/logout');
    expect((await bodyOf(answer))['redirectTo']).toContain(
      '/identity/session/end?client_id=quayside-gateway',
    );
    await browser.visit('/auth/login');
    const german = await bodyOf(await browser.send('POST', '/auth/logout?language=de'));
    const leads = new URL(String(german['redirectTo'])).searchParams;
    expect(leads.get('post_logout_redirect_uri')).toMatch(/\/de$/);
    const thief = createBrowser(gateway.origin);
    thief.jar.set('__Host-quayside-session', stolen);
    expect(await sessionOf(thief)).toEqual({ authenticated: false });
  });

  test('is kept in Redis under a hash, and its tokens are in no log line', async () => {
    gateway.provider.accessTokenSeconds = 5;
    const commands: string[] = [];
    const monitor = await gateway.redis.duplicate().monitor();
    monitor.on('monitor', (_time: string, parts: string[]) => commands.push(parts.join(' ')));
    await browser.visit('/auth/login');
    await browser.send('GET', '/api/v1/orders');
    await gateway.redis.echo('the end');
    await waitUntil(() => commands.some((command) => command.includes('the end')), {
      describe: 'the monitor to have seen all',
    });
    monitor.disconnect();
    const id = browser.jar.get('__Host-quayside-session') ?? '-';
    expect(commands.filter((command) => command.includes('renewing'))).not.toEqual([]);
    expect(commands.filter((command) => command.includes(id))).toEqual([]);
    expect((await gateway.redis.keys('*')).filter((key) => key.includes(id))).toEqual([]);
    expect(JSON.stringify(gateway.lines)).not.toMatch(/eyJ[\w-]+\.eyJ/);
    expect(JSON.stringify(gateway.lines)).not.toContain(id);
  });
});
