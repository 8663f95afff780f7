import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderingEvents, type KnownOrder } from '@quayside/contracts';
import { headerOf, startMailServer, waitUntil, type MailServer } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { anOrder } from './an-order.ts';
import { htmlOf, textOf } from './mail-parts.ts';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

let mailServer: MailServer;
let started: StartedMarketing;

beforeAll(async () => {
  mailServer = await startMailServer();
  started = await startMarketing({ smtpUrl: mailServer.url });
});
afterAll(async () => {
  await started.stop();
  await mailServer.close();
});

const secret = `zik0zj.${'S'.repeat(43)}`;

/** Somebody of whom Identity knows nothing, with an order. */
const purchase = (change: Partial<KnownOrder> = {}) => {
  const [orderId, buyerId] = [uuidv7(), uuidv7()];
  const email = `${orderId}@example.com`;
  const know = (more: Partial<KnownOrder> = {}) =>
    started.ordering.know(
      anOrder({
        ...{ id: orderId, buyerId, buyer: { id: buyerId, name: 'Signe Holm', email, isGuest: true } },
        ...{ guest: { locale: 'en-GB', link: secret }, ...change, ...more },
      }),
    );
  know();
  const about = { subject: orderId };
  const total = { amount: 22_690, currency: 'USD' };
  const mails = () => mailServer.mails.filter(({ to }) => to.includes(email));
  const row = async () =>
    (await started.database.pool.query('SELECT state FROM mails WHERE order_id = $1', [orderId])).rows;
  return {
    ...{ orderId, know, mails, row },
    pay: () =>
      started.events.publish(orderingEvents.orderPaid, {
        ...about,
        data: { orderId, buyerId, lines: [{ itemId: 7, quantity: 1 }], total, version: 5 },
      }),
    askForLink: (version = 6) =>
      started.events.publish(orderingEvents.orderLinkRequested, {
        ...about,
        data: { orderId, buyerId, version },
      }),
    mail: async (index = 0) => {
      await waitUntil(() => mails().length > index, { describe: 'the mail' });
      const found = mails()[index];
      if (!found) throw new Error('no mail');
      return { subject: headerOf(found, 'Subject'), text: textOf(found), html: htmlOf(found) };
    },
  };
};

test('a guest is written to at the address of the order, with a link that opens it, and an account offered', async () => {
  const bought = purchase();
  await bought.pay();
  const { subject, text, html } = await bought.mail();
  expect(subject).toBe('Your order QS-7K3M-9Q2F is confirmed');
  for (const part of [text, html]) {
    expect(part).toContain(`http://shop.test/orders/${bought.orderId}#${secret}`);
    expect(part).toContain(`/auth/register?returnTo=%2Forders%2F${bought.orderId}`);
    expect(part).toContain('Invoice as PDF');
    expect(part).toContain('asks for your e-mail address first');
  }
});

test('who asks for a new link gets one mail for each that was asked for, in their language', async () => {
  const bought = purchase({ guest: { locale: 'de-CH', link: secret } });
  const event = await bought.askForLink(6);
  const { subject, text } = await bought.mail();
  expect(subject).toBe('Der Link zu Ihrer Bestellung QS-7K3M-9Q2F');
  expect(text).toContain(`/de/bestellungen/${bought.orderId}#${secret}`);
  await started.events.republish(event);
  await bought.askForLink(7);
  await bought.mail(1);
  expect(bought.mails()).toHaveLength(2);
});

test('a guest who is forgotten meanwhile is written nothing', async () => {
  const bought = purchase();
  const id = uuidv7();
  // As Ordering tells of a guest's order once the person is taken out of it.
  started.ordering.know({
    ...anOrder({ id: bought.orderId, buyerId: id }),
    buyer: { id, name: 'Former customer', email: '', isGuest: true },
  });
  await bought.askForLink();
  const next = purchase();
  await next.pay();
  await next.mail();
  await waitUntil(async () => (await bought.row()).length === 0, { describe: 'the mail to be dropped' });
  expect(bought.mails()).toEqual([]);
});

test('the table of mails and the log hold neither an address nor a link', async () => {
  const { rows } = await started.database.pool.query('SELECT to_jsonb(mails) AS mail FROM mails');
  expect(rows.length).toBeGreaterThan(2);
  expect(JSON.stringify([rows, started.lines])).not.toMatch(/Signe|example\.com|Kajen|SSSS/);
});
