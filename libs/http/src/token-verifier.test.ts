import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { createTokenVerifier, type TokenVerifier } from './token-verifier.ts';

const issuer = 'http://shop.test/identity';
const guestIssuer = 'http://shop.test/guest';
let keys: Record<'RS256' | 'PS256', CryptoKey>;
let stranger: CryptoKey;
let strangersKey: JWK;
let strangersKeys: string;
let askedForThem = 0;
let server: Server;
let verifier: TokenVerifier;

beforeAll(async () => {
  const pairs = { RS256: await generateKeyPair('RS256'), PS256: await generateKeyPair('PS256') };
  keys = { RS256: pairs.RS256.privateKey, PS256: pairs.PS256.privateKey };
  const strangers = await generateKeyPair('RS256');
  stranger = strangers.privateKey;
  strangersKey = { ...(await exportJWK(strangers.publicKey)), alg: 'RS256', kid: 'RS256', use: 'sig' };
  const jwks: JWK[] = [];
  for (const alg of ['RS256', 'PS256'] as const)
    jwks.push({ ...(await exportJWK(pairs[alg].publicKey)), alg, kid: alg, use: 'sig' });
  server = createServer(({ url }, res) => {
    if (url === '/stranger') askedForThem += 1;
    res.end(JSON.stringify({ keys: url === '/stranger' ? [strangersKey] : jwks }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const jwksUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  strangersKeys = `${jwksUri}/stranger`;
  verifier = createTokenVerifier({
    audience: 'quayside-api',
    issuers: [
      { issuer, keys: { uri: jwksUri }, kind: 'user' },
      { issuer: guestIssuer, keys: { uri: jwksUri }, kind: 'guest' },
    ],
  });
});
afterAll(() => {
  jest.useRealTimers();
  server.closeAllConnections();
  server.close();
});

interface Token {
  typ?: string;
  alg?: 'RS256' | 'PS256';
  key?: CryptoKey;
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
}

/** A token nothing is wrong with but what a test says. */
const tokenWith = ({
  typ = 'at+jwt',
  alg = 'RS256',
  key = keys[alg],
  claims = {},
  header = {},
}: Token = {}) => {
  const now = Math.floor(Date.now() / 1000);
  const good = { iss: issuer, aud: 'quayside-api', sub: 'u-1', scope: 'shop', exp: now + 300 };
  return new SignJWT({ ...good, ...claims }).setProtectedHeader({ ...header, alg, typ, kid: alg }).sign(key);
};

test('a token of the issuer says who calls', async () => {
  expect(await verifier.verify(await tokenWith())).toMatchObject({
    id: 'u-1',
    kind: 'user',
    scopes: ['shop'],
  });
});

test('the issuer of guests is believed that somebody is a guest, and no more', async () => {
  const claims = { iss: guestIssuer, sub: 'guest:1', scope: 'shop admin', roles: ['admin'], name: 'Boss' };
  expect(await verifier.verify(await tokenWith({ claims }))).toEqual({
    id: 'guest:1',
    kind: 'guest',
    name: '',
    email: '',
    roles: [],
    scopes: ['shop'],
    expiresAt: expect.any(Number),
  });
});

test.each<[string, () => Token]>([
  ['of another kind, such as an ID token', () => ({ typ: 'JWT' })],
  ['for another audience', () => ({ claims: { aud: 'quayside-gateway' } })],
  ['of another issuer', () => ({ claims: { iss: 'http://evil.test' } })],
  ['by an algorithm we do not use', () => ({ alg: 'PS256' })],
  ['by the key of a stranger', () => ({ key: stranger })],
  ['that says itself where its key is', () => ({ key: stranger, header: { jku: strangersKeys } })],
  ['that brings its key along', () => ({ key: stranger, header: { jwk: strangersKey } })],
  ['that has expired', () => ({ claims: { exp: 1 } })],
  ['that never expires', () => ({ claims: { exp: undefined } })],
  ['of nobody', () => ({ claims: { sub: undefined } })],
])('a token %s is refused', async (_what, token) => {
  await expect(verifier.verify(await tokenWith(token()))).rejects.toThrow('The access token is not valid');
  expect(askedForThem).toBe(0);
});

test('a token that was good is refused once it has expired', async () => {
  const token = await tokenWith();
  await verifier.verify(token);
  jest.useFakeTimers({ now: Date.now() + 301_000, doNotFake: ['nextTick', 'setImmediate'] });
  await expect(verifier.verify(token)).rejects.toThrow('The access token is not valid');
});

test('a token of an API key is that of a machine, whatever else it says, and a guest has none', async () => {
  const claims = { aud: 'quayside-integrations', sub: 'key', client_id: 'key', name: 'A till' };
  const token = await tokenWith({
    claims: { ...claims, roles: ['admin'], scope: 'stock:write shop admin', email: 'a@b.test' },
  });
  expect(await verifier.verify(token)).toMatchObject({
    ...{ id: 'key', kind: 'machine', name: 'A till', email: '', roles: [], scopes: ['stock:write'] },
  });
  const person = await tokenWith({ claims: { ...claims, sub: 'somebody' } });
  expect((await verifier.verify(person)).kind).toBe('machine');
  await expect(verifier.verify(await tokenWith({ claims: { ...claims, iss: guestIssuer } }))).rejects.toThrow(
    'The access token is not valid',
  );
});
