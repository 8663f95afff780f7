import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { basicCredentials } from '@quayside/http';
import { waitUntil } from '@quayside/testkit';
import { generateSync } from 'otplib';
import { claimsOf, signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';
import { linkIn } from './mail-text.ts';

const password = 'rope and tar and salt';
const session = 'Abcdefgh12345_-x';
let started: StartedIdentity;
let gateway: string;

beforeAll(async () => {
  started = await startIdentity();
  gateway = basicCredentials('quayside-gateway', started.config.GATEWAY_CLIENT_SECRET).authorization;
});
afterAll(() => started.stop());
beforeEach(() => {
  started.lines.length = 0;
});

interface Noted {
  path?: string;
  event: string;
  reason?: string;
  userId?: string;
  onUserId?: string;
  address?: string;
  session?: string;
}
const noted = () => started.lines.flatMap((line) => (line['security'] ?? []) as Noted);
const told = () => noted().map(({ event, reason }) => (reason ? `${event} ${reason}` : event));

/** As the gateway calls for whom it knows by their session. */
const call = async (method: string, id: string, path: string, body?: object) => {
  const answer = await fetch(`${started.serviceUrl}/internal/v1/users/${id}${path}`, {
    method,
    headers: {
      authorization: gateway,
      'content-type': 'application/json',
      'x-forwarded-for': '203.0.113.99',
      'x-quayside-session': session,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (answer.status === 204 ? {} : await answer.json()) as Record<string, unknown>;
};
const register = async (email: string) => {
  const browser = started.browser('203.0.113.20');
  const page = await browser.get(started.client.authorize({ screen_hint: 'register' }).url);
  await browser.submit(page.url.href, { name: 'Maren Lind', email, password });
  return browser;
};
const signIn = async (email: string, given: string, address = '203.0.113.30') => {
  const browser = started.browser(address);
  const { url } = await browser.get(started.client.authorize().url);
  return { browser, page: await browser.submit(url.href, { email, password: given }) };
};
const idOf = async (email: string) => {
  const { tokens } = await signInAs(started, email, password);
  return String(claimsOf(tokens['access_token'])['sub']);
};
const codeOf = (secret: string) =>
  generateSync({ secret, epoch: Math.floor((Date.now() + started.clock.aheadMs) / 1000) });

describe('the security log of Identity', () => {
  test('tells of an account that is made, of a sign-in and of a failure, by whom and from where', async () => {
    await register('first@example.com');
    await signIn('first@example.com', password);
    await signIn('first@example.com', 'guessed');
    await signIn('nobody@example.com', 'guessed');
    const [made, success, failure, ofNobody] = noted().filter(({ event }) => event !== 'authn_token_created');
    expect(made).toMatchObject({ event: 'user_created', address: '203.0.113.20' });
    const userId = made?.userId;
    expect(success).toMatchObject({ event: 'authn_login_success', userId, reason: 'pwd' });
    expect(success).toMatchObject({ path: '/identity/interaction/:uid/sign-in' });
    expect(success?.session).toMatch(/^[\w-]{16}$/);
    const wrong = { event: 'authn_login_fail', reason: 'wrong-credentials', address: '203.0.113.30' };
    expect(failure).toMatchObject({ ...wrong, onUserId: userId });
    expect(failure).not.toHaveProperty('userId');
    expect(ofNobody).toMatchObject(wrong);
    expect(ofNobody).not.toHaveProperty('onUserId');
  });

  test('tells of an account that takes no sign-ins for a while', async () => {
    await register('locked@example.com');
    for (let turn = 0; turn < 6; turn += 1)
      await signIn('locked@example.com', `guess ${turn}`, '203.0.113.40');
    expect(noted().at(-1)).toMatchObject({ event: 'authn_login_lock', onUserId: expect.any(String) });
  });

  test('tells of a link that is asked for, sent and used', async () => {
    await register('link@example.com');
    const confirmation = linkIn(await started.mailTo('link@example.com'));
    await waitUntil(() => told().includes('authn_token_created confirm-link'), {
      describe: 'the link to be told of',
    });
    const browser = started.browser();
    const tokenOf = (link: string) => new URL(link, 'http://x').searchParams.get('token') ?? '';
    const token = tokenOf(confirmation);
    await browser.submit('/identity/confirm', { token, password });
    await browser.submit('/identity/reset', { email: 'link@example.com' });
    await waitUntil(() => told().includes('authn_token_created reset-link'), {
      describe: 'the link to be told of',
    });
    const link = tokenOf(linkIn(await started.mailTo('link@example.com', 1)));
    await browser.submit('/identity/reset/new', { token: link, password: 'another one in spring' });
    await browser.submit('/identity/reset/new', { token: link, password: 'another one in spring' });
    expect(told()).toEqual(
      expect.arrayContaining([
        'user_updated email-confirmed',
        'authn_token_created reset-asked',
        'authn_password_change reset',
        'authn_token_reuse link-used-up',
      ]),
    );
  });

  test('tells what somebody changes of how they sign in, in which session', async () => {
    await register('changes@example.com');
    const id = await idOf('changes@example.com');
    started.lines.length = 0;
    await call('POST', id, '/password', { password: 'guessed', newPassword: 'another one in spring' });
    await call('POST', id, '/email', { password, email: 'elsewhere@example.com' });
    const { secret } = await call('POST', id, '/second-factor', { password });
    await call('PUT', id, '/second-factor', { code: '000000' });
    await call('PUT', id, '/second-factor', { code: codeOf(String(secret)) });
    await call('POST', id, '/second-factor/removal', { password });
    await call('DELETE', id, '/sign-ins');
    await call('POST', id, '/password', { password, newPassword: 'another one in spring' });
    await call('DELETE', id, '');
    const own = noted().filter(({ reason }) => !reason?.endsWith('-link'));
    expect(own.map(({ event, reason }) => `${event} ${reason}`)).toEqual([
      'authn_password_change_fail wrong-credentials',
      'authn_token_created email-change-asked',
      'authn_login_fail wrong-code',
      'user_updated second-factor-on',
      'user_updated second-factor-off',
      'session_expired ended-everywhere',
      'authn_password_change by-owner',
      'user_deleted by-owner',
    ]);
    for (const one of own) expect(one).toMatchObject({ userId: id, address: '203.0.113.99', session });
  });

  test('tells of a recovery code that was used up', async () => {
    await register('recovery@example.com');
    const id = await idOf('recovery@example.com');
    const { secret } = await call('POST', id, '/second-factor', { password });
    const { recoveryCodes } = await call('PUT', id, '/second-factor', { code: codeOf(String(secret)) });
    const { browser, page } = await signIn('recovery@example.com', password);
    const proof = /name="proof" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    await browser.submit(action, { proof, code: 'aaaa-bbbb-cccc-dddd' });
    await browser.submit(action, { proof, code: (recoveryCodes as string[])[0] ?? '' });
    expect(told().slice(-3)).toEqual([
      'authn_login_fail wrong-code',
      'authn_token_delete recovery-code-used',
      'authn_login_success pwd+otp',
    ]);
  });

  test('tells of a refresh token that comes a second time', async () => {
    await register('reuse@example.com');
    const { tokens } = await signInAs(started, 'reuse@example.com', password);
    const id = claimsOf(tokens['access_token'])['sub'];
    await started.client.refresh(tokens['refresh_token'] ?? '');
    await started.client.refresh(tokens['refresh_token'] ?? '');
    expect(noted().at(-1)).toMatchObject({
      event: 'authn_token_reuse',
      gravity: 'CRITICAL',
      reason: 'refresh-token',
      onUserId: id,
    });
  });

  test('tells of a form that another site sent', async () => {
    await started
      .browser()
      .submit('/identity/reset', { email: 'a@example.com' }, { origin: 'https://evil.example' });
    expect(told()).toEqual(['malicious_cors cross-origin-form']);
  });

  test('holds no address, name, password, code or token', async () => {
    await register('secret@example.com');
    await signIn('secret@example.com', 'a wrong guess');
    const { tokens } = await signInAs(started, 'secret@example.com', password);
    await started.client.refresh(tokens['refresh_token'] ?? '');
    await started.client.refresh(tokens['refresh_token'] ?? '');
    const log = JSON.stringify(noted());
    expect(log).toContain('authn_token_reuse');
    for (const word of [
      'secret@example.com',
      'Maren',
      password,
      'a wrong guess',
      tokens['refresh_token'] ?? '-',
    ])
      expect(log).not.toContain(word);
  });
});
