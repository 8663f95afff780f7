import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { waitUntil } from '@quayside/testkit';
import request from 'supertest';
import { bodyOf } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

/** A tenth: 6 registrations of all in a minute are an attack, 3 messages, and 10 registrations of one address are refused. */
const environment = { TRUSTED_PROXY_HOPS: '1', LIMIT_FACTOR: '0.1' };
const closing: TestGateway[] = [];

let addresses = 0;
/** Each visitor of an attack is at an address of their own. */
const freshAddress = () => `198.51.100.${(addresses += 1)}`;

const start = async (options: Parameters<typeof startTestGateway>[0] = {}) => {
  const gateway = await startTestGateway({ environment, ...options });
  closing.push(gateway);
  return gateway;
};

const replicaOf = async (of: TestGateway) => {
  const replica = await start({ redisUrl: of.redisUrl });
  // Until it is connected it knows of nothing but its own.
  await waitUntil(async () => (await fetch(`${replica.management}/readyz`)).ok, {
    describe: 'the replica to be ready',
  });
  return replica;
};

const send = (to: TestGateway, path: string, headers: Record<string, string> = {}) =>
  fetch(to.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...{ 'x-forwarded-for': freshAddress(), 'sec-fetch-site': 'same-origin', 'x-csrf': '1' },
      ...{ 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      ...headers,
    },
    body: 'name=Una',
  });
const registerPath = '/identity/interaction/some-uid/register';
const register = (to: TestGateway, proof?: string, headers: Record<string, string> = {}) => {
  const query = proof === undefined ? '' : `?proof-of-work=${encodeURIComponent(proof)}`;
  return send(to, registerPath + query, headers);
};
const write = (to: TestGateway, headers: Record<string, string> = {}) =>
  send(to, '/api/v1/contact-messages', { 'idempotency-key': 'k', ...headers });

const ask = (to: TestGateway, action: string) =>
  fetch(`${to.origin}/api/v1/proof-of-work/${action}`, { headers: { 'x-forwarded-for': freshAddress() } });
const proofOf = (challenge: unknown, solution: unknown) =>
  Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
const taskOf = async (to: TestGateway, action: string) => (await (await ask(to, action)).json()) as Challenge;
const solved = async (to: TestGateway, action: string) => {
  const challenge = await taskOf(to, action);
  return proofOf(challenge, await solveChallenge({ challenge, deriveKey }));
};

const attack = async (to: TestGateway) => {
  for (let n = 0; n < 7; n += 1) await register(to);
};
const notesOf = (to: TestGateway) =>
  (to.lines.flatMap(({ security }) => security ?? []) as { reason?: string }[]).filter(({ reason }) =>
    reason?.startsWith('attack-'),
  );
const gaugeOf = async (to: TestGateway) =>
  /gateway_under_attack\{[^}]*action="registration"[^}]*\} (\d)/.exec(
    await (await fetch(`${to.management}/metrics`)).text(),
  )?.[1];

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await start();
});
afterAll(() => Promise.all(closing.map((each) => each.close())));

test('while there is no attack, nothing is asked', async () => {
  for (const action of ['registration', 'reset', 'contact', 'sign-in'])
    expect((await ask(gateway, action)).status).toBe(204);
  expect((await ask(gateway, 'search')).status).toBe(400);
  expect((await register(gateway)).status).not.toBe(403);
});

test('many who register from everywhere are an attack, which is noted once; it asks nothing of what else is done', async () => {
  await attack(gateway);
  const refused = await register(gateway);
  expect(refused.status).toBe(403);
  expect(await bodyOf(refused)).toMatchObject({ code: 'proof-of-work-missing' });
  expect(notesOf(gateway)).toMatchObject([{ reason: 'attack-begun', detail: { action: 'registration' } }]);
  expect(await gaugeOf(gateway)).toBe('1');
  expect((await ask(gateway, 'contact')).status).toBe(204);
  expect((await write(gateway)).status).toBe(200);
  const replica = await replicaOf(gateway);
  expect((await register(replica)).status).toBe(403);
  expect(notesOf(replica)).toEqual([]);
});

test('one address alone brings no proofs on, nor does all of one network of IPv6', async () => {
  const shop = await start();
  for (let n = 1; n <= 9; n += 1) {
    const [one, other] = ['192.0.2.77', `2001:db8:0:1::${n}`];
    expect((await register(shop, undefined, { 'x-forwarded-for': one })).status).not.toBe(403);
    expect((await register(shop, undefined, { 'x-forwarded-for': other })).status).not.toBe(403);
  }
  expect((await ask(shop, 'registration')).status).toBe(204);
  expect((await register(shop)).status).not.toBe(403);
  expect(notesOf(shop)).toEqual([]);
  await attack(shop);
  expect((await register(shop)).status).toBe(403);
});

test('a person without scripts reads what to do, in both languages', async () => {
  const { status, text } = await request(gateway.origin).post(registerPath).set({
    'x-forwarded-for': freshAddress(),
    'sec-fetch-site': 'same-origin',
    'sec-fetch-mode': 'navigate',
  });
  expect(status).toBe(403);
  expect(text).toContain('try again in ten minutes, or write to us');
  expect(text).toContain('href="/de/kontakt"');
});

test('a browser that did what is asked passes, once', async () => {
  const proof = await solved(gateway, 'registration');
  expect((await register(gateway, proof)).status).not.toBe(403);
  const again = await register(gateway, proof);
  expect(again.status).toBe(403);
  expect(await bodyOf(again)).toMatchObject({ code: 'proof-of-work-refused', reason: 'used' });
  const replica = await replicaOf(gateway);
  expect(await bodyOf(await register(replica, proof))).toMatchObject({ reason: 'used' });
});

test('what was computed for something else, tampered with, or made up does not count', async () => {
  for (let n = 0; n < 5; n += 1) await write(gateway);
  const ofContact = await solved(gateway, 'contact');
  expect(await bodyOf(await register(gateway, ofContact))).toMatchObject({
    ...{ code: 'proof-of-work-refused', reason: 'of-another-action' },
  });
  expect((await write(gateway, { 'x-proof-of-work': ofContact })).status).toBe(200);
  const passedOn = gateway.marketing.calls.at(-1);
  expect(passedOn?.headers['x-proof-of-work']).toBeUndefined();

  const task = await taskOf(gateway, 'registration');
  const solution = await solveChallenge({ challenge: task, deriveKey });
  const easier = { ...task, parameters: { ...task.parameters, keyPrefix: '00' } };
  const later = { ...task, parameters: { ...task.parameters, expiresAt: 9_999_999_999 } };
  const guess = { counter: 1, derivedKey: `${task.parameters.keyPrefix}${'0'.repeat(32)}` };
  for (const proof of [
    ...[proofOf(easier, solution), proofOf(later, solution), proofOf(task, guess)],
    ...['nonsense', proofOf({}, {}), proofOf({ ...task, signature: 'ab' }, solution)],
  ]) {
    const answer = await register(gateway, proof);
    expect(answer.status).toBe(403);
    expect(await bodyOf(answer)).toMatchObject({ code: 'proof-of-work-refused', reason: 'wrong' });
  }
});

test('a task of another shop does not count, nor one that is too old', async () => {
  const old = await start({ proofTimes: { taskMs: -2_000 } });
  await attack(old);
  const proof = await solved(old, 'registration');
  expect(await bodyOf(await register(old, proof))).toMatchObject({ reason: 'expired' });
  const elsewhere = await start({
    environment: { ...environment, GATEWAY_CLIENT_SECRET: 'the secret of another shop' },
  });
  await attack(elsewhere);
  expect(await bodyOf(await register(gateway, await solved(elsewhere, 'registration')))).toMatchObject({
    reason: 'wrong',
  });
});

test('once it is over nothing is asked any more, and that is noted', async () => {
  const shop = await start({ proofTimes: { attackMs: 400 } });
  await attack(shop);
  await waitUntil(async () => notesOf(shop).some(({ reason }) => reason === 'attack-over'), {
    describe: 'the end of the attack to be noted',
  });
  expect(notesOf(shop).map(({ reason }) => reason)).toEqual(['attack-begun', 'attack-over']);
  expect((await ask(shop, 'registration')).status).toBe(204);
  expect(await gaugeOf(shop)).toBe('0');
});

test('while Redis is away each replica sees and ends its own', async () => {
  const lonely = await start({ redisUrl: 'redis://127.0.0.1:1' });
  await attack(lonely);
  expect(await bodyOf(await register(lonely))).toMatchObject({ code: 'proof-of-work-missing' });
  const proof = await solved(lonely, 'registration');
  expect((await register(lonely, proof)).status).not.toBe(403);
  expect(await bodyOf(await register(lonely, proof))).toMatchObject({ reason: 'used' });
});
