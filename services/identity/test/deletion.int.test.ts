import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents } from '@quayside/contracts';
import { basicCredentials, serviceCredentials } from '@quayside/http';
import { waitUntil } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { claimsOf, signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

const password = 'a password of hers';
let started: StartedIdentity;
let gateway: string;
let service: string;

beforeAll(async () => {
  started = await startIdentity();
  gateway = basicCredentials('quayside-gateway', started.config.GATEWAY_CLIENT_SECRET).authorization;
  service = serviceCredentials(started.config.INTERNAL_SECRET).authorization;
});
afterAll(() => started.stop());

const call = (method: string, path: string, authorization: string) =>
  fetch(`${started.serviceUrl}/internal/v1/users/${path}`, { method, headers: { authorization } });
const remove = (id: string, authorization = gateway) => call('DELETE', id, authorization);
/** Registered, and signed in on two machines. */
const somebody = async (name: string, email: string) => {
  const browser = started.browser();
  const page = await browser.get(started.client.authorize({ screen_hint: 'register' }).url);
  await browser.submit(page.url.href, { name, email, password });
  const { tokens } = await signInAs(started, email, password);
  return { id: String(claimsOf(tokens['access_token'])['sub']), tokens };
};
const securityEvents = (userId: string) =>
  started.database.pool.query('SELECT * FROM security_events WHERE user_id = $1', [userId]);
/** Every row of every table as text, but of those named. */
const everything = async (...butOf: readonly string[]): Promise<string> => {
  const { pool } = started.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_name <> ALL($1)`,
    [butOf],
  );
  const texts = tables.map(async ({ name }) => (await pool.query(`SELECT t::text FROM "${name}" t`)).rows);
  return JSON.stringify(await Promise.all(texts));
};

describe('a user', () => {
  test('is told to services that are to write to them, and all that is kept to the gateway alone', async () => {
    const { id } = await somebody('Tove Ask', 'tove@example.com');
    const known = await call('GET', id, service);
    expect(await known.json()).toEqual({
      ...{ id, name: 'Tove Ask', email: 'tove@example.com', locale: 'en' },
      emailConfirmed: false,
    });
    const account = await call('GET', `${id}/account`, gateway);
    expect(await account.json()).toEqual({
      ...{ id, name: 'Tove Ask', email: 'tove@example.com', locale: 'en', roles: ['shopper'], notes: [] },
      emailConfirmed: false,
      outsideSignIns: [],
      registeredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    expect((await call('GET', id, gateway)).status).toBe(401);
    expect((await call('GET', `${id}/account`, service)).status).toBe(401);
    const nobody = await call('GET', uuidv7(), service);
    expect([nobody.status, await nobody.json()]).toMatchObject([404, { code: 'user-not-found' }]);
  });
});

describe('a deleted account', () => {
  test('leaves nothing behind but one event that names nobody, and its id in the security log; no sign-in of it goes on', async () => {
    const { id, tokens } = await somebody('Eskil Varg', 'eskil@example.com');
    expect(await everything()).toContain('Eskil Varg');
    expect((await remove(id)).status).toBe(204);
    const left = await everything();
    expect(left).not.toMatch(/Eskil|eskil@/i);
    expect(await started.client.refresh(tokens['refresh_token'] ?? '')).toMatchObject({ status: 400 });
    await expect(signInAs(started, 'eskil@example.com', password)).rejects.toThrow();
    await started.identity.relay.drain();
    const isTheirs = ({ subject }: { subject: string }) => subject === id;
    const event = await started.events.waitFor(identityEvents.userDeleted, isTheirs);
    expect(event.data).toEqual({ userId: id, version: 2 });
    const kept = async () => JSON.stringify((await securityEvents(id)).rows);
    await waitUntil(async () => (await kept()) !== '[]', { describe: 'the security log of the account' });
    expect(await kept()).not.toMatch(/Eskil|eskil@/i);
    await waitUntil(async () => !(await everything('security_events')).includes(id), {
      describe: 'nothing else that has the id',
    });
  });

  test('may be deleted again, and is told of once; others stay', async () => {
    const [gone, other] = [
      await somebody('Ragna Bø', 'ragna@example.com'),
      await somebody('Other One', 'other@example.com'),
    ];
    const answers = await Promise.all([remove(gone.id), remove(gone.id), remove(gone.id)]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    await started.identity.relay.drain();
    await started.events.waitFor(identityEvents.userDeleted, ({ subject }) => subject === gone.id);
    expect(
      started.events.all(identityEvents.userDeleted).filter(({ subject }) => subject === gone.id),
    ).toHaveLength(1);
    expect(await started.client.refresh(other.tokens['refresh_token'] ?? '')).toMatchObject({ status: 200 });
  });

  test('is deleted by the gateway alone', async () => {
    const { id } = await somebody('Stays Here', 'stays@example.com');
    expect((await remove(id, service)).status).toBe(401);
    expect((await call('GET', id, service)).status).toBe(200);
  });

  test('frees its e-mail address for another account', async () => {
    const before = await somebody('First One', 'again@example.com');
    await remove(before.id);
    const after = await somebody('Second One', 'again@example.com');
    expect(after.id).not.toBe(before.id);
  });
});
