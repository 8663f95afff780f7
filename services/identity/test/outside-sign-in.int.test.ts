import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generate } from 'otplib';
import { accountHolder } from './account-holder.ts';
import { textOf } from './mail-text.ts';
import { startAbroad, type Abroad } from './start-abroad.ts';
import type { StartedIdentity } from './start-identity.ts';

const password = 'rope and tar and salt';
let [abroad, started]: [Abroad, StartedIdentity] = [] as never;

beforeAll(async () => {
  abroad = await startAbroad();
  ({ started } = abroad);
});
afterAll(() => abroad.stop());

const { call, register: somebody } = accountHolder(() => started, password);

describe('the sign-in page', () => {
  test('offers the providers that are set up, in its language, and the registration page too', async () => {
    const browser = started.browser();
    const page = await browser.get(started.client.authorize({ return_to: '/de/orders' }).url);
    expect(page.text).toContain('Weiter mit Pilot House');
    const register = await browser.get(page.url.href.replace('/sign-in', '/register'));
    expect(register.text).toContain('Weiter mit Lock Keeper');
  });

  test('sends the browser there with PKCE, a state and a nonce, and tells nothing of the shop', async () => {
    const { away } = await abroad.setOut('pilot');
    expect(away.url.origin).toBe(abroad.providers.pilot.issuer);
    const asked = Object.fromEntries(away.url.searchParams);
    expect(asked).toMatchObject({
      client_id: 'quayside',
      redirect_uri: `${started.publicOrigin}/identity/outside/pilot/callback`,
      response_type: 'code',
      code_challenge_method: 'S256',
    });
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked[secret]).toMatch(/^[\w-]{43}$/);
  });

  test('knows no provider that is not set up', async () => {
    const { browser, at } = await abroad.setOut('pilot');
    expect((await browser.get(`${at}/outside/elsewhere/begin`)).status).toBe(404);
  });
});

describe('somebody new', () => {
  test('gets an account whose address is confirmed where the provider is trusted for it, and is signed in', async () => {
    started.lines.length = 0;
    const person = { sub: 'p-1', name: 'Una Nord', email: 'una@example.com', email_verified: true };
    const way = await abroad.comeBack('pilot', person);
    expect(way.back.text).toContain('una@example.com');
    const made = await way.submit('outside/register', {
      name: 'Una Nord',
      email: 'someone-else@example.com',
    });
    const claims = await abroad.tokenOf(way, made.url);
    expect(claims).toMatchObject({ name: 'Una Nord', email: 'una@example.com', email_verified: true });
    expect(claims).toMatchObject({ amr: ['fed'], acr: 'aal1' });
    expect(abroad.notes('outside')).toMatchObject([{ event: 'user_created', userId: claims['sub'] }]);
    expect(JSON.stringify(started.lines)).not.toContain('una@example.com');

    const again = await abroad.comeBack('pilot', {
      sub: 'p-1',
      email: 'changed@example.com',
      email_verified: true,
    });
    expect((await abroad.tokenOf(again, again.back.url))['sub']).toBe(claims['sub']);
  });

  test.each([
    ['lock', true],
    ['pilot', false],
  ] as const)('confirms the address by our mail at %s, verified there: %s', async (id, verified) => {
    const email = `unproven-${id}@example.com`;
    const { claims } = await abroad.newcomer(id, {
      sub: `u-${id}`,
      name: 'Ulf Sund',
      email,
      email_verified: verified,
    });
    expect(claims).toMatchObject({ email, email_verified: false });
    expect(textOf(await started.mailTo(email))).toContain('/identity/confirm?token=');
  });

  test('may be called anything there: what no person is called here is asked for', async () => {
    const way = await abroad.comeBack('lock', {
      sub: 'nameless',
      name: 'www.evil.example',
      email: 'not an address',
    });
    expect(way.back.text).not.toContain('evil.example');
    expect(way.back.text).not.toContain('not an address');
    const refused = await way.submit('outside/register', { name: '', email: 'x' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Enter your name.')]);
  });

  test('with the same name for the person at two providers is two people', async () => {
    const [one, two] = [
      await abroad.newcomer('pilot', { sub: 'same', email: 'same-1@example.com', email_verified: true }),
      await abroad.newcomer('lock', { sub: 'same', email: 'same-2@example.com', email_verified: true }),
    ];
    expect(one.claims['sub']).not.toBe(two.claims['sub']);
  });

  test('cannot sign in by any password until one is set by mail', async () => {
    const email = 'no-password@example.com';
    const { claims } = await abroad.newcomer('pilot', { sub: 'np', email, email_verified: true });
    const id = String(claims['sub']);
    expect((await call('GET', id, 'protection')).body).toMatchObject({
      hasPassword: false,
      outsideSignIns: [{ provider: 'Pilot House', email }],
    });
    const { outsideSignIns } = (await call('GET', id, 'protection')).body as {
      outsideSignIns: { id: string }[];
    };
    for (const path of ['password', `outside-sign-ins/${outsideSignIns[0]?.id}/removal`]) {
      const body = { password: '', ...(path === 'password' && { newPassword: password }) };
      expect((await call('POST', id, path, { ...body, password: 'x' })).body['code']).toBe(
        'password-not-set',
      );
    }
    await started.browser().submit('/identity/reset', { email });
    const link = /http:\/\/shop\.test(\/identity\/reset\/new\?token=[^\s"<]+)/.exec(
      textOf(await started.mailTo(email)),
    )?.[1];
    const token = new URL(link ?? '', started.publicOrigin).searchParams.get('token') ?? '';
    await started.browser().submit('/identity/reset/new', { token, password });
    expect((await call('GET', id, 'protection')).body['hasPassword']).toBe(true);
  });
});

describe('an address that somebody has here', () => {
  test('opens nothing by itself: the account has to be shown to be theirs once, and its owner is told', async () => {
    const email = 'owner@example.com';
    const id = await somebody(email);
    await started.database.pool.query('UPDATE users SET unconfirmed_since = NULL WHERE id = $1', [id]);
    started.lines.length = 0;
    const person = { sub: 'owner-there', email, email_verified: true };
    const way = await abroad.comeBack('pilot', person);
    expect([way.back.status, way.back.text]).toEqual([
      200,
      expect.stringContaining('You have an account here'),
    ]);
    const wrong = await way.submit('outside/sign-in', { email, password: 'guessed' });
    expect([wrong.status, wrong.text]).toEqual([401, expect.stringContaining('do not belong together')]);
    expect((await abroad.comeBack('pilot', person)).back.text).toContain('You have an account here');

    const linked = await way.submit('outside/sign-in', { email, password });
    expect((await abroad.tokenOf(way, linked.url))['sub']).toBe(id);
    expect(abroad.notes('outside-linked')).toMatchObject([{ event: 'user_updated', userId: id }]);
    expect(textOf(await started.mailTo(email, 1))).toContain('Another way into your account');
    const again = await abroad.comeBack('pilot', person);
    expect(await abroad.tokenOf(again, again.back.url)).toMatchObject({ sub: id, amr: ['fed'] });
  });

  test('is told to nobody whose provider is not trusted for it', async () => {
    const way = await abroad.comeBack('lock', {
      sub: 'curious',
      email: 'owner@example.com',
      email_verified: true,
    });
    expect(way.back.text).toContain('Welcome aboard');
    expect(way.back.text).not.toContain('You have an account here');
    const made = await way.submit('outside/register', { name: 'Cara Ious', email: 'owner@example.com' });
    expect(await abroad.tokenOf(way, made.url)).toMatchObject({ email_verified: false });
  });

  test('an account with a second factor asks for it, when it is linked and ever after', async () => {
    const email = 'factor@example.com';
    const id = await somebody(email);
    const { body } = await call('POST', id, 'second-factor', { password });
    const codeAt = (aheadMs: number) =>
      generate({ secret: String(body['secret']), epoch: Math.floor((Date.now() + aheadMs) / 1000) });
    await call('PUT', id, 'second-factor', { code: await codeAt(0) });
    const proofIn = (text: string) => /name="proof" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const person = { sub: 'factor-there', email, email_verified: false };

    const way = await abroad.comeBack('lock', person);
    const asked = await way.submit('outside/sign-in', { email, password });
    expect(asked.text).toContain('Your code');
    started.clock.aheadMs = 60_000;
    const linked = await way.submit('outside/code', {
      proof: proofIn(asked.text),
      code: await codeAt(60_000),
    });
    expect(await abroad.tokenOf(way, linked.url)).toMatchObject({ sub: id, amr: ['pwd', 'otp'] });

    const again = await abroad.comeBack('lock', person);
    expect(again.back.text).toContain('Your code');
    started.clock.aheadMs = 120_000;
    const fields = { proof: proofIn(again.back.text), code: await codeAt(120_000) };
    const inAt = await again.submit('code', fields);
    started.clock.aheadMs = 0;
    expect(await abroad.tokenOf(again, inAt.url)).toMatchObject({
      sub: id,
      amr: ['fed', 'otp'],
      acr: 'aal2',
    });
  });

  test('a disabled account is not opened', async () => {
    const { claims } = await abroad.newcomer('pilot', {
      sub: 'gone',
      email: 'gone@example.com',
      email_verified: true,
    });
    await started.database.pool.query('UPDATE users SET disabled_at = now() WHERE id = $1', [claims['sub']]);
    const { back } = await abroad.comeBack('pilot', {
      sub: 'gone',
      email: 'gone@example.com',
      email_verified: true,
    });
    expect([back.status, back.text]).toEqual([403, expect.stringContaining('This account is disabled')]);
  });
});
