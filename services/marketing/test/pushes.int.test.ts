import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents, orderingEvents, type KnownOrder } from '@quayside/contracts';
import { startMailServer, waitUntil, type MailServer } from '@quayside/testkit';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { anOrder } from './an-order.ts';
import { playPushService, senderOf } from './played-push-service.ts';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

const path = '/api/v1/push-subscriptions';
const lines = [{ itemId: 7, quantity: 1 }];
const usd = (amount: number) => ({ amount, currency: 'USD' });
let mailServer: MailServer;
let pushService: Awaited<ReturnType<typeof playPushService>>;
let started: StartedMarketing;

beforeAll(async () => {
  mailServer = await startMailServer();
  pushService = await playPushService();
  started = await startMarketing({ smtpUrl: mailServer.url });
});
afterAll(async () => {
  await started.stop();
  await pushService.close();
  await mailServer.close();
});

const api = () => supertest(started.marketing.api.app);
const query = async <T extends object>(sql: string, values: unknown[] = []) =>
  (await started.database.pool.query<T>(sql, values)).rows;

/** Somebody with an account, or a guest, with an order of which the test says what happens. */
const buyer = async ({ isGuest = false, ...change }: Partial<KnownOrder> & { isGuest?: boolean } = {}) => {
  const [orderId, buyerId] = [uuidv7(), uuidv7()];
  const person = { id: buyerId, name: 'Signe Holm', email: `${buyerId}@example.com` };
  started.identity.know(buyerId, person);
  const guest = isGuest && { buyer: { ...person, isGuest }, guest: { locale: 'en', link: 'x' } };
  started.ordering.know(anOrder({ id: orderId, buyerId, ...guest, ...change }));
  const token = isGuest ? await started.minter.guest(buyerId) : await started.minter.shopper(person);
  const call = (method: 'get' | 'put', at = path) =>
    api()[method](at).set('authorization', `Bearer ${token}`);
  const ids = { orderId, buyerId };
  const about = { subject: orderId };
  const tell = {
    shipped: (version = 7) =>
      started.events.publish(orderingEvents.orderShipped, {
        ...about,
        data: { ...ids, shipmentId: 'parcel-1', lines, version },
      }),
    delivered: (version = 8) =>
      started.events.publish(orderingEvents.orderDelivered, {
        ...about,
        data: { ...ids, shipmentId: 'parcel-1', lines, version },
      }),
    refunded: (version = 12) =>
      started.events.publish(orderingEvents.orderRefunded, {
        ...about,
        data: { orderId, amount: usd(4900), version },
      }),
    declined: (version = 5) =>
      started.events.publish(orderingEvents.orderPaymentDeclined, {
        ...about,
        data: { ...ids, reason: 'declined', payUntil: '2026-03-14T09:56:53.000Z', version },
      }),
  };
  const pushes = () =>
    query<{ kind: string; state: string; outcome: string | null; attempts: number }>(
      `SELECT kind, state, outcome, attempts FROM pushes WHERE order_id = $1 ORDER BY kind, queued_at`,
      [orderId],
    );
  const settled = (count: number) =>
    waitUntil(
      async () => {
        const rows = await pushes();
        return rows.length === count && rows.every(({ state }) => state !== 'queued');
      },
      { describe: `${count} pushes to be settled` },
    );
  const subscribe = async (language: 'en' | 'de' = 'en') => {
    const browser = pushService.browser(language);
    const at = isGuest ? `${path}/orders/${orderId}` : path;
    await call('put', at).send(browser.body).expect(204);
    return browser;
  };
  return { ...ids, call, tell, pushes, settled, subscribe };
};
const handled = (eventId: string) =>
  waitUntil(async () => (await query('SELECT 1 FROM inbox WHERE event_id = $1', [eventId])).length === 1, {
    describe: 'the event to be handled',
  });
const declined = { reason: 'The card was declined', payUntil: '2026-03-14T09:56:53.000Z' };

describe('a buyer’s browser', () => {
  test('is told of each thing that happens to an order once, encrypted, signed, and without a person in it', async () => {
    const one = await buyer({ payment: { charged: usd(22_690), refunded: usd(0), declined } });
    const browser = await one.subscribe();
    await one.tell.declined();
    await one.tell.shipped();
    const event = await one.tell.delivered();
    await one.tell.refunded();
    await one.settled(8);
    expect(
      browser
        .read()
        .map(({ title }) => title)
        .sort(),
    ).toEqual([
      'Money went back to you',
      'Your parcel has arrived',
      'Your parcel is on its way',
      'Your payment did not go through',
    ]);
    for (const { body, path: to } of browser.read())
      expect([body, to]).toEqual(['Order QS-7K3M-9Q2F', `/orders/${one.orderId}`]);
    expect(JSON.stringify(browser.read())).not.toMatch(/Signe|@|lamp|Kajen/);
    const { publicKey } = (await api().get('/api/v1/push-offer').expect(200)).body as { publicKey: string };
    const [received] = browser.received();
    expect(received && senderOf(received)).toMatchObject({
      ...{ aud: pushService.origin, sub: 'mailto:crew@quayside.test', key: publicKey },
    });

    await started.events.republish(event);
    await query('DELETE FROM inbox WHERE event_id = $1', [event.id]);
    await started.events.republish(event);
    await handled(event.id);
    await one.tell.refunded(13);
    await one.settled(10);
    expect(browser.received()).toHaveLength(5);
  });

  test('reads German where its page was German, and each of somebody’s browsers is told', async () => {
    const one = await buyer();
    const [german, english] = [await one.subscribe('de'), await one.subscribe('en')];
    await one.tell.shipped();
    await one.settled(3);
    expect(german.read()).toMatchObject([
      {
        title: 'Ihr Paket ist unterwegs',
        body: 'Bestellung QS-7K3M-9Q2F',
        path: `/de/bestellungen/${one.orderId}`,
      },
    ]);
    expect(english.received()).toHaveLength(1);
  });

  test('is not told what is not so any more, nor of others’ orders', async () => {
    const [one, other] = [await buyer(), await buyer()];
    const browser = await one.subscribe();
    await one.tell.declined();
    await one.settled(1);
    await handled((await other.tell.shipped()).id);
    expect(await other.pushes()).toEqual([]);
    expect(browser.received()).toEqual([]);
  });

  test('of a guest is told of the one order that the guest placed', async () => {
    const one = await buyer({ isGuest: true });
    const browser = await one.subscribe();
    // By somebody else, who knows the number of the order and no more.
    const curious = await buyer({ isGuest: true });
    const nosy = pushService.browser('en');
    await curious.call('put', `${path}/orders/${one.orderId}`).send(nosy.body).expect(204);
    await one.tell.shipped();
    await one.settled(2);
    expect(browser.received()).toHaveLength(1);
    expect(nosy.received()).toEqual([]);
    await one.call('put').send(nosy.body).expect(403);
  });
});

describe('a push service', () => {
  test('that is busy gets the message again, under the same topic; once it took it, no more', async () => {
    const one = await buyer();
    const browser = await one.subscribe();
    pushService.answer(503);
    await one.tell.shipped();
    await waitUntil(() => browser.received().length === 1, { describe: 'the first attempt' });
    await waitUntil(async () => (await one.pushes())[1]?.state === 'queued', { describe: 'it to wait' });
    pushService.answer(201);
    await waitUntil(
      async () => {
        await query(
          `UPDATE pushes SET due_at = now() WHERE state = 'queued' AND due_at > now() + interval '1 second'`,
        );
        started.marketing.pushes.loop?.wake();
        return browser.received().length === 2;
      },
      { describe: 'the second attempt' },
    );
    await one.settled(2);
    expect((await one.pushes())[1]).toMatchObject({ outcome: 'sent', attempts: 2 });
    expect(new Set(browser.received().map(({ topic }) => topic)).size).toBe(1);
  });

  test('that breaks off after it has the message may have passed it on: it is not sent again', async () => {
    const one = await buyer();
    const browser = await one.subscribe();
    pushService.answer('break');
    await one.tell.shipped();
    await waitUntil(async () => (await one.pushes())[1]?.outcome === 'unclear', {
      describe: 'the end of it',
    });
    pushService.answer(201);
    await one.tell.delivered();
    await one.settled(4);
    expect(browser.received()).toHaveLength(2);
  });

  test.each([404, 410])('that answers %s has no such browser any more: it is forgotten', async (status) => {
    const one = await buyer();
    await one.subscribe();
    pushService.answer(status);
    await one.tell.shipped();
    await waitUntil(
      async () => ((await one.call('get').expect(200)).body as { items: unknown[] }).items.length === 0,
      { describe: 'the browser to be forgotten' },
    );
    pushService.answer(201);
  });
});

describe('subscriptions', () => {
  test('are listed without their addresses, end where the browser says so, and are ten at most', async () => {
    const one = await buyer();
    const browser = await one.subscribe();
    await one.call('put').send(browser.body).expect(204);
    const { items } = (await one.call('get').expect(200)).body as { items: object[] };
    expect(items).toEqual([
      { service: new URL(pushService.origin).host, language: 'en', subscribedAt: expect.any(String) },
    ]);
    await api().post(`${path}/end`).send({ endpoint: browser.body.endpoint }).expect(204);
    expect((await one.call('get')).body).toEqual({ items: [] });
    const browsers = [];
    for (let count = 0; count < 12; count += 1) browsers.push(await one.subscribe());
    expect(((await one.call('get')).body as { items: unknown[] }).items).toHaveLength(10);
    await one.tell.shipped();
    await one.settled(11);
    expect(browsers.map(({ received }) => received().length)).toEqual([0, 0, ...Array<number>(10).fill(1)]);
  });

  test('of a browser that somebody else signs in with are theirs', async () => {
    const [one, next] = [await buyer(), await buyer()];
    const browser = await one.subscribe();
    await next.call('put').send(browser.body).expect(204);
    expect((await one.call('get')).body).toEqual({ items: [] });
  });

  test.each([
    ['http://push.example.com/x'],
    ['https://10.0.0.1/x'],
    ['https://localhost/x'],
    ['https://me:word@push.example.com/x'],
  ])('do not lead to %s', async (endpoint) => {
    const one = await buyer();
    const { body } = pushService.browser('en');
    const answer = await one
      .call('put')
      .send({ ...body, endpoint })
      .expect(422);
    expect((answer.body as { code: string }).code).toBe('push-address-refused');
  });

  test('that are malformed are refused, each fault named', async () => {
    const one = await buyer();
    const { body } = pushService.browser('en');
    const faulty = { ...body, endpoint: 'push', keys: { p256dh: 'short', auth: body.keys.auth } };
    const answer = await one.call('put').send(faulty).expect(400);
    expect((answer.body as { errors: { path: string }[] }).errors.map(({ path: at }) => at)).toEqual([
      'body.endpoint',
      'body.keys.p256dh',
    ]);
  });

  test('are forgotten with the account, and none is made for one that is gone', async () => {
    const one = await buyer();
    const browser = await one.subscribe();
    await one.tell.shipped();
    await one.settled(2);
    const data = { userId: one.buyerId, version: 2 };
    await handled(
      (await started.events.publish(identityEvents.userDeleted, { subject: one.buyerId, data })).id,
    );
    await one.call('put').send(browser.body).expect(204);
    const kept = 'SELECT 1 FROM push_subscriptions WHERE owner_id = $1';
    expect(await query(kept, [one.buyerId])).toEqual([]);
    expect(await one.pushes()).toEqual([]);
  });

  test('of guests are forgotten after some months', async () => {
    const one = await buyer({ isGuest: true });
    await one.subscribe();
    const kept = () => query('SELECT 1 FROM push_subscriptions WHERE owner_id = $1', [one.buyerId]);
    await started.marketing.pushes.forgetOld();
    expect(await kept()).toHaveLength(1);
    await query(
      `UPDATE push_subscriptions SET subscribed_at = now() - interval '91 days' WHERE owner_id = $1`,
      [one.buyerId],
    );
    await started.marketing.pushes.forgetOld();
    expect(await kept()).toEqual([]);
  });
});

test('a shop without a key offers nothing', async () => {
  const without = await startMarketing({ smtpUrl: mailServer.url, env: { VAPID_PRIVATE_KEY: '' } });
  const { id, name, email } = { id: uuidv7(), name: 'Signe', email: 's@example.com' };
  const token = await without.minter.shopper({ id, name, email });
  expect((await supertest(without.marketing.api.app).get('/api/v1/push-offer').expect(200)).body).toEqual({});
  const answer = await supertest(without.marketing.api.app)
    .put(path)
    .set('authorization', `Bearer ${token}`)
    .send(pushService.browser('en').body)
    .expect(404);
  expect((answer.body as { code: string }).code).toBe('push-not-offered');
  await without.stop();
});

test('the log names no browser', () => {
  expect(JSON.stringify(started.lines)).not.toMatch(/\/push\/[0-9a-f]{24}/);
});
