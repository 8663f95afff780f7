import { afterAll, expect, test } from '@jest/globals';
import { apiAudience, createTokenVerifier } from '@quayside/http';
import { catalogEvents } from '@quayside/contracts';
import {
  captureLogs,
  createEventSpy,
  createTokenMinter,
  testDatabase,
  testKafka,
  testMongo,
  testRedis,
  waitUntil,
} from '../src/index.ts';

const opened: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of opened.reverse()) await close();
});

test('two Postgres databases do not see each other', async () => {
  const [one, other] = [await testDatabase(), await testDatabase()];
  opened.push(one.drop, other.drop);
  await one.pool.query('CREATE TABLE only_here (id int)');
  const { rows } = await other.pool.query(`SELECT to_regclass('only_here') AS found`);
  expect(rows).toEqual([{ found: null }]);
});

test('two logical Redis databases do not see each other', async () => {
  const [one, other] = [await testRedis(), await testRedis()];
  opened.push(one.close, other.close);
  await one.redis.set('key', 'value');
  expect(await other.redis.get('key')).toBeNull();
});

test('a MongoDB database takes transactions', async () => {
  const mongo = await testMongo();
  opened.push(mongo.drop);
  await mongo.client.withSession((session) =>
    session.withTransaction(() => mongo.db.collection('things').insertOne({ name: 'rope' }, { session })),
  );
  expect(await mongo.db.collection('things').countDocuments()).toBe(1);
});

test('a spy sees what it publishes, and a message nobody can parse', async () => {
  const spy = await createEventSpy({ ...testKafka(), topics: ['catalog.events.v1'] });
  opened.push(spy.close);
  const sent = await spy.publish(catalogEvents.itemRemoved, {
    subject: '7',
    data: { itemId: 7, version: 2 },
  });
  await spy.send({ topic: 'catalog.events.v1', key: '7', value: 'not json', headers: {} });
  const { topic: _, ...event } = sent;
  expect(await spy.waitFor(catalogEvents.itemRemoved, ({ data }) => data.itemId === 7)).toEqual(event);
  const message = await spy.waitForMessage(
    'catalog.events.v1',
    ({ value }) => value?.toString() === 'not json',
  );
  expect(message.key?.toString()).toBe('7');
  await expect(spy.waitFor(catalogEvents.itemChanged, () => true, 50)).rejects.toThrow(
    /No fitting quayside\.catalog\.item-changed\.v1; seen: /,
  );
});

test('minted tokens pass the verifier of the services, each in its role', async () => {
  const minter = await createTokenMinter();
  opened.push(minter.close);
  const verifier = createTokenVerifier({
    audience: apiAudience,
    issuers: [
      { issuer: minter.issuer, keys: { uri: minter.jwksUri }, kind: 'user' },
      { issuer: minter.guestIssuer, keys: { uri: minter.guestJwksUri }, kind: 'guest' },
    ],
  });
  expect(await verifier.verify(await minter.admin({ id: 'someone' }))).toMatchObject({
    id: 'someone',
    kind: 'user',
    scopes: ['shop', 'admin'],
    roles: ['shopper', 'admin'],
  });
  expect(await verifier.verify(await minter.guest('4711'))).toMatchObject({
    id: 'guest:4711',
    kind: 'guest',
  });
  await expect(verifier.verify(await minter.shopper({ expiresIn: -60 }))).rejects.toThrow(
    'The access token is not valid',
  );
});

test('captured log lines can be read', () => {
  const { logger, lines } = captureLogs();
  logger.warn({ orderId: 'o-1' }, 'stock is short');
  expect(lines).toEqual([expect.objectContaining({ level: 'warn', orderId: 'o-1', msg: 'stock is short' })]);
});

test('waiting in vain names what was waited for and the last failure', async () => {
  const failing = waitUntil(() => Promise.reject(new Error('no connection')), {
    timeoutMs: 20,
    describe: 'a miracle',
  });
  await expect(failing).rejects.toMatchObject({
    message: 'Waited 20 ms in vain for a miracle',
    cause: new Error('no connection'),
  });
});
