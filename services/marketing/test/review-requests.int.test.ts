import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents, orderingEvents, type KnownOrder } from '@quayside/contracts';
import { headerOf, startMailServer, waitUntil, type MailServer } from '@quayside/testkit';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { anOrder } from './an-order.ts';
import { htmlOf, oneClickOf, textOf } from './mail-parts.ts';
import { playItems } from './play-items.ts';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

const path = '/api/v1/mail-choices';
const dayMs = 24 * 60 * 60 * 1000;
let mailServer: MailServer;
let started: StartedMarketing;
let later = 0;

beforeAll(async () => {
  mailServer = await startMailServer();
  started = await startMarketing({
    smtpUrl: mailServer.url,
    env: { REVIEW_REQUEST_AFTER_DAYS: '10' },
    now: () => new Date(Date.now() + later),
  });
  // Of the two things of the order one has a page.
  await playItems(() => started).sell(true, 1, 7);
});
afterAll(async () => {
  await started.stop();
  await mailServer.close();
});

const api = () => supertest(started.marketing.api.app);
const rowsOf = async (orderId: string) => {
  const { rows } = await started.database.pool.query<{ state: string; days: number }>(
    `SELECT state, round(extract(epoch FROM due_at - queued_at) / 86400)::int AS days
       FROM mails WHERE order_id = $1 AND kind = 'review-request'`,
    [orderId],
  );
  return rows;
};
/** Somebody whose order has arrived. */
const delivered = async (change: Partial<KnownOrder> = {}, locale = 'en-GB', buyerId = uuidv7()) => {
  const orderId = uuidv7();
  const email = `${buyerId}@example.com`;
  const name = 'Signe Holm';
  started.identity.know(buyerId, { name, email, locale });
  started.ordering.know(anOrder({ id: orderId, buyerId, status: 'delivered', ...change }));
  const arrive = async (shipmentId: string, version: number) => {
    const { id } = await started.events.publish(orderingEvents.orderDelivered, {
      subject: orderId,
      data: { orderId, buyerId, shipmentId, lines: [{ itemId: 7, quantity: 1 }], version },
    });
    await waitUntil(
      async () => {
        const sql = 'SELECT 1 FROM inbox WHERE event_id = $1';
        return (await started.database.pool.query(sql, [id])).rowCount === 1;
      },
      { describe: 'the parcel to be known' },
    );
  };
  await arrive('parcel-1', 8);
  await waitUntil(async () => (await rowsOf(orderId)).length === 1, { describe: 'the mail to be queued' });
  const token = await started.minter.shopper({ id: buyerId, name, email });
  const call = (method: 'get' | 'put') => api()[method](path).set('authorization', `Bearer ${token}`);
  const asked = () =>
    mailServer.mails.filter(
      (mail) => mail.to.includes(email) && /What is it like|Wie gef/.test(textOf(mail)),
    );
  return { orderId, buyerId, arrive, call, asked };
};
const afterDays = (days: number): void => {
  later = days * dayMs;
  started.marketing.mailLoop.wake();
};
const gone = (orderId: string) =>
  waitUntil(async () => (await rowsOf(orderId)).length === 0, { describe: 'the mail to be dropped' });

describe('days after an order arrived its buyer', () => {
  test('is asked once what it is like, however many parcels came', async () => {
    later = 0;
    const { orderId, arrive, asked } = await delivered();
    await arrive('parcel-2', 9);
    expect(await rowsOf(orderId)).toEqual([{ state: 'queued', days: 10 }]);
    afterDays(10.1);
    await waitUntil(() => asked().length === 1, { describe: 'the mail' });
    const [mail] = asked();
    if (!mail) throw new Error('no mail');
    expect(headerOf(mail, 'Subject')).toBe('What is it like?');
    expect(textOf(mail)).toContain('http://shop.test/products/lamp-7#reviews');
    expect(textOf(mail)).not.toContain('smock');
    expect(htmlOf(mail)).toContain('Skerry deck lamp');
    await waitUntil(async () => (await rowsOf(orderId))[0]?.state === 'sent', { describe: 'it to be sent' });
    await arrive('parcel-3', 10);
    expect(await rowsOf(orderId)).toHaveLength(1);
  });

  test('is asked in German where the account is', async () => {
    later = 0;
    const { asked } = await delivered({}, 'de');
    afterDays(10.1);
    await waitUntil(() => asked().length === 1, { describe: 'the mail' });
  });

  test.each<[string, Partial<KnownOrder>]>([
    ['sent it back', { status: 'returned' }],
    [
      'has no account',
      {
        guest: { locale: 'en', link: 'x' },
        buyer: { id: uuidv7(), name: 'G', email: 'g@example.com', isGuest: true },
      },
    ],
    [
      'bought what has no page any more',
      { items: anOrder({ id: uuidv7(), buyerId: uuidv7() }).items.slice(1) },
    ],
  ])('is not asked who %s', async (_who, change) => {
    later = 0;
    const { orderId, asked } = await delivered(change);
    afterDays(10.1);
    await gone(orderId);
    expect(asked()).toEqual([]);
  });

  test('is not asked who chose so, in the account or by the link of a mail', async () => {
    later = 0;
    const one = await delivered();
    expect((await one.call('get').expect(200)).body).toEqual({ reviewRequests: true });
    const chosen = await one.call('put').send({ reviewRequests: false }).expect(200);
    expect(chosen.body).toEqual({ reviewRequests: false });
    afterDays(10.1);
    await gone(one.orderId);
    expect(one.asked()).toEqual([]);

    later = 0;
    const other = await delivered();
    afterDays(10.1);
    await waitUntil(() => other.asked().length === 1, { describe: 'the mail' });
    const [mail] = other.asked();
    const link = /\/mails\/end#(\S+)/.exec(mail ? textOf(mail) : '')?.[1] ?? '';
    const end = (given: string) => api().post(`${path}/end`).send({ link: given });
    expect((await end(`${link.slice(0, -4)}AAAA`).expect(404)).body.code).toBe('stock-link-invalid');
    await end(link).expect(204);
    expect((await other.call('get').expect(200)).body).toEqual({ reviewRequests: false });
    expect((await other.call('put').send({ reviewRequests: 'no' }).expect(400)).body.code).toBe(
      'malformed-request',
    );
  });

  test('is not asked again who pressed the button that their mail program has for it', async () => {
    later = 0;
    const { buyerId, asked, call } = await delivered({}, 'de');
    afterDays(10.1);
    await waitUntil(() => asked().length === 1, { describe: 'the mail' });
    const [mail] = asked();
    if (!mail) throw new Error('no mail');
    const { pathname, search, searchParams } = oneClickOf(mail);
    const opened = await api().get(`${pathname}${search}`).expect(303);
    expect(opened.headers['location']).toBe(
      `http://shop.test/de/nachrichten/end#${searchParams.get('link')}`,
    );
    expect((await call('get').expect(200)).body).toEqual({ reviewRequests: true });
    const press = (address: string) =>
      api().post(address).type('form').send({ 'List-Unsubscribe': 'One-Click' });
    await press(`${pathname}${search.slice(0, -4)}AAAA`).expect(404);
    for (let presses = 0; presses < 2; presses += 1) await press(`${pathname}${search}`).expect(204);
    expect((await call('get').expect(200)).body).toEqual({ reviewRequests: false });

    later = 0;
    const next = await delivered({}, 'de', buyerId);
    afterDays(10.1);
    await gone(next.orderId);
    expect(asked()).toHaveLength(1);
  });

  test('is forgotten with the account', async () => {
    later = 0;
    const { orderId, buyerId, call } = await delivered();
    await call('put').send({ reviewRequests: true }).expect(200);
    await started.events.publish(identityEvents.userDeleted, {
      subject: buyerId,
      data: { userId: buyerId, version: 2 },
    });
    await gone(orderId);
    await call('put').send({ reviewRequests: false }).expect(200);
    const kept = await started.database.pool.query('SELECT 1 FROM mail_choices WHERE user_id = $1', [
      buyerId,
    ]);
    expect(kept.rowCount).toBe(0);
  });
});
