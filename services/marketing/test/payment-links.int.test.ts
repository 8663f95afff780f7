import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { basketEvents, type MailedDraftOrder } from '@quayside/contracts';
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

const draft = (change: Partial<MailedDraftOrder> = {}) => {
  const id = uuidv7();
  const email = `${id}@example.com`;
  const { items, price, shippingAddress } = anOrder({ id, buyerId: uuidv7() });
  const known = {
    id,
    name: 'Signe Holm',
    email,
    language: 'en',
    link: secret,
    items,
    price,
    shippingAddress,
  };
  const mails = () => mailServer.mails.filter(({ to }) => to.includes(email));
  return {
    id,
    mails,
    know: () => started.basket.know({ ...known, until: '2027-01-05T10:00:00.000Z', ...change }),
    ask: (version: number) =>
      started.events.publish(basketEvents.paymentLinkRequested, {
        subject: id,
        data: { orderId: id, at: new Date().toISOString(), version },
      }),
    mail: async (index = 0) => {
      await waitUntil(() => mails().length > index, { describe: 'the mail' });
      const found = mails()[index];
      if (!found) throw new Error('no mail');
      return { subject: headerOf(found, 'Subject'), text: textOf(found), html: htmlOf(found) };
    },
  };
};

test('a link that staff send is mailed once for each time, with what is to be paid and where it goes', async () => {
  const { id, know, ask, mail, mails } = draft({ note: 'As said on the phone.' });
  know();
  const event = await ask(2);
  const { subject, text, html } = await mail();
  expect(subject).toBe('Your order with us: please look it over and pay');
  for (const part of [text, html]) {
    expect(part).toContain(`http://shop.test/pay/${id}#${secret}`);
    expect(part).toContain('As said on the phone.');
    expect(part).toContain('January 5, 2027');
  }
  await started.events.republish(event);
  await ask(3);
  await mail(1);
  expect(mails()).toHaveLength(2);
});

test('it is in the language that was chosen for the buyer', async () => {
  const { id, know, ask, mail } = draft({ language: 'de' });
  know();
  await ask(2);
  const { text } = await mail();
  expect(text).toContain('Wie besprochen haben wir Ihre Bestellung aufgeschrieben.');
  expect(text).toContain(`http://shop.test/de/bezahlen/${id}#${secret}`);
});

test('nothing is written of a draft that is ordered, dropped or taken back meanwhile, and nothing of a person is kept', async () => {
  const gone = draft();
  await gone.ask(2);
  const rows = async () =>
    (await started.database.pool.query('SELECT FROM mails WHERE order_id = $1', [gone.id])).rows;
  const next = draft();
  next.know();
  await next.ask(2);
  await next.mail();
  await waitUntil(async () => (await rows()).length === 0, { describe: 'the mail to be dropped' });
  expect(gone.mails()).toEqual([]);
  const { rows: kept } = await started.database.pool.query('SELECT to_jsonb(mails) AS mail FROM mails');
  expect(JSON.stringify([kept, started.lines])).not.toMatch(/Signe|example\.com|SSSS/);
});
