import { get } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import request from 'supertest';
import { createBrowser, type Browser } from './browser.ts';
import { bodyOf, json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  gateway = await startTestGateway({ environment: { LIMIT_FACTOR: '10' } });
});
afterAll(() => gateway.close());
beforeEach(() => {
  browser = createBrowser(gateway.origin);
  for (const part of [gateway.basket, gateway.catalog, gateway.marketing, gateway.storefront]) {
    part.calls.length = 0;
    part.answer = (_call, _req, res) => json(res, 200, {});
  }
});

const bearerOf = (authorization: string | undefined) => (authorization ?? '').replace('Bearer ', '');

describe('a guest', () => {
  test('gets a session at the first write and keeps it', async () => {
    await browser.send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } });
    await browser.send('PUT', '/api/v1/basket/items/2', { body: { quantity: 1 } });
    const subjects = gateway.basket.calls.map(
      ({ headers }) => decodeJwt(bearerOf(headers.authorization)).sub,
    );
    expect(subjects[0]).toMatch(/^guest:[0-9a-f-]{36}$/);
    expect(subjects[1]).toBe(subjects[0]);
  });

  test('who only looks gets none', async () => {
    const answer = await browser.send('GET', '/api/v1/basket');
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(decodeJwt(bearerOf(gateway.basket.calls[0]?.headers.authorization)).sub).toContain('guest:0000');
  });

  test('is known to services by a token that the published keys verify', async () => {
    await browser.send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } });
    const [handed] = gateway.provider.guestKeys;
    expect(handed).not.toHaveProperty('d');
    const keys = createLocalJWKSet({ keys: [handed ?? {}] as JSONWebKeySet['keys'] });
    const { payload, protectedHeader } = await jwtVerify(
      bearerOf(gateway.basket.calls[0]?.headers.authorization),
      keys,
      { issuer: `${gateway.origin}/guest`, audience: 'quayside-api', typ: 'at+jwt' },
    );
    expect(payload['scope']).toBe('shop');
    expect(protectedHeader.alg).toBe('ES256');
  });

  test('is known to services of the version before, which look for the key here', async () => {
    const published = await bodyOf(await fetch(`${gateway.management}/guest-jwks.json`));
    expect(published['keys']).toEqual(gateway.provider.guestKeys.slice(0, 1));
  });

  test('cannot call what is for users', async () => {
    await browser.send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } });
    await browser.send('GET', '/api/v1/orders');
    expect(gateway.ordering.calls[0]?.headers).not.toHaveProperty('authorization');
  });
});

describe('a state-changing call', () => {
  const put = (headers: Record<string, string>) =>
    fetch(`${gateway.origin}/api/v1/basket/items/1`, { method: 'PUT', headers, body: '{}' });

  test.each([
    ['without the header', {}, 'csrf-header-missing'],
    ['from another site', { 'x-csrf': '1', 'sec-fetch-site': 'cross-site' }, 'cross-site-request'],
    ['from another subdomain', { 'x-csrf': '1', 'sec-fetch-site': 'same-site' }, 'cross-site-request'],
    [
      'from another origin of an old browser',
      { 'x-csrf': '1', origin: 'https://evil.example' },
      'cross-site-request',
    ],
  ])('%s is refused and reaches nobody', async (_how, headers, code) => {
    const answer = await put(headers);
    expect([answer.status, (await bodyOf(answer))['code']]).toEqual([403, code]);
    expect(gateway.basket.calls).toEqual([]);
  });

  test('from our own pages passes', async () => {
    expect((await put({ 'x-csrf': '1', 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});

describe('the proxy', () => {
  test('passes on what a service refuses, as it is', async () => {
    gateway.basket.answer = (_call, _req, res) => json(res, 409, { code: 'price-changed', total: 5 });
    const answer = await browser.send('POST', '/api/v1/basket/checkout', { body: {} });
    expect([answer.status, await answer.json()]).toEqual([409, { code: 'price-changed', total: 5 }]);
  });

  test('takes a token from nobody but itself, also where none is needed', async () => {
    await browser.send('GET', '/api/v1/catalog/items', { headers: { authorization: 'Bearer forged' } });
    expect(gateway.catalog.calls[0]?.headers).not.toHaveProperty('authorization');
  });

  test('sends Identity its own cookies and not ours', async () => {
    await browser.send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } });
    browser.jar.set('quayside_op', 'theirs');
    const seen = await bodyOf(await browser.send('GET', '/identity/test-echo'));
    expect(seen['cookie']).toBe('quayside_op=theirs');
  });

  test('sends pages only our own cookie', async () => {
    await browser.send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } });
    browser.jar.set('tracking', '1');
    await browser.send('GET', '/catalog');
    expect(gateway.storefront.calls[0]?.headers.cookie).toMatch(/^__Host-quayside-session=[\w-]+$/);
  });

  test('lets events through as they come', async () => {
    gateway.basket.answer = (_call, _req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write('event: basket-changed\ndata: {}\n\n');
    };
    const answer = await browser.send('GET', '/api/v1/basket/events');
    const { value } = (await answer.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toContain('basket-changed');
  });

  test('has room beside any number of open streams', async () => {
    gateway.basket.answer = (call, _req, res) => {
      if (!call.url.endsWith('/events')) return json(res, 200, {});
      res.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    };
    const pages = new AbortController();
    const { signal } = pages;
    const open = () => fetch(`${gateway.origin}/api/v1/basket/events`, { signal });
    const streams = await Promise.all(Array.from({ length: 600 }, open));
    expect(streams.every(({ status }) => status === 200)).toBe(true);
    const answer = await fetch(`${gateway.origin}/api/v1/basket`);
    expect(answer.status).toBe(200);
    pages.abort();
  });

  test.each(['/internal/v1/basket/merge', '/metrics', '/readyz', '/api/v1/unknown'])(
    'does not let %s out',
    async (path) => {
      const answer = await browser.send('GET', path);
      expect([answer.status, (await bodyOf(answer))['code']]).toEqual([404, 'route-not-found']);
    },
  );
});

describe('a request that nobody can serve', () => {
  test('is 405 where the path is one of a service, with what would do', async () => {
    const answer = await browser.send('DELETE', '/api/v1/catalog/items/7');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PUT']);
    expect(gateway.catalog.calls).toEqual([]);
  });

  test.each(['/products/100%', '/orders/%E0%A4%A', '/api/v1/orders/%ff', '/identity/%'])(
    'is 400 for the broken encoding of %s, and reaches nobody',
    async (path) => {
      const answer = await request(gateway.origin).get(path);
      expect([answer.status, answer.body.code]).toEqual([400, 'malformed-request']);
      const page = await request(gateway.origin).get(path).set('sec-fetch-mode', 'navigate');
      const isApi = path.startsWith('/api');
      expect([page.status, page.type]).toEqual([400, isApi ? 'application/problem+json' : 'text/html']);
      expect(gateway.storefront.calls).toEqual([]);
    },
  );

  test.each(['//', '//evil.example/', '//api/v1/basket'])('is 404 for %s', async (path) => {
    const { port } = new URL(gateway.origin);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      get({ host: 'localhost', port, path }, (res) => resolve(res.resume().statusCode)).on('error', reject);
    });
    expect(status).toBe(404);
    expect(gateway.storefront.calls).toEqual([]);
  });

  test('is answered as if it did not ask for another protocol', async () => {
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const { port } = new URL(gateway.origin);
    for (const path of ['/', '/api/v1/catalog/items']) {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        get({ host: 'localhost', port, path, headers: upgrade }, (res) =>
          resolve(res.resume().statusCode),
        ).on('error', reject);
      });
      expect(status).toBe(200);
    }
    expect(gateway.storefront.calls[0]?.headers).not.toHaveProperty('upgrade');
  });
});

describe('a service that is away', () => {
  // After some of that it is not asked for a while.
  beforeEach(async () => {
    const isAsked = async () => (await browser.send('GET', '/api/v1/catalog/brands')).ok;
    await waitUntil(isAsked, { describe: 'Catalog to be asked' });
    for (const part of [gateway.catalog, gateway.basket]) part.calls.length = 0;
  });

  test('is a 503 problem that says when to come back, and nothing of the cause', async () => {
    gateway.catalog.answer = (_call, req) => void req.socket.destroy();
    const answer = await browser.send('GET', '/api/v1/catalog/items');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    const problem = await answer.json();
    expect(problem).toMatchObject({ code: 'service-unavailable', service: 'catalog' });
    expect(JSON.stringify(problem)).not.toMatch(/hang up|ECONN|127\.0\.0\.1/);
  });

  test('is a page of our own for a person who opened an address, which loads nothing else', async () => {
    gateway.storefront.answer = (_call, req) => void req.socket.destroy();
    const page = await request(gateway.origin).get('/orders?page=2').set('sec-fetch-mode', 'navigate');
    expect([page.status, page.type, page.headers['retry-after']]).toEqual([503, 'text/html', '2']);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.text).toMatch(/<a href="">Try again<\/a>/);
    expect(page.text).toMatch(/Reference [0-9a-f]{32}/);
    const script = await request(gateway.origin).get('/orders').set('sec-fetch-mode', 'cors');
    expect(script.body.code).toBe('service-unavailable');
    gateway.catalog.answer = gateway.storefront.answer;
    const api = await request(gateway.origin).get('/api/v1/catalog/items').set('sec-fetch-mode', 'navigate');
    expect(api.body.code).toBe('service-unavailable');
  });

  test('that was just replaced is asked once more for a read, on a new connection', async () => {
    gateway.catalog.answer = (_call, req) => {
      gateway.catalog.answer = (_next, _req, answer) => json(answer, 200, { from: 'the new one' });
      req.socket.destroy();
    };
    const answer = await browser.send('GET', '/api/v1/catalog/items');
    expect([answer.status, await answer.json()]).toEqual([200, { from: 'the new one' }]);
    expect(gateway.catalog.calls).toHaveLength(2);
  });

  test('is not asked twice for a change, which may have been made', async () => {
    gateway.basket.answer = (_call, req) => void req.socket.destroy();
    const answer = await browser.send('POST', '/api/v1/basket/checkout', { body: {} });
    expect(answer.status).toBe(503);
    expect(gateway.basket.calls).toHaveLength(1);
  });

  test('leaves the home page without campaigns, not without items', async () => {
    const facets = { brands: [], categories: [], prices: [], inStock: 0, attributes: [] };
    const page = { items: [], page: 1, pageSize: 8, totalItems: 0, facets };
    gateway.catalog.answer = (_call, _req, res) => json(res, 200, page);
    gateway.marketing.answer = (_call, _req, res) => json(res, 500, {});
    const answer = await browser.send('GET', '/api/v1/screens/home');
    expect(await answer.json()).toEqual({ types: [], featured: [], newest: [] });
    expect(gateway.lines.filter(({ level }) => level === 'warn').map(({ msg }) => msg)).toContain(
      'a screen goes out without a part',
    );
  });

  test('gives the product page the problem of the service that refused', async () => {
    gateway.catalog.answer = (_call, _req, res) =>
      json(res, 404, { status: 404, code: 'item-not-found', title: 'No such item' });
    const answer = await browser.send('GET', '/api/v1/screens/product/no-such-item');
    expect([answer.status, (await bodyOf(answer))['code']]).toEqual([404, 'item-not-found']);
  });
});

describe('the management listener', () => {
  test('tells that Redis is there', async () => {
    const answer = await fetch(`${gateway.management}/readyz`);
    expect(await answer.json()).toEqual({ ready: true, checks: { redis: { ok: true } } });
  });
});
