import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keyAudience, type ApiKey, type AuditPage, type MadeApiKey } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import { claimsOf } from './sign-in-as.ts';
import { staffCalls } from './staff-calls.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

const path = '/api/v1/admin/identity/api-keys';
let started: StartedIdentity;
let call: Awaited<ReturnType<typeof staffCalls>>['call'];

beforeAll(async () => {
  started = await startIdentity();
  ({ call } = await staffCalls(started));
});
afterAll(() => started.stop());

const make = async (more: object = {}) => {
  const answer = await call('POST', path, {
    body: { name: 'The warehouse', scopes: ['stock:write', 'catalog:read'], days: 30, ...more },
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as MadeApiKey;
};
const list = async () => ((await (await call('GET', path)).json()) as { items: ApiKey[] }).items;
const find = async (id: string) => (await list()).find((key) => key.id === id);
const revoke = async (id: string) => (await (await call('DELETE', `${path}/${id}`)).json()) as ApiKey;

const askToken = async (id: string, secret: string, fields: Record<string, string> = {}) => {
  const answer = await fetch(`${started.serviceUrl}/identity/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      'x-forwarded-proto': 'http',
      'x-forwarded-host': new URL(started.publicOrigin).host,
    },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'stock:write catalog:read',
      ...fields,
    }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
};
const refused = { status: 401, body: { error: 'invalid_client' } };

describe('an API key', () => {
  test('gets a token of ten minutes for its own audience, with its scopes and no role', async () => {
    const { id, secret } = await make();
    const { status, body } = await askToken(id, secret);
    expect([status, Number(body['expires_in'])]).toEqual([200, 600]);
    expect(claimsOf(body['access_token'])).toMatchObject({
      ...{ sub: id, client_id: id, aud: keyAudience, name: 'The warehouse', roles: [] },
      scope: 'stock:write catalog:read',
    });
  });

  test('gets no more than it was made for, whatever it asks for', async () => {
    const { id, secret } = await make({ scopes: ['catalog:read'] });
    const { body } = await askToken(id, secret, { scope: 'catalog:read orders:read shop admin openid' });
    expect(claimsOf(body['access_token'])['scope']).toBe('catalog:read');
    expect(await askToken(id, secret, { resource: 'urn:quayside:api' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_target' },
    });
    const other = await started.client.clientCredentials(started.config.MACHINE_CLIENT_SECRET, 'stock:write');
    expect(claimsOf(other.body['access_token'])['scope']).toBeUndefined();
  });

  test('is nothing without its secret, of which only a digest is kept', async () => {
    const { id, secret } = await make();
    expect(await askToken(id, `${secret}x`)).toMatchObject(refused);
    expect(await askToken(crypto.randomUUID(), secret)).toMatchObject(refused);
    const { rows } = await started.database.pool.query('SELECT * FROM api_keys WHERE id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(await askToken(id, String(rows[0].secret_digest))).toMatchObject(refused);
    expect(JSON.stringify(await list())).not.toContain(secret);
    expect(JSON.stringify(started.lines)).not.toContain(secret);
  });

  test('opens no page of a person: no code, no session, no other grant', async () => {
    const { id, secret } = await make();
    expect(await askToken(id, secret, { grant_type: 'refresh_token', refresh_token: 'x' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    });
  });

  test('shows when it was used last', async () => {
    const { id, secret } = await make();
    expect(await find(id)).not.toHaveProperty('lastUsedAt');
    await askToken(id, secret);
    const used = await waitUntil(async () => (await find(id))?.lastUsedAt, { describe: 'its use' });
    expect(Date.parse(used)).toBeGreaterThan(Date.now() - 60_000);
  });

  test('ends when it is revoked, once, and on record', async () => {
    const { id, secret } = await make();
    const first = await revoke(id);
    expect(first).toMatchObject({ state: 'revoked', revokedAt: expect.any(String) });
    expect(await revoke(id)).toEqual(first);
    expect(await askToken(id, secret)).toMatchObject(refused);
    const audit = await call('GET', `/api/v1/admin/identity/audit?entity=api-key&entityId=${id}`);
    expect(((await audit.json()) as AuditPage).items).toMatchObject([
      { action: 'revoked' },
      { action: 'created', after: { name: 'The warehouse', scopes: ['stock:write', 'catalog:read'] } },
    ]);
  });

  test('ends by itself', async () => {
    const { id, secret } = await make({ days: 1 });
    expect((await askToken(id, secret)).status).toBe(200);
    await started.database.pool.query(
      `UPDATE api_keys SET expires_at = now() - INTERVAL '1 minute' WHERE id = $1`,
      [id],
    );
    expect(await askToken(id, secret)).toMatchObject(refused);
    expect(await find(id)).toMatchObject({ state: 'expired' });
  });

  test('is made by an admin who signed in lately, for something, and not for ever', async () => {
    const status = async (body: object, as = 'admin') => (await call('POST', path, { as, body })).status;
    const good = { name: 'A till', scopes: ['orders:read'], days: 30 };
    for (const as of ['support', 'merchandiser', 'shopper']) expect(await status(good, as)).toBe(403);
    expect(await status({ ...good, scopes: [] })).toBe(400);
    expect(await status({ ...good, scopes: ['admin'] })).toBe(400);
    expect(await status({ ...good, days: 4000 })).toBe(400);
    expect(await status({ ...good, name: ' ' })).toBe(400);
    expect((await call('DELETE', `${path}/01980000-0000-7000-8000-000000000000`)).status).toBe(404);
    started.clock.aheadMs = 16 * 60_000;
    try {
      // The token has ended as well by then; either way it is 401.
      expect(await status(good)).toBe(401);
    } finally {
      started.clock.aheadMs = 0;
    }
  });
});
