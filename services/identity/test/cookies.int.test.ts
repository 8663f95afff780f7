import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPassword } from '../src/main/demo-users.ts';
import type { Browser, Cookie } from './browser.ts';
import { signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

const [newest, older] = ['the-newest-of-the-keys-that-sign-cookies', 'the-one-before-it-which-is-read-still'];
const email = 'shopper@quayside.test';
let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity({ COOKIE_KEYS: `${newest},${older}` });
});
afterAll(() => started.stop());

const sign = (algorithm: string, key: string, name: string, value: string) =>
  createHmac(algorithm, key).update(`${name}=${value}`).digest('base64url');
/** A cookie and its signature, for a jar. */
const signed = (
  algorithm: string,
  key: string,
  name: string,
  { value, path }: Cookie,
): [string, Cookie][] => [
  [name, { value, path }],
  [`${name}.sig`, { value: sign(algorithm, key, name, value), path }],
];
const cookieOf = (browser: Browser, name: string): Cookie => {
  const cookie =
    browser.cookies().get(name) ?? [...browser.cookies()].find(([one]) => one.startsWith(`${name}-`))?.[1];
  if (!cookie) throw new Error(`there is no ${name}`);
  return cookie;
};
const sessionName = '__Host-quayside-op';
/** Where somebody with these cookies ends who begins to sign in: back in the shop if they are signed in already. */
const leadsTo = async (cookies: [string, Cookie][]) =>
  (await started.browser(undefined, cookies).get(started.client.authorize().url)).url.pathname;
const session = async () => cookieOf((await signInAs(started, email, demoPassword)).browser, sessionName);

test('every cookie of a sign-in is of this host alone, secure, out of reach of scripts, and not sent along from elsewhere', async () => {
  const { browser } = await signInAs(started, email, demoPassword);
  const lines = browser.cookieLines();
  const kept = lines.filter((line) => !/expires=Thu, 01 Jan 1970/.test(line));
  const withoutIds = kept.map((line) => line.split('=')[0]?.replace(/(interaction|resume)-[\w-]+/, '$1'));
  expect(new Set(withoutIds)).toEqual(
    new Set([
      ...[sessionName, `${sessionName}-interaction`, `${sessionName}-resume`].flatMap((name) => [
        ...[name, `${name}.sig`],
      ]),
      '__Host-quayside-device',
    ]),
  );
  for (const line of lines) {
    expect(line).toMatch(/^__Host-.*; path=\/(;|$)/i);
    expect(line).toMatch(/; secure/i);
    expect(line).toMatch(/; httponly/i);
    expect(line).toMatch(/; samesite=lax/i);
    expect(line).not.toMatch(/; domain/i);
  }
  expect([...browser.cookies().keys()].toSorted()).toEqual([
    '__Host-quayside-device',
    ...[sessionName, `${sessionName}.sig`],
  ]);
});

test('of many sign-ins that were begun in a browser the last eight go on, and their cookies grow no more', async () => {
  const browser = started.browser();
  const pages: string[] = [];
  for (let tab = 0; tab < 10; tab += 1)
    pages.push((await browser.get(started.client.authorize().url)).url.href);
  expect(browser.cookies().size).toBe(8 * 4);
  expect((await browser.get(pages[1] ?? '')).status).toBe(400);
  const back = await browser.submit(pages[2] ?? '', { email, password: demoPassword });
  expect(back.url.pathname).toBe('/auth/callback');
});

describe('a session at the provider', () => {
  test('is signed by HMAC-SHA-256 with the newest key', async () => {
    const { browser } = await signInAs(started, email, demoPassword);
    const { value } = cookieOf(browser, sessionName);
    expect(cookieOf(browser, `${sessionName}.sig`).value).toBe(sign('sha256', newest, sessionName, value));
  });

  test.each([
    ['by the key before the newest, counts', 'sha256', older, '/auth/callback'],
    ['by a key of somebody else, does not', 'sha256', 'a-key-of-somebody-else', /sign-in$/],
    ['by HMAC-SHA-1, does not', 'sha1', newest, /sign-in$/],
  ])('that is signed %s', async (_how, algorithm, key, end) => {
    expect(await leadsTo(signed(algorithm, key, sessionName, await session()))).toMatch(end);
  });

  test('whose signature is no signature does not count', async () => {
    const cookie = await session();
    for (const value of ['', 'é'.repeat(43), 'x'.repeat(43)])
      expect(
        await leadsTo([
          [sessionName, cookie],
          [`${sessionName}.sig`, { value, path: '/' }],
        ]),
      ).toMatch(/sign-in$/);
  });
});

describe('what the version before has set', () => {
  test('is a device that the account knows, which is known by the new cookie from then on', async () => {
    const { browser: before } = await signInAs(started, email, demoPassword);
    const { value } = cookieOf(before, '__Host-quayside-device');
    const was: [string, Cookie] = ['__Secure-quayside-device', { value, path: '/identity' }];
    const { browser } = await signInAs(started, email, demoPassword, started.browser(undefined, [was]));
    expect(cookieOf(browser, '__Host-quayside-device')).toEqual({ value, path: '/' });
    expect(browser.cookies().has('__Secure-quayside-device')).toBe(false);
  });

  test.each([newest, older])('is a session here, whichever key signed it', async (key) => {
    const was = signed('sha1', key, 'quayside_op', { ...(await session()), path: '/identity' });
    const browser = started.browser(undefined, was);
    expect((await browser.get(started.client.authorize().url)).url.pathname).toBe('/auth/callback');
    expect(await leadsTo([...browser.cookies()].filter(([name]) => name.startsWith(sessionName)))).toBe(
      '/auth/callback',
    );
  });

  test('is none that somebody else signed', async () => {
    expect(await leadsTo(signed('sha1', 'a-key-of-somebody-else', 'quayside_op', await session()))).toMatch(
      /sign-in$/,
    );
  });

  test('is a sign-in under way, which ends here', async () => {
    const request = started.client.authorize();
    const before = started.browser();
    const page = await before.get(request.url);
    const was = ['interaction', 'resume'].flatMap((kind) =>
      signed('sha1', newest, `quayside_op_${kind}`, {
        ...cookieOf(before, `${sessionName}-${kind}`),
        path: '/identity',
      }),
    );
    const after = started.browser(undefined, was);
    const back = await after.submit(page.url.href, { email, password: demoPassword });
    expect([back.url.pathname, back.url.searchParams.get('state')]).toEqual([
      '/auth/callback',
      request.state,
    ]);
  });
});
