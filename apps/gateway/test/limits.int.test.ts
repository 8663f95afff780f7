import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import request from 'supertest';
import { createBrowser } from './browser.ts';
import { bodyOf, json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

/** A hundredth of every limit: 3 searches of a session, 24 of an address, 1 checkout, 6 guests, 2 sign-ins. */
const environment = { TRUSTED_PROXY_HOPS: '1', LIMIT_FACTOR: '0.01' };

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.lines.length = 0;
  gateway.basket.answer = (_call, _req, res) => json(res, 200, {});
});

let addresses = 0;
/** One that nothing was counted under yet. */
const freshAddress = () => `198.51.100.${(addresses += 1)}`;

const search = (address: string, to = gateway) =>
  fetch(`${to.origin}/api/v1/catalog/products?q=lamp`, { headers: { 'x-forwarded-for': address } });
const statuses = async (times: number, send: () => Promise<Response>) => {
  const seen: number[] = [];
  for (let n = 0; n < times; n += 1) seen.push((await send()).status);
  return seen;
};
const limitLines = () =>
  gateway.lines.flatMap(({ security }) => security ?? []) as { event: string; reason: string }[];

describe('who asks too often', () => {
  test('is told so, with the limit and when to come back, and noted once', async () => {
    const address = freshAddress();
    const [first] = [await search(address)];
    expect(first?.headers.get('ratelimit-policy')).toBe('"search-by-address";q=24;w=60');
    expect(first?.headers.get('ratelimit')).toMatch(/^"search-by-address";r=23;t=60$/);
    await statuses(24, () => search(address));
    const refused = await search(address);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(refused.headers.get('ratelimit')).toMatch(/^"search-by-address";r=0;t=\d+$/);
    expect(await bodyOf(refused)).toMatchObject({
      code: 'too-many-requests',
      'violated-policies': ['search-by-address'],
    });
    expect(limitLines()).toMatchObject([
      {
        event: 'excess_rate_limit_exceeded',
        reason: 'search-by-address',
        address,
        detail: { max: 24, seconds: 60 },
      },
    ]);
  });

  test('keeps nobody at another address out', async () => {
    const address = freshAddress();
    await statuses(25, () => search(address));
    expect((await search(address)).status).toBe(429);
    expect((await search(freshAddress())).status).toBe(200);
  });

  test('is one, however many addresses of their network of IPv6 they have', async () => {
    await statuses(24, () => search(`2001:db8::${(addresses += 1).toString(16)}`));
    expect((await search('2001:db8::ffff:1')).status).toBe(429);
    expect((await search('2001:db8:0:1::1')).status).toBe(200);
  });

  test('is counted by their browser before the crowd behind their address is', async () => {
    const address = freshAddress();
    const browser = createBrowser(gateway.origin, address);
    await browser.send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } });
    const seen = await statuses(4, () => browser.send('GET', '/api/v1/catalog/products?q=lamp'));
    expect(seen).toEqual([200, 200, 200, 429]);
    expect((await search(address)).headers.get('ratelimit')).toMatch(/r=20;/);
  });

  test('is the same in every replica', async () => {
    const replica = await startTestGateway({ redisUrl: gateway.redisUrl, environment });
    const address = freshAddress();
    await statuses(12, () => search(address));
    await statuses(12, () => search(address, replica));
    expect([(await search(address)).status, (await search(address, replica)).status]).toEqual([429, 429]);
    await replica.close();
  });

  test('is bound while Redis is away too', async () => {
    const lonely = await startTestGateway({ redisUrl: 'redis://127.0.0.1:1', environment });
    const address = freshAddress();
    expect(await statuses(25, () => search(address, lonely))).toEqual([...Array(24).fill(200), 429]);
    await lonely.close();
  });

  test('meets large limits too, which are counted in steps', async () => {
    const shop = await startTestGateway({ environment: { ...environment, LIMIT_FACTOR: '0.1' } });
    const address = freshAddress();
    const first = await search(address, shop);
    expect(first.headers.get('ratelimit-policy')).toBe('"search-by-address";q=240;w=60');
    const seen = await statuses(260, () => search(address, shop));
    expect(seen.slice(0, 239)).toEqual(Array(239).fill(200));
    expect(seen.at(-1)).toBe(429);
    await shop.close();
  });

  test('meets a bound also with calls that cost little', async () => {
    const browser = createBrowser(gateway.origin, freshAddress());
    await browser.send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } });
    const seen = await statuses(20, () => browser.send('GET', '/api/v1/basket'));
    expect(seen.slice(0, 11)).toEqual(Array(11).fill(200));
    expect(seen.at(-1)).toBe(429);
  });

  test('gets a page where a page was to come', async () => {
    const address = freshAddress();
    // By a client that lets a test say what a browser says by itself.
    const open = () =>
      request(gateway.origin)
        .get('/catalog')
        .set({ 'x-forwarded-for': address, 'sec-fetch-mode': 'navigate' });
    await waitUntil(async () => (await open()).status === 429, { describe: 'too many pages' });
    const answer = await open();
    expect(answer.type).toBe('text/html');
    expect(answer.text).toContain('One moment, please');
  });
});

describe('what costs the shop much', () => {
  test('a checkout is bound for an account, in all its browsers', async () => {
    const [one, other] = [0, 1].map(() => createBrowser(gateway.origin, freshAddress()));
    await one?.visit('/auth/login');
    await other?.visit('/auth/login');
    const checkOut = async (browser = one) =>
      (await browser?.send('POST', '/api/v1/basket/checkout', { body: {} }))?.status;
    expect([await checkOut(), await checkOut(other)]).toEqual([200, 429]);
  });

  test('guests are bound for an address, and who is refused leaves nothing behind', async () => {
    const address = freshAddress();
    const become = () =>
      createBrowser(gateway.origin, address).send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } });
    expect(await statuses(6, become)).toEqual(Array(6).fill(200));
    const sessions = () => gateway.redis.keys('gateway:session:*');
    const before = await sessions();
    const refused = await become();
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([429, []]);
    expect(await sessions()).toHaveLength(before.length);
  });

  test('a guest who does not come back is kept for an hour, one who does for thirty days', async () => {
    await gateway.redis.flushdb();
    const browser = createBrowser(gateway.origin, freshAddress());
    await browser.send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } });
    const [key = ''] = await gateway.redis.keys('gateway:session:*');
    expect(await gateway.redis.ttl(key)).toBeLessThanOrEqual(3600);
    await browser.send('GET', '/api/v1/basket');
    expect(await gateway.redis.ttl(key)).toBeGreaterThan(29 * 24 * 3600);
  });

  test.each([
    ['sign-in', 2],
    ['SIGN-IN', 2],
    ['register', 1],
    ['anything-else', 3],
  ])('the form %s of Identity is taken %i times, and then no longer', async (form, times) => {
    const address = freshAddress();
    const send = () =>
      fetch(`${gateway.origin}/identity/interaction/abc/${form}`, {
        method: 'POST',
        headers: { 'x-forwarded-for': address },
      });
    const seen = await statuses(times + 1, send);
    expect(seen.map((status) => status === 429)).toEqual([...Array(times).fill(false), true]);
  });
});

describe('event streams', () => {
  const open = (address: string, cookie = '') =>
    fetch(`${gateway.origin}/api/v1/basket/events`, { headers: { 'x-forwarded-for': address, cookie } });
  beforeEach(() => {
    gateway.basket.answer = (call, _req, res) => {
      if (!call.url.endsWith('/events')) return json(res, 200, {});
      res.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    };
  });

  test('are bound for an address, and closed ones no longer count', async () => {
    const address = freshAddress();
    const streams = [await open(address), await open(address), await open(address)];
    const refused = await open(address);
    expect([refused.status, (await bodyOf(refused))['code']]).toEqual([429, 'too-many-streams']);
    expect(refused.headers.get('ratelimit-policy')).toBe('"streams-by-address";q=3;qu="concurrent-requests"');
    await streams[0]?.body?.cancel();
    const again = async () => {
      const answer = await open(address);
      await answer.body?.cancel();
      return answer.status === 200;
    };
    await waitUntil(again, { describe: 'room for one more' });
    for (const stream of streams) await stream.body?.cancel().catch(() => undefined);
  });

  test('are bound for a session', async () => {
    const cookie = `__Host-quayside-session=${'s'.repeat(43)}`;
    const stream = await open(freshAddress(), cookie);
    expect((await open(freshAddress(), cookie)).status).toBe(429);
    await stream.body?.cancel();
  });

  test('of everybody together are as many as the process has room for, and others are told when to come again', async () => {
    const shop = await startTestGateway({
      ...{ mostStreams: 5, environment: { TRUSTED_PROXY_HOPS: '1', LIMIT_FACTOR: '0' } },
    });
    shop.basket.answer = gateway.basket.answer;
    const openThere = () =>
      fetch(`${shop.origin}/api/v1/basket/events`, { headers: { 'x-forwarded-for': freshAddress() } });
    const streams = await Promise.all(Array.from({ length: 8 }, openThere));
    const standing = streams.filter(({ status }) => status === 200);
    const refused = streams.filter(({ status }) => status !== 200);
    expect(standing).toHaveLength(5);
    for (const answer of refused) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await bodyOf(answer)).toMatchObject({ code: 'overloaded' });
    }
    const told = async () => (await fetch(`${shop.management}/metrics`)).text();
    expect(await told()).toContain('gateway_open_streams{service="gateway"} 5');
    expect((await fetch(`${shop.origin}/api/v1/basket`)).status).toBe(200);
    await standing[0]?.body?.cancel();
    const hasRoom = async () => (await openThere()).status === 200;
    await waitUntil(hasRoom, { describe: 'room for one more' });
    await shop.close();
  });

  test.each(['the replica that has them', 'another one'])('end with a sign-out at %s', async (where) => {
    const at = where === 'another one' ? await startTestGateway({ redisUrl: gateway.redisUrl }) : undefined;
    const browser = createBrowser(gateway.origin, freshAddress());
    await browser.visit('/auth/login');
    const id = browser.jar.get('__Host-quayside-session') ?? '';
    const stream = await open(freshAddress(), `__Host-quayside-session=${id}`);
    const ended = stream.text();
    const elsewhere = createBrowser((at ?? gateway).origin, freshAddress());
    elsewhere.jar.set('__Host-quayside-session', id);
    expect((await elsewhere.send('POST', '/auth/logout')).status).toBe(200);
    await expect(ended).resolves.toContain(':');
    await at?.close();
  });
});

test('a crowd behind one address shops undisturbed', async () => {
  const shop = await startTestGateway({ environment: { TRUSTED_PROXY_HOPS: '1' } });
  shop.basket.answer = (_call, _req, res) => json(res, 200, {});
  const buy = async () => {
    const browser = createBrowser(shop.origin, '203.0.113.7');
    const seen = [];
    for (const path of ['/', '/catalog', '/api/v1/catalog/products?q=lamp', '/product/lamp'])
      seen.push(await browser.send('GET', path));
    seen.push(await browser.send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } }));
    seen.push(await browser.send('GET', '/api/v1/basket'));
    seen.push(await browser.send('GET', '/auth/login'));
    return seen.map(({ status }) => status);
  };
  const crowd = await Promise.all(Array.from({ length: 200 }, buy));
  expect(new Set(crowd.flat())).toEqual(new Set([200, 302]));
  await shop.close();
}, 30_000);
