import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { waitUntil, type ReceivedMail } from '@quayside/testkit';
import { generateSync } from 'otplib';
import { accountHolder } from './account-holder.ts';
import { linkIn, textOf } from './mail-text.ts';
import { signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

const password = 'rope and tar and salt';
let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());

const { call, register: somebody } = accountHolder(() => started, password);
const codeOf = (secret: string, seconds = 0) =>
  generateSync({ secret, epoch: Math.floor((Date.now() + started.clock.aheadMs) / 1000) + seconds });

/** With codes turned on, a minute ago. */
const withCodes = async (email: string) => {
  const id = await somebody(email);
  const begun = await call('POST', id, 'second-factor', { password });
  const secret = String(begun.body['secret']);
  const on = await call('PUT', id, 'second-factor', { code: codeOf(secret) });
  expect([begun.status, on.status]).toEqual([200, 200]);
  started.clock.aheadMs += 60_000;
  return { id, secret, recoveryCodes: on.body['recoveryCodes'] as string[] };
};
const toCode = async (email: string, typed = password) => {
  const browser = started.browser();
  const request = started.client.authorize();
  const { url } = await browser.get(request.url);
  const page = await browser.submit(url.href, { email, password: typed });
  const proof = /name="proof" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
  return {
    browser,
    request,
    page,
    submit: (code: string, given = proof) => browser.submit(action, { proof: given, code }),
  };
};

describe('a second factor', () => {
  test('is asked for after the password, and shows in the token of the sign-in', async () => {
    const { secret } = await withCodes('codes@example.com');
    const { page, request, submit } = await toCode('codes@example.com');
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('six digits')]);
    const wrong = await submit('000000');
    expect([wrong.status, wrong.text]).toEqual([401, expect.stringContaining('not right')]);
    const back = await submit(codeOf(secret));
    expect(back.url.pathname).toBe('/auth/callback');
    const code = back.url.searchParams.get('code') ?? '';
    expect((await started.client.redeem(code, request.verifier)).status).toBe(200);
  });

  test('takes no code twice', async () => {
    const { secret } = await withCodes('replay@example.com');
    const code = codeOf(secret);
    const [first, second] = [await toCode('replay@example.com'), await toCode('replay@example.com')];
    const answers = await Promise.all([first.submit(code), second.submit(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([0, 401]);
  });

  test('gives recovery codes of more than 128 bits, none of them twice', async () => {
    const { recoveryCodes } = await withCodes('strong@example.com');
    const bitsOf = (code: string): number => code.replaceAll('-', '').length * Math.log2(31);
    for (const code of recoveryCodes) {
      expect(code).toMatch(/^[a-hjkmnp-z2-9-]+$/);
      expect(bitsOf(code)).toBeGreaterThan(128);
    }
    expect(new Set(recoveryCodes).size).toBe(10);
  });

  test('takes a recovery code of sixteen signs, as they were given before', async () => {
    const { id } = await withCodes('before@example.com');
    const before = 'abcdefghjkmnpqrs';
    await started.database.pool.query('INSERT INTO recovery_codes (user_id, digest) VALUES ($1, $2)', [
      id,
      createHash('sha256').update(`${id}\0${before}`).digest(),
    ]);
    const typed = before.replaceAll(/(.{4})(?!$)/g, '$1-');
    expect((await (await toCode('before@example.com')).submit(typed)).url.pathname).toBe('/auth/callback');
  });

  test('takes each recovery code once, however it is written', async () => {
    const { id, recoveryCodes } = await withCodes('lost@example.com');
    expect(recoveryCodes).toHaveLength(10);
    const [one = ''] = recoveryCodes;
    const written = ` ${one.toUpperCase().replaceAll('-', ' ')} `;
    expect((await (await toCode('lost@example.com')).submit(written)).url.pathname).toBe('/auth/callback');
    expect((await (await toCode('lost@example.com')).submit(one)).status).toBe(401);
    const left = await call('GET', id, 'protection');
    expect(left.body['secondFactor']).toEqual({ on: true, recoveryCodesLeft: 9 });
  });

  test('is not guessed: after five codes it waits', async () => {
    await withCodes('guessed@example.com');
    const { submit } = await toCode('guessed@example.com');
    const statuses = [];
    for (let turn = 0; turn < 7; turn += 1) statuses.push((await submit(`00000${turn}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  test('is not passed by with the proof of another sign-in, or of another account', async () => {
    const { secret } = await withCodes('proof@example.com');
    const other = await toCode('proof@example.com');
    const foreign = /name="proof" value="([^"]+)"/.exec(other.page.text)?.[1] ?? '';
    const { submit } = await toCode('proof@example.com');
    for (const made of [foreign, '', `${crypto.randomUUID()}.9999999999999.${'A'.repeat(43)}`]) {
      const answer = await submit(codeOf(secret), made);
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('begin anew')]);
    }
  });

  test('is set up and taken off by whoever knows the password alone', async () => {
    const id = await somebody('setup@example.com');
    expect((await call('PUT', id, 'second-factor', { code: '123456' })).body['code']).toBe(
      'second-factor-not-begun',
    );
    expect((await call('POST', id, 'second-factor', { password: 'guessed' })).body['code']).toBe(
      'wrong-password',
    );
    const begun = await call('POST', id, 'second-factor', { password });
    expect(begun.body).toEqual({
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      uri: expect.stringMatching(/^otpauth:\/\/totp\/Quayside/),
      qr: { size: expect.any(Number), path: expect.stringMatching(/^M\d/) },
    });
    expect((await call('PUT', id, 'second-factor', { code: '000000' })).body['code']).toBe('code-wrong');
    // Begun, and not turned on: nobody is locked out by that.
    await signInAs(started, 'setup@example.com', password);
    const secret = String(begun.body['secret']);
    expect((await call('PUT', id, 'second-factor', { code: codeOf(secret) })).status).toBe(200);
    expect((await call('POST', id, 'second-factor', { password })).body['code']).toBe('second-factor-on');
    expect((await call('POST', id, 'second-factor/removal', { password: 'guessed' })).status).toBe(422);
    expect((await call('POST', id, 'second-factor/removal', { password })).status).toBe(204);
    await signInAs(started, 'setup@example.com', password);
  });

  test('is asked for after a new password by mail just as before', async () => {
    const [email, next] = ['forgot@example.com', 'a new one of hers'];
    const { id, secret } = await withCodes(email);
    await started.database.pool.query('UPDATE users SET unconfirmed_since = NULL WHERE id = $1', [id]);
    await started.browser().submit('/identity/reset', { email });
    const hasLink = (mail: ReceivedMail) => textOf(mail).includes('/identity/reset/new');
    const mail = await waitUntil(
      () => started.mailServer.mails.find((one) => one.to.includes(email) && hasLink(one)),
      { describe: 'the link for a new password' },
    );
    const link = linkIn(mail);
    const token = new URL(link, started.publicOrigin).searchParams.get('token') ?? '';
    const done = await started.browser().submit('/identity/reset/new', { token, password: next });
    expect(done.status).toBe(200);
    const { page, submit } = await toCode(email, next);
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('six digits')]);
    expect((await submit(codeOf(secret))).url.pathname).toBe('/auth/callback');
  });

  test('leaves no secret in the database or the logs', async () => {
    const { secret, recoveryCodes } = await withCodes('sealed@example.com');
    const { rows } = await started.database.pool.query(
      `SELECT encode(sealed, 'escape') FROM second_factors UNION ALL SELECT encode(digest, 'escape') FROM recovery_codes`,
    );
    for (const word of [secret, ...recoveryCodes]) {
      expect(JSON.stringify(rows)).not.toContain(word);
      expect(JSON.stringify(started.lines)).not.toContain(word);
    }
  });
});

describe('whoever is signed in', () => {
  test('keeps a password for as long as they like: years later it opens the account as before', async () => {
    await somebody('years@example.com');
    const before = started.clock.aheadMs;
    started.clock.aheadMs = before + 5 * 365 * 24 * 3600_000;
    await started.database.pool.query(
      `UPDATE users SET created_at = created_at - interval '5 years' WHERE email_key = 'years@example.com'`,
    );
    try {
      const { tokens } = await signInAs(started, 'years@example.com', password);
      expect(tokens).toHaveProperty('access_token');
    } finally {
      started.clock.aheadMs = before;
    }
  });

  test('changes the password with the present one, and every sign-in ends', async () => {
    const id = await somebody('change@example.com');
    const { tokens } = await signInAs(started, 'change@example.com', password);
    const change = (body: object) => call('POST', id, 'password', body);
    const newPassword = 'another one in spring';
    expect((await change({ password: 'guessed', newPassword })).body['code']).toBe('wrong-password');
    expect((await change({ password, newPassword: 'password1' })).body).toMatchObject({
      code: 'password-refused',
      detail: expect.stringContaining('everybody tries first'),
    });
    expect((await change({ password, newPassword })).status).toBe(204);
    expect((await started.client.refresh(tokens['refresh_token'] ?? '')).status).toBe(400);
    await signInAs(started, 'change@example.com', newPassword);
  });

  test('is stopped after five wrong passwords', async () => {
    const id = await somebody('proving@example.com');
    const codes = [];
    for (let turn = 0; turn < 6; turn += 1)
      codes.push((await call('POST', id, 'second-factor', { password: `guess ${turn}` })).body['code']);
    expect(codes).toEqual([...Array(5).fill('wrong-password'), 'too-many-attempts']);
  });
});
