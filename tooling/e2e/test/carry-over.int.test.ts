import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { tailTopics } from '@quayside/messaging';
import { waitUntil } from '@quayside/testkit';
import { BSON } from 'mongodb';
import pg from 'pg';
import { loadFormerShop, type LoadedShop } from '../src/first-release/load.ts';
import { openShop } from '../src/first-release/open-shop.ts';
import { createShopClient } from '../src/shop-client.ts';

const root = join(import.meta.dirname, '../../..');
const accountKeys = 'a-key-of-the-test-that-seals-what-is-secret';

interface FormerOrder {
  _id: string;
  buyerId: string;
  state: { status: string; totals: object; lines: object[]; history: object[]; version: number };
}
/** Only to end what hangs: a loaded machine starts processes slowly, and each run starts ten. */
const limitMs = 600_000;
let shop: LoadedShop;
let formerOrders: FormerOrder[];

const environment = () => ({
  NODE_ENV: 'development',
  KAFKA_BROKERS: shop.address.brokers,
  KAFKA_TOPIC_PREFIX: shop.address.topicPrefix,
  IDENTITY_DATABASE_URL: shop.identity.url,
  CATALOG_DATABASE_URL: shop.catalog.url,
  MARKETING_DATABASE_URL: shop.marketing.url,
  BASKET_REDIS_URL: shop.redis.url,
  ORDERING_MONGODB_URL: shop.mongo.url,
  IDENTITY_ACCOUNT_KEYS: accountKeys,
});

/** The command as an operator runs it; `killAt` ends it and what it started as soon as it says so. */
const carryOver = async (options: { env?: Record<string, string>; killAt?: RegExp } = {}) => {
  const child = spawn(process.execPath, ['tooling/system/src/carry-over/main.ts'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...(options.env ?? environment()) },
  });
  let [said, complained] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (options.killAt?.test(said) && child.pid) process.kill(-child.pid, 'SIGKILL');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said, complained };
};

/** All that stands in the topics; none of them is made by looking. */
const allMessages = async (): Promise<{ topic: string; text: string }[]> => {
  const { kafka } = shop;
  const admin = await (await kafka.driver()).admin();
  const topics = (await admin.listTopics()).filter((name) => name.startsWith(kafka.topicPrefix));
  const { waiting } = await admin.lagOf(kafka.prefixed('nobody'), topics);
  await admin.close();
  const seen: { topic: string; text: string }[] = [];
  const tail = await tailTopics(kafka, {
    topics: topics.map((name) => name.slice(kafka.topicPrefix.length)),
    onMessage: ({ topic, value }) => seen.push({ topic, text: String(value) }),
  });
  await waitUntil(() => seen.length >= waiting, { describe: `${waiting} messages` });
  await tail.close();
  return seen;
};

const namesOfPeople = /Ines Marlow|Signe Holm|Aksel Brandt|Strandgade|quayside\.test/;

/** What must be the same after a run that changes nothing. */
const everything = async () => {
  const query = async (pool: pg.Pool, sql: string) => (await pool.query(sql)).rows as object[];
  return {
    users: await query(shop.identity.pool, 'SELECT * FROM users ORDER BY id'),
    keys: await query(shop.identity.pool, 'SELECT kid, sealed_jwk FROM signing_keys ORDER BY kid'),
    stock: await query(shop.catalog.pool, 'SELECT * FROM stock ORDER BY item_id'),
    toTell: await query(shop.catalog.pool, 'SELECT * FROM outbox ORDER BY position'),
    campaigns: await query(shop.marketing.pool, 'SELECT * FROM campaigns ORDER BY id'),
    orders: await shop.mongo.db.collection('orders').find().sort({ _id: 1 }).toArray(),
    settings: await shop.mongo.db.collection('salesSettings').find().toArray(),
    customers: await shop.mongo.db.collection('customers').find().sort({ _id: 1 }).toArray(),
    baskets: await shop.redis.redis.keys('basket:*').then((keys) => keys.toSorted()),
    topics: (await allMessages()).map(({ topic, text }) => `${topic} ${text}`).toSorted(),
  };
};

jest.setTimeout(limitMs);

beforeAll(async () => {
  shop = await loadFormerShop();
  formerOrders = BSON.EJSON.parse(shop.former.mongodb['orders'] ?? '[]') as FormerOrder[];
});
afterAll(() => shop?.close());

test('what is missing and what is in the way is said at once, and nothing is changed', async () => {
  expect(await carryOver({ env: { NODE_ENV: 'development' } })).toMatchObject({
    code: 78,
    complained: expect.stringMatching(
      /IDENTITY_DATABASE_URL is missing[^]*BASKET_REDIS_URL is missing[^]*ORDERING_MONGODB_URL is missing/,
    ),
  });
  const { member } = await shop.join('ordering');
  const client = new pg.Client({ connectionString: shop.marketing.url, application_name: 'marketing' });
  await client.connect();
  const refused = await carryOver();
  await client.end();
  await member.leave();
  expect(refused).toMatchObject({ code: 78, said: '' });
  expect(refused.complained).toContain('ordering still runs: its consumer group has 1 member(s)');
  expect(refused.complained).toContain('marketing still runs: it has 1 connection(s)');
  expect(
    await shop.mongo.db.collection('orders').findOne({ 'state.progress': { $exists: true } }),
  ).toBeNull();
  expect((await allMessages()).some(({ text }) => namesOfPeople.test(text))).toBe(true);
});

describe('a shop of release 0.1, carried over', () => {
  test('is carried over by a run that was killed and one after it, and a third changes nothing', async () => {
    const killed = await carryOver({ killAt: /catalog:/ });
    expect(killed).toMatchObject({ code: null, complained: '' });
    expect(killed.said).not.toContain('The shop is carried over');
    const again = await carryOver();
    expect(again).toMatchObject({ code: 0, complained: '' });
    expect(again.said).toMatch(new RegExp(`ordering: +orders ${formerOrders.length}, carried over `));
    const before = await everything();
    const third = await carryOver();
    expect(third).toMatchObject({ code: 0, complained: '' });
    expect(third.said).toMatch(/identity: +migrations 0, topics deleted 0, accounts 3, admins 1/);
    expect(third.said).toMatch(/carried over 0, listed 0, customers counted 0/);
    expect(await everything()).toEqual(before);
  });

  test('has every order with its number, lines, amounts and history', async () => {
    const { orders } = shop.former.told;
    const statusOf: Record<string, string> = {
      ...{ paid: 'paid', declined: 'cancelled', refunded: 'cancelled', cancelled: 'cancelled' },
      ...{ soldOut: 'cancelled', taken: 'paid', refunding: 'refunding', confirmed: 'stock-confirmed' },
      ...{ waiting: 'awaiting-validation', submitted: 'submitted' },
    };
    expect(
      Object.fromEntries(
        Object.entries(orders).map(([name, id]) => [
          name,
          formerOrders.find(({ _id }) => _id === id)?.state.status,
        ]),
      ),
    ).toEqual(statusOf);
    for (const { _id, state } of formerOrders) {
      const now = await shop.mongo.db
        .collection<{ _id: string; state: typeof state & { price: object } }>('orders')
        .findOne({ _id });
      const { totals, lines, history } = state;
      expect(now?.state).toMatchObject({ totals, lines, history, price: { totals } });
    }
  });

  test('has its stock, on the shelf and reserved', async () => {
    const { rows } = await shop.catalog.pool.query<{
      id: number;
      on_hand: number;
      reserved: number;
      sold: number;
    }>('SELECT item_id AS id, on_hand, reserved, sold FROM stock ORDER BY item_id');
    const was = (shop.former.postgres['catalog']?.tables['stock'] ?? []) as Record<string, number>[];
    const figure = (row: Record<string, number>, name: string) => row[name] ?? 0;
    expect(rows).toEqual(
      was
        .map((row) => ({
          id: figure(row, 'item_id'),
          on_hand: figure(row, 'initial') + figure(row, 'received') - figure(row, 'sold'),
          reserved: figure(row, 'reserved'),
          sold: figure(row, 'sold'),
        }))
        .toSorted((one, other) => one.id - other.id),
    );
    expect(rows.some(({ reserved }) => reserved > 0)).toBe(true);
  });

  test('has nothing of anybody in its topics, nor a signing key in clear', async () => {
    const messages = await allMessages();
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.filter(({ text }) => namesOfPeople.test(text))).toEqual([]);
    const { rows } = await shop.identity.pool.query(
      'SELECT count(*)::int AS all, count(private_jwk)::int AS clear FROM signing_keys',
    );
    expect(rows).toEqual([{ all: expect.any(Number), clear: 0 }]);
  });

  test('opens: people sign in with their passwords, see their orders and baskets, and what was under way goes on', async () => {
    const opened = await openShop(shop, { ACCOUNT_KEYS: accountKeys });
    try {
      const { orders, accounts, baskets, basketKeys } = shop.former.told;
      const clients = accounts.map(({ email }) => ({ email, client: createShopClient(opened.origin) }));
      for (const [at, { email, client }] of clients.entries())
        await client.signIn(email, accounts[at]?.password);
      const [shopper, admin, third] = clients.map(({ client }) => client);
      if (!shopper || !admin || !third) throw new Error('three accounts were made');
      const ids = (await Promise.all([shopper, admin, third].map((one) => one.orders()))).flatMap(
        ({ body }) => body.items.map(({ id }) => id),
      );
      expect(ids.toSorted()).toEqual(formerOrders.map(({ _id }) => _id).toSorted());
      expect((await admin.call('GET', '/api/v1/sales-settings')).body).toMatchObject({
        countries: expect.arrayContaining([expect.objectContaining({ country: 'DK', currencies: ['USD'] })]),
      });

      const becomes = (client: typeof shopper, id: string | undefined, status: string) =>
        waitUntil(async () => (await client.order(id ?? '')).body.status === status, {
          describe: `${id} to be ${status}`,
          timeoutMs: 60_000,
        });
      await becomes(shopper, orders['confirmed'], 'paid');
      await becomes(third, orders['waiting'], 'paid');
      await becomes(admin, orders['submitted'], 'paid');

      const basket = await waitUntil(
        async () => {
          const { status, body } = await shopper.basket();
          return status === 200 && body.items.every(({ available }) => available) && body;
        },
        { describe: 'the basket with its stock', timeoutMs: 60_000 },
      );
      expect(basket.items.map(({ itemId, quantity }) => ({ itemId, quantity }))).toEqual(baskets['shopper']);
      // The eight percent of before, on the goods alone.
      const { items, discount, tax } = basket.totals;
      expect(tax.amount).toBe(Math.round((items.amount - discount.amount) * 0.08));
      const guests = await shop.redis.redis.hget(basketKeys['guest'] ?? '', 'lines');
      expect(JSON.parse(guests ?? '[]')).toMatchObject(baskets['guest'] ?? [{}]);
      const campaigns = (await shopper.ask('GET /api/v1/campaigns', {})).body;
      expect(JSON.stringify(campaigns)).toContain('Equinox gales');
      expect(JSON.stringify(campaigns)).toContain('The mending bench');

      const bought = await shopper.checkoutWith();
      expect(bought.status).toBe(202);
      await becomes(shopper, bought.body.orderId, 'paid');
      const messages = await allMessages();
      expect(messages.filter(({ text }) => namesOfPeople.test(text))).toEqual([]);
      expect(messages.filter(({ topic }) => topic.endsWith('.dlt'))).toEqual([]);
    } finally {
      await opened.close();
    }
  });
});
