import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accountHolder } from './account-holder.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

// That one is made and signs in is tested with a browser and its authenticator: tooling/e2e/test/passkeys.e2e.test.ts.

const password = 'rope and tar and salt';
let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());

const { call, register: somebody } = accountHolder(() => started, password);
const optionsIn = (page: string) =>
  JSON.parse(
    (/data-options="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&#34;', '"'),
  ) as { challenge: string; userVerification: string; rpId: string; allowCredentials?: unknown[] };
const answer = (id: string, challenge: string, origin = started.publicOrigin) => {
  const clientData = { type: 'webauthn.get', challenge, origin, crossOrigin: false };
  return JSON.stringify({
    ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
    response: {
      clientDataJSON: Buffer.from(JSON.stringify(clientData)).toString('base64url'),
      authenticatorData: Buffer.alloc(37).toString('base64url'),
      signature: Buffer.alloc(64).toString('base64url'),
      userHandle: 'x',
    },
  });
};
const refusals = () =>
  started.lines.flatMap((line) => {
    const noted = line['security'] as { reason?: string } | undefined;
    return noted?.reason === 'passkey-refused' ? [noted] : [];
  });

describe('adding a passkey', () => {
  test('asks for the password, and for a key that stays on the device and knows whose it is', async () => {
    const id = await somebody('begin@example.com');
    expect((await call('POST', id, 'passkeys/begin', { password: 'guessed' })).body['code']).toBe(
      'wrong-password',
    );
    const { body } = await call('POST', id, 'passkeys/begin', { password });
    expect(body['options']).toMatchObject({
      rp: { id: 'shop.test', name: 'Quayside' },
      user: { id: Buffer.from(id).toString('base64url'), name: 'begin@example.com' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    });
  });

  test('is refused with what no authenticator made, or ten minutes late', async () => {
    const id = await somebody('forged@example.com');
    const { body } = await call('POST', id, 'passkeys/begin', { password });
    const made = { until: body['until'], name: 'Mine', response: { id: 'x', response: {} } };
    expect((await call('POST', id, 'passkeys', made)).body['code']).toBe('passkey-refused');
    started.clock.aheadMs = 11 * 60_000;
    expect((await call('POST', id, 'passkeys', made)).body['code']).toBe('passkey-refused');
    started.clock.aheadMs = 0;
    expect((await call('GET', id, 'protection')).body['passkeys']).toEqual([]);
    expect((await call('POST', id, 'passkeys', { ...made, name: '' })).status).toBe(400);
  });

  test('one that is not there, or not of this account, is neither renamed nor removed', async () => {
    const id = await somebody('none@example.com');
    const path = 'passkeys/AAAAAAAAAAAAAAAAAAAAAA';
    expect((await call('PUT', id, path, { name: 'Other' })).body['code']).toBe('passkey-not-found');
    expect((await call('POST', id, `${path}/removal`, { password })).body['code']).toBe('passkey-not-found');
    expect((await call('POST', id, `${path}/removal`, { password: 'x' })).body['code']).toBe(
      'wrong-password',
    );
  });
});

describe('signing in with a passkey', () => {
  const toSignIn = async () => {
    const browser = started.browser();
    const { url, text } = await browser.get(started.client.authorize().url);
    const at = url.pathname.replace(/\/sign-in$/, '');
    return {
      options: optionsIn(text),
      submit: (fields: Record<string, string>) => browser.submit(`${at}/passkey`, fields),
    };
  };

  test('is asked for by a challenge of its own, of any key of the shop, from whoever it knows', async () => {
    const [one, other] = [await toSignIn(), await toSignIn()];
    expect(one.options).toMatchObject({ rpId: 'shop.test', userVerification: 'required' });
    expect(one.options.allowCredentials ?? []).toEqual([]);
    expect(Buffer.from(one.options.challenge, 'base64url')).toHaveLength(32);
    expect(one.options.challenge).not.toBe(other.options.challenge);
  });

  test('is refused to a key that nobody has, which is on record', async () => {
    started.lines.length = 0;
    const { options, submit } = await toSignIn();
    const page = await submit({ response: answer('AAAAAAAAAAAAAAAAAAAAAA', options.challenge) });
    expect([page.status, page.text]).toEqual([401, expect.stringContaining('does not open an account here')]);
    expect(refusals()).toMatchObject([{ event: 'authn_login_fail', address: '203.0.113.7' }]);
  });

  test('is refused to whoever has the id of a key, and not the key', async () => {
    const id = await somebody('stolen@example.com');
    const key = 'BBBBBBBBBBBBBBBBBBBBBB';
    await started.database.pool.query(
      `INSERT INTO passkeys (id, user_id, name, public_key, counter, is_synced, created_at)
       VALUES ($1, $2, 'Mine', $3, 0, false, now())`,
      [key, id, Buffer.from('a5010203262001215820' + '11'.repeat(32) + '225820' + '22'.repeat(32), 'hex')],
    );
    started.lines.length = 0;
    const { options, submit } = await toSignIn();
    expect((await submit({ response: answer(key, options.challenge) })).status).toBe(401);
    expect((await submit({ response: answer(key, options.challenge, 'https://evil.example') })).status).toBe(
      401,
    );
    expect(refusals()).toMatchObject([{ onUserId: id }, { onUserId: id }]);
  });

  test.each(['', 'x', '[]', 'null', '{}', '{"id":{"a":1}}'])(
    'is not disturbed by the answer %j',
    async (response) => {
      const { submit } = await toSignIn();
      expect([400, 401]).toContain((await submit({ response })).status);
    },
  );

  test('beside a password needs the proof that it was right', async () => {
    const { options, submit } = await toSignIn();
    const page = await submit({
      response: answer('AAAAAAAAAAAAAAAAAAAAAA', options.challenge),
      proof: 'made up',
    });
    expect([page.status, page.text]).toEqual([400, expect.stringContaining('begin anew')]);
  });
});
