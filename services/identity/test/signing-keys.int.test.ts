import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPassword } from '../src/main/demo-users.ts';
import { publishLeadSeconds, retiredSeconds } from '../src/domain/signing-key.ts';
import { createSecretSeals } from '../src/store/secret-seals.ts';
import { createSigningKeyStore } from '../src/store/signing-key-store.ts';
import { createEnsureSigningKey, createRotateSigningKey } from '../src/usecases/rotate-signing-key.ts';
import { headerOf, signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());

const publishedKids = async (): Promise<string[]> => {
  const visit = await started.browser().get('/identity/jwks');
  return (JSON.parse(visit.text) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
};
const seals = createSecretSeals(['dev-account-sealing-key'], 'signing key');
const store = () => createSigningKeyStore(started.database.pool, seals);
/** As the service's clock goes. */
const theirNow = () => new Date(Date.now() + started.clock.aheadMs);
const signingKid = async () => {
  const { tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
  return headerOf(tokens['access_token'])['kid'];
};

describe('signing keys', () => {
  test('starting many times at once makes one key', async () => {
    const { changeKeys } = store();
    const ensure = createEnsureSigningKey({ changeKeys, now: () => new Date() });
    await Promise.all(Array.from({ length: 5 }, () => ensure()));
    expect(await publishedKids()).toHaveLength(1);
  });

  test('have 3072 bits and more, and no exponent but the usual one', async () => {
    const visit = await started.browser().get('/identity/jwks');
    const { keys } = JSON.parse(visit.text) as { keys: { n: string; e: string }[] };
    expect(keys.map(({ e }) => e)).toEqual(['AQAB']);
    for (const { n } of keys) expect(Buffer.from(n, 'base64url').length * 8).toBeGreaterThanOrEqual(3072);
  });

  test('rotate: the next is published first, then signs, and the old one goes with its last token', async () => {
    const { changeKeys } = store();
    const [old] = await publishedKids();
    await createRotateSigningKey({ changeKeys, now: () => new Date() })();
    await started.identity.reloadKeys();
    const both = await publishedKids();
    const next = both.find((kid) => kid !== old);
    expect(both).toHaveLength(2);
    expect(await signingKid()).toBe(old);

    started.clock.aheadMs = (publishLeadSeconds + 1) * 1000;
    await started.identity.reloadKeys();
    expect(await signingKid()).toBe(next);
    expect(await publishedKids()).toEqual(expect.arrayContaining([old, next]));

    started.clock.aheadMs = (publishLeadSeconds + retiredSeconds + 1) * 1000;
    await started.identity.reloadKeys();
    expect(await publishedKids()).toEqual([next]);
    expect(await signingKid()).toBe(next);
  });

  test('are sealed in the database: who reads it can sign nothing', async () => {
    const { rows } = await started.database.pool.query('SELECT * FROM signing_keys');
    expect(rows.length).toBeGreaterThan(0);
    for (const { kid, private_jwk: inClear, sealed_jwk: sealed } of rows) {
      expect([inClear, sealed.toString('latin1').includes('"kty"')]).toEqual([null, false]);
      expect(JSON.parse(seals.open(sealed, kid))).toMatchObject({ kid, kty: 'RSA' });
      expect(() => seals.open(sealed, 'another')).toThrow('ACCOUNT_KEYS');
    }
  });

  test('of before they were sealed sign on, and are sealed at the next rotation; what has ended goes', async () => {
    const { pool } = started.database;
    const [kid] = await publishedKids();
    const [{ privateJwk } = { privateJwk: {} }] = await store().publishedKeys(theirNow());
    await pool.query('UPDATE signing_keys SET private_jwk = $2, sealed_jwk = NULL WHERE kid = $1', [
      kid,
      privateJwk,
    ]);
    await started.identity.reloadKeys();
    expect(await signingKid()).toBe(kid);
    await createRotateSigningKey({ changeKeys: store().changeKeys, now: theirNow })();
    const { rows } = await pool.query('SELECT kid, private_jwk, expires_at FROM signing_keys');
    expect(rows.map(({ private_jwk: inClear }) => inClear)).toEqual(rows.map(() => null));
    expect(rows.map((row) => row.kid)).toContain(kid);
    await started.identity.reloadKeys();
    expect(await publishedKids()).toContain(kid);
  });
});
