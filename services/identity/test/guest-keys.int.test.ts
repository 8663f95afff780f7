import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { sweepExpired } from '../src/store/sweep-expired.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

let started: StartedIdentity;
let key: JWK;

const newKey = async (): Promise<JWK & { d?: string }> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'ES256', use: 'sig' };
};
const publicOf = ({ d: _, ...half }: JWK): JWK => half;

beforeAll(async () => {
  started = await startIdentity();
  key = publicOf(await newKey());
});
afterAll(() => started.stop());

const hand = (body: unknown, credentials = `quayside-gateway:${started.config.GATEWAY_CLIENT_SECRET}`) =>
  fetch(`${started.serviceUrl}/internal/v1/guest-keys`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    },
    body: JSON.stringify(body),
  });
const published = async (): Promise<JWK[]> => {
  const answer = await fetch(`${started.serviceUrl}/identity/guest-jwks`);
  return ((await answer.json()) as { keys: JWK[] }).keys;
};

describe('a key of guests', () => {
  test('that the gateway hands over is published, once however often it comes', async () => {
    expect((await hand(key)).status).toBe(204);
    expect((await hand(key)).status).toBe(204);
    expect(await published()).toEqual([key]);
  });

  test.each([
    ['nobody', ''],
    ['a wrong secret', 'quayside-gateway:guess'],
    ['another client', `quayside-machine:${'dev-machine-client-secret'}`],
  ])('from %s is refused', async (_who, credentials) => {
    const before = await published();
    const answer = await hand(publicOf(await newKey()), credentials);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      401,
      'unauthenticated',
    ]);
    expect(await published()).toEqual(before);
  });

  test.each<[string, (fresh: JWK) => unknown]>([
    ['with its private half', (fresh) => fresh],
    ['of another kind', (fresh) => ({ ...publicOf(fresh), alg: 'HS256', kty: 'oct', k: 'c2VjcmV0' })],
    ['without a name', (fresh) => ({ ...publicOf(fresh), kid: undefined })],
    ['that is no object', () => 'key'],
  ])('%s is refused', async (_what, made) => {
    const before = await published();
    expect((await hand(made(await newKey()))).status).toBe(400);
    expect(await published()).toEqual(before);
  });

  test('that no gateway has named for a month goes', async () => {
    await started.database.pool.query(`UPDATE guest_keys SET published_at = now() - interval '31 days'`);
    const current = publicOf(await newKey());
    await hand(current);
    await sweepExpired(started.database.pool);
    expect(await published()).toEqual([current]);
  });

  test('is unavailable, not unknown, while the database is away', async () => {
    await started.link.cut();
    const answer = await fetch(`${started.serviceUrl}/identity/guest-jwks`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  });
});
