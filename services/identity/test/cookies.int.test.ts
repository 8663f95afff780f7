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
  const cookie = browser.cookies().get(name);
  if (!cookie) throw new Error(`there is no ${name}`);
  return cookie;
};
const sessionName = '__Host-quayside-op';
/** Where somebody with these cookies ends who begins to sign in: back in the shop if they are signed in already. */
const leadsTo = async (cookies: [string, Cookie][]) =>
  (await started.browser(undefined, cookies).get(started.client.authorize().url)).url.pathname;
const session = async () => cookieOf((await signInAs(started, email, demoPassword)).browser, sessionName);

test('every cookie of a sign-in is prefixed, secure, out of reach of scripts, and not sent along from elsewhere', async () => {
  const { browser } = await signInAs(started, email, demoPassword);
  const lines = browser.cookieLines();
  const kept = lines.filter((line) => !/expires=Thu, 01 Jan 1970/.test(line));
  expect(new Set(kept.map((line) => line.split('=')[0]))).toEqual(
    new Set([
      ...[sessionName, '__Secure-quayside-op-interaction', '__Secure-quayside-op-resume'].flatMap((name) => [
        ...[name, `${name}.sig`],
      ]),
      '__Secure-quayside-device',
    ]),
  );
  for (const line of lines) {
    expect(line).toMatch(/; secure/i);
    expect(line).toMatch(/; httponly/i);
    expect(line).toMatch(/; samesite=lax/i);
    expect(line).not.toMatch(/; domain/i);
  }
  expect(
    lines.filter((line) => line.startsWith('__Host-')).every((line) => /; path=\/(;|$)/.test(line)),
  ).toBe(true);
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
      signed('sha1', newest, `quayside_op_${kind}`, cookieOf(before, `__Secure-quayside-op-${kind}`)),
    );
    const after = started.browser(undefined, was);
    const back = await after.submit(page.url.href, { email, password: demoPassword });
    expect([back.url.pathname, back.url.searchParams.get('state')]).toEqual([
      '/auth/callback',
      request.state,
    ]);
  });
});
