import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { catalogEvents, identityEvents, orderingEvents, topics } from '@quayside/contracts';
import {
  createEventSpy,
  createTokenMinter,
  headerOf,
  playIdentity,
  startMailServer,
  testDatabase,
  testKafka,
  testLink,
  waitUntil,
  type EventSpy,
  type MailServer,
  type PlayedIdentity,
  type TestDatabase,
  type TestLink,
} from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { createMailQueue } from '../src/store/mail-store.ts';
import { anOrder } from './an-order.ts';
import { marketingEnvironment } from './marketing-environment.ts';
import { playOrdering } from './played-ordering.ts';
import { playPushService } from './played-push-service.ts';

let kafka: ReturnType<typeof testKafka>;
let database: TestDatabase;
let events: EventSpy;
let mailServer: MailServer | undefined;
let link: TestLink | undefined;
let identity: PlayedIdentity;
let authConfig: Record<string, string>;
let ordering: Awaited<ReturnType<typeof playOrdering>>;
const children: ChildProcess[] = [];
/** What those that ended of themselves, which none is to, had to say. */
const gaveUp: string[] = [];

beforeEach(async () => {
  kafka = testKafka();
  database = await testDatabase();
  identity = await playIdentity();
  ({ authConfig } = await createTokenMinter());
  ordering = await playOrdering();
  events = await createEventSpy({ ...kafka, topics: Object.values(topics) });
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await link?.close();
  await mailServer?.close();
  await events.close();
  await identity.close();
  await ordering.close();
  await database.drop();
  expect(gaveUp.splice(0)).toEqual([]);
});

const start = (entry: string, smtpUrl: string) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main', entry)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database.url,
      BASKET_URL: 'http://127.0.0.1:9',
      ...marketingEnvironment(kafka, smtpUrl),
      ...identity.config,
      ...authConfig,
      ...ordering.config,
      NODE_ENV: 'test',
      SEED_DEMO_DATA: 'true',
      PORT: '0',
    },
  });
  children.push(child);
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  child.once('exit', (code) => {
    if (code) gaveUp.push(`${entry} ended with ${code}: ${said}`);
  });
  return { child, exited: new Promise<number | null>((resolve) => child.once('exit', resolve)) };
};

describe('the processes', () => {
  test('migrate again and again, and with that announce each demo campaign once', async () => {
    for (let run = 0; run < 2; run += 1)
      expect(await start('migrate.ts', 'smtp://127.0.0.1:1').exited).toBe(0);
    const { rows } = await database.pool.query<{ type: string }>(
      `SELECT event->>'type' AS type FROM outbox ORDER BY position`,
    );
    const both = ['quayside.marketing.campaign-changed.v2', 'quayside.marketing.campaign-changed.v1'];
    expect(rows.map(({ type }) => type)).toEqual([...both, ...both]);
  });

  test('started before the migration, wait for it and lose no event', async () => {
    mailServer = await startMailServer();
    const { mails } = mailServer;
    start('marketing.ts', mailServer.url);
    const userId = uuidv7();
    const data = { userId, version: 1 };
    identity.know(userId, { name: 'Early Bird', email: 'early@example.com' });
    await events.publish(identityEvents.userConfirmed, { subject: userId, data });
    expect(await start('migrate.ts', mailServer.url).exited).toBe(0);
    await waitUntil(() => mails.length === 1, { describe: 'the welcome mail' });
    expect(mails[0]?.to).toEqual(['early@example.com']);
  });

  test('killed while the mail server is away, send the mail once it is back: once', async () => {
    expect(await start('migrate.ts', 'smtp://127.0.0.1:1').exited).toBe(0);
    mailServer = await startMailServer();
    const { mails } = mailServer;
    link = await testLink(mailServer.url);
    link.cut();
    const first = start('marketing.ts', link.url);
    const userId = uuidv7();
    const data = { userId, version: 1 };
    identity.know(userId, { name: 'Signe Holm', email: 'signe@example.com' });
    await events.publish(identityEvents.userConfirmed, { subject: userId, data });
    const attempts = async () => {
      const { rows } = await database.pool.query<{ attempts: number }>('SELECT attempts FROM mails');
      return rows[0]?.attempts ?? 0;
    };
    await waitUntil(async () => (await attempts()) === 1, { describe: 'the first attempt' });
    first.child.kill('SIGKILL');
    await first.exited;
    link.mend();
    await database.pool.query('UPDATE mails SET due_at = now()');
    start('marketing.ts', link.url);
    await waitUntil(
      async () => {
        const { rows } = await database.pool.query(`SELECT 1 FROM mails WHERE state = 'sent'`);
        return rows.length === 1;
      },
      { describe: 'the mail to be sent' },
    );
    expect(mails.map(({ to }) => to)).toEqual([['signe@example.com']]);
  });
});

test('killed again and again while an order goes its way, tell of each step once', async () => {
  expect(await start('migrate.ts', 'smtp://127.0.0.1:1').exited).toBe(0);
  mailServer = await startMailServer();
  const { mails } = mailServer;
  const [buyerId, orderId] = [uuidv7(), uuidv7()];
  identity.know(buyerId, { name: 'Signe Holm', email: 'signe@example.com' });
  ordering.know(anOrder({ id: orderId, buyerId }));
  const lines = [{ itemId: 7, quantity: 1 }];
  const total = { amount: 22_690, currency: 'USD' };
  const parcel = { orderId, buyerId, shipmentId: 'parcel-1', lines };
  const tell = [
    () =>
      events.publish(orderingEvents.orderPaid, {
        subject: orderId,
        data: { orderId, buyerId, lines, total, version: 5 },
      }),
    () => events.publish(orderingEvents.orderShipped, { subject: orderId, data: { ...parcel, version: 7 } }),
    () =>
      events.publish(orderingEvents.orderDelivered, { subject: orderId, data: { ...parcel, version: 8 } }),
  ];
  const rows = async () =>
    (await database.pool.query<{ state: string }>('SELECT state FROM mails')).rows.map(({ state }) => state);
  for (const [index, publish] of tell.entries()) {
    // The first process gets as far as its mail, or not: it is killed as soon as the mail is queued.
    const { child, exited } = start('marketing.ts', mailServer.url);
    await publish();
    await waitUntil(async () => (await rows()).length > index, { describe: 'the mail to be queued' });
    child.kill('SIGKILL');
    await exited;
    // A lease of the dead process ends.
    await database.pool.query(`UPDATE mails SET due_at = now() WHERE state = 'queued'`);
  }
  start('marketing.ts', mailServer.url);
  await waitUntil(async () => (await rows()).every((state) => state === 'sent'), {
    describe: 'all mails to be sent',
  });
  // Between the server's word and the mark in the database a kill repeats a mail: then under the same Message-ID.
  const ids = new Set(mails.map((mail) => headerOf(mail, 'Message-ID')));
  expect(ids.size).toBe(3);
  expect(await rows()).toHaveLength(3);
});

test('killed again and again while an item comes back, tell whoever waits for it once', async () => {
  expect(await start('migrate.ts', 'smtp://127.0.0.1:1').exited).toBe(0);
  mailServer = await startMailServer();
  const { mails } = mailServer;
  const { pool } = database;
  const [accountId, watcherId] = [uuidv7(), uuidv7()];
  identity.know(accountId, { name: 'Signe Holm', email: 'signe@example.com' });
  await pool.query(
    `INSERT INTO stocked_items (id, name, slug, picture_url, active, version, stock_version)
     VALUES (7, 'Skerry deck lamp', 'skerry-deck-lamp', '/picture', true, 1, 1)`,
  );
  await pool.query(`INSERT INTO stock_watchers (id, account_id, link_key) VALUES ($1, $2, 'a2V5')`, [
    watcherId,
    accountId,
  ]);
  await pool.query(
    `INSERT INTO stock_requests (id, watcher_id, item_id, asked_at, confirmed_at) VALUES ($1, $2, 7, now(), now())`,
    [uuidv7(), watcherId],
  );
  const count = async (table: string) => (await pool.query(`SELECT 1 FROM ${table}`)).rowCount;
  const publish = (version: number) =>
    events.publish(catalogEvents.stockChanged, {
      subject: '7',
      data: { itemId: 7, available: version, version },
    });
  for (let version = 2; version < 5; version += 1) {
    const { child, exited } = start('marketing.ts', mailServer.url);
    await publish(version);
    await waitUntil(
      async () =>
        (await pool.query('SELECT 1 FROM stocked_items WHERE stock_version = $1', [version])).rowCount === 1,
      { describe: 'the event to be handled' },
    );
    child.kill('SIGKILL');
    await exited;
    await pool.query(`UPDATE mails SET due_at = now() WHERE state = 'queued'`);
  }
  start('marketing.ts', mailServer.url);
  await waitUntil(async () => (await count('stock_requests')) === 0, { describe: 'the request to be gone' });
  expect(new Set(mails.map((mail) => headerOf(mail, 'Message-ID'))).size).toBe(1);
  expect([await count('stock_watchers'), await count('mails')]).toEqual([0, 0]);
});

test('killed while a push service has a message and has not answered, never send it again', async () => {
  expect(await start('migrate.ts', 'smtp://127.0.0.1:1').exited).toBe(0);
  mailServer = await startMailServer();
  const pushService = await playPushService();
  const [orderId, buyerId] = [uuidv7(), uuidv7()];
  ordering.know(anOrder({ id: orderId, buyerId }));
  const { body } = pushService.browser('en');
  await database.pool.query(
    `INSERT INTO push_subscriptions (id, endpoint, p256dh, auth, language, owner_id, subscribed_at)
     VALUES ($1, $2, $3, $4, 'en', $5, now() - interval '1 minute')`,
    [uuidv7(), body.endpoint, body.keys.p256dh, body.keys.auth, buyerId],
  );
  pushService.answer('never');
  const { child, exited } = start('marketing.ts', mailServer.url);
  await events.publish(orderingEvents.orderShipped, {
    subject: orderId,
    data: { orderId, buyerId, shipmentId: 'parcel-1', lines: [{ itemId: 7, quantity: 1 }], version: 7 },
  });
  await waitUntil(() => pushService.requests.length === 1, { describe: 'the message to be there' });
  child.kill('SIGKILL');
  await exited;
  pushService.answer(201);
  await database.pool.query(`UPDATE pushes SET due_at = now() - interval '1 hour'`);
  start('marketing.ts', mailServer.url);
  await events.publish(orderingEvents.orderDelivered, {
    subject: orderId,
    data: { orderId, buyerId, shipmentId: 'parcel-1', lines: [{ itemId: 7, quantity: 1 }], version: 8 },
  });
  await waitUntil(() => pushService.requests.length === 2, { describe: 'the next message' });
  expect(
    pushService.requests.map(({ topic }) => topic).filter((topic, at, all) => all.indexOf(topic) !== at),
  ).toEqual([]);
  await pushService.close();
});

test('two senders at once take different mails, and a mail under way belongs to one until its lease ends', async () => {
  expect(await start('migrate.ts', 'smtp://127.0.0.1:1').exited).toBe(0);
  for (let count = 0; count < 20; count += 1) {
    const id = uuidv7();
    await database.pool.query('INSERT INTO users (id) VALUES ($1)', [id]);
    await database.pool.query(`INSERT INTO mails (id, user_id, kind) VALUES ($1, $2, 'welcome')`, [
      uuidv7(),
      id,
    ]);
  }
  const queue = createMailQueue({ pool: database.pool, now: () => new Date() });
  const claim = () => queue.claim(['welcome'], { limit: 1, leaseMs: 60_000 });
  // Ten connections that are there already, so that ten claim at the same moment.
  await Promise.all(Array.from({ length: 10 }, () => database.pool.query('SELECT pg_sleep(0.1)')));
  const claimed = await Promise.all(Array.from({ length: 30 }, claim));
  const ids = claimed.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(20);
  expect(await claim()).toEqual([]);
  await database.pool.query(`UPDATE mails SET due_at = now() - interval '1 second' WHERE id = $1`, [ids[0]]);
  expect(await claim()).toMatchObject([{ id: ids[0], attempt: 2 }]);
});
