import { describe, expect, test } from '@jest/globals';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';

const { origin } = theStack();
const foreign = 'https://evil.example';

/** One of each kind that the shop's origin answers with: pages, pages of Identity, files, lists, problems. */
const answers = [
  ['GET', '/'],
  ['GET', '/catalog'],
  ['GET', '/basket'],
  ['GET', '/nowhere'],
  ['GET', '/orders'],
  ['GET', '/admin'],
  ['GET', '/robots.txt'],
  ['GET', '/sitemap.xml'],
  ['GET', '/manifest.webmanifest'],
  ['GET', '/healthz'],
  ['GET', '/auth/login'],
  ['GET', '/identity/.well-known/openid-configuration'],
  ['GET', '/identity/nowhere'],
  ['GET', '/api/docs'],
  ['GET', '/api/openapi.json'],
  ['GET', '/api/v1/catalog/products'],
  ['GET', '/api/v1/nowhere'],
  ['GET', '/api/v1/orders'],
  ['PUT', '/api/v1/catalog/products'],
  ['POST', '/api/v1/basket/items'],
  ['OPTIONS', '/api/v1/basket'],
] as const;
const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, origin), { method, headers, redirect: 'manual' });

describe.each(answers)('%s %s', (method, path) => {
  test('says its type, with its encoding where it is text, and is not guessed at', async () => {
    const answer = await ask(method, path);
    const type = answer.headers.get('content-type') ?? '';
    const body = await answer.text();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    if (body !== '') expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+/);
    if (/^text\/|xml/.test(type)) expect(type.toLowerCase()).toContain('charset=utf-8');
  });

  test('allows no foreign page to read it', async () => {
    const answer = await ask(method, path, {
      origin: foreign,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'x-csrf',
    });
    await answer.arrayBuffer();
    const allowed = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
    expect(allowed).toEqual([]);
  });
});

test.each(['/', '/catalog', '/basket', '/nowhere'])(
  'the page %s says how much of it other sites are told',
  async (path) => {
    const answer = await ask('GET', path);
    await answer.arrayBuffer();
    expect(answer.headers.get('referrer-policy')).toMatch(
      /^(strict-origin-when-cross-origin|same-origin|no-referrer)$/,
    );
  },
);

test('every cookie of a sign-in says SameSite, and is out of reach of scripts', async () => {
  const cookies: string[] = [];
  let url = new URL('/auth/login?returnTo=/account', origin);
  const jar = new Map<string, string>();
  for (let hop = 0; hop < 8; hop += 1) {
    const cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    await answer.arrayBuffer();
    for (const set of answer.headers.getSetCookie()) {
      cookies.push(set);
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (!next) break;
    url = new URL(next, url);
  }
  const client = createShopClient(origin);
  await client.signIn('shopper@quayside.test');
  expect(cookies.length).toBeGreaterThan(2);
  expect(cookies.filter((set) => !/; ?samesite=(lax|strict)/i.test(set))).toEqual([]);
  expect(cookies.filter((set) => !/; ?httponly/i.test(set))).toEqual([]);
});

test.each([
  '/.git/HEAD',
  '/.git/config',
  '/.svn/entries',
  '/.env',
  '/package.json',
  '/_next/',
  '/_next/static/',
  '/api/',
  '/api/v1/',
])('nothing is found at %s, which others leave open', async (path) => {
  const answer = await ask('GET', path);
  const text = await answer.text();
  expect([301, 307, 308, 404]).toContain(answer.status);
  expect(text).not.toMatch(/Index of|ref: refs|"dependencies"|repositoryformatversion/);
});

describe('parameters and fields', () => {
  test.each([
    '/api/v1/catalog/products?page=1&page=2',
    '/api/v1/catalog/items?pageSize=5&pageSize=100',
    '/api/v1/catalog/suggestions?q=rope&q=sail',
  ])('given twice are refused: %s', async (path) => {
    const answer = await ask('GET', path);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      400,
      'malformed-request',
    ]);
  });

  test('that are part of every object change nothing', async () => {
    const shopper = createShopClient(origin);
    await shopper.items({ pageSize: 1 });
    for (const raw of [
      '{"itemId":1,"quantity":1,"__proto__":{"polluted":true}}',
      '{"itemId":1,"quantity":1,"constructor":{"prototype":{"polluted":true}}}',
    ]) {
      const answer = await shopper.call<{ code: string }>('POST', '/api/v1/basket/items', { raw });
      expect([answer.status, answer.body.code]).toEqual([400, 'malformed-request']);
    }
    const after = await shopper.call<object>('GET', '/api/v1/basket');
    expect([after.status, Object.keys(after.body).includes('polluted')]).toEqual([200, false]);
  });
});
