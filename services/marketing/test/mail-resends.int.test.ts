import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import { headerOf, startMailServer, waitUntil, type MailServer } from '@quayside/testkit';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { anOrder } from './an-order.ts';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

const sue = { id: '0198c0de-0000-7000-8000-00000000ad03', name: 'Sue Support' };
let mailServer: MailServer;
let started: StartedMarketing;
let token: string;

beforeAll(async () => {
  mailServer = await startMailServer();
  started = await startMarketing({ smtpUrl: mailServer.url });
  token = await started.minter.support(sue);
});
afterAll(async () => {
  await started.stop();
  await mailServer.close();
});

const mailsPath = (orderId: string) => `/api/v1/staff/orders/${orderId}/mails`;
const list = async (orderId: string, as = token) =>
  supertest(started.marketing.api.app).get(mailsPath(orderId)).set('authorization', `Bearer ${as}`);
const resend = (orderId: string, mailId: string, key: string = uuidv7(), as = token) =>
  supertest(started.marketing.api.app)
    .post(`${mailsPath(orderId)}/${mailId}/resend`)
    .set('authorization', `Bearer ${as}`)
    .set('idempotency-key', key);
const audit = async (orderId: string) =>
  (
    await supertest(started.marketing.api.app)
      .get(`/api/v1/admin/marketing/audit?entity=mail&entityId=${orderId}`)
      .set('authorization', `Bearer ${await started.minter.admin()}`)
  ).body.items;

/** An order that is paid, and its buyer written to of that. */
const purchase = async () => {
  const [orderId, buyerId] = [uuidv7(), uuidv7()];
  const email = `${buyerId}@example.com`;
  started.identity.know(buyerId, { name: 'Signe Holm', email });
  started.ordering.know(anOrder({ id: orderId, buyerId }));
  const about = { orderId, buyerId, lines: [{ itemId: 7, quantity: 1 }] };
  const total = { amount: 22_690, currency: 'USD' };
  const event = await started.events.publish(orderingEvents.orderPaid, {
    ...{ subject: orderId, data: { ...about, total, version: 5 } },
  });
  const caught = () => mailServer.mails.filter(({ to }) => to.includes(email));
  /** The mail once it was sent so many times, as staff see it. */
  const sent = (times: number) =>
    waitUntil(
      async () => {
        const [mail] = (await list(orderId)).body.items;
        return caught().length === times && mail?.state === 'sent' && mail;
      },
      { describe: `a mail that was sent ${times} times` },
    );
  return { orderId, buyerId, event, caught, sent };
};

describe('a mail about an order', () => {
  test('is shown to staff with what became of it, and without whom it went to', async () => {
    const bought = await purchase();
    const mail = await bought.sent(1);
    const { body } = await list(bought.orderId);
    expect(body.items).toEqual([
      {
        ...{ id: mail.id, kind: 'order-confirmed', state: 'sent', resends: 0, canResend: true },
        ...{ queuedAt: expect.any(String), settledAt: expect.any(String) },
      },
    ]);
    expect((await list(uuidv7())).body.items).toEqual([]);
    expect((await list(bought.orderId, await started.minter.shopper())).status).toBe(403);
    expect((await list(bought.orderId, await started.minter.merchandiser())).status).toBe(403);
  });

  test('is sent once more for each request, under a Message-ID of its own, and that is audited', async () => {
    const bought = await purchase();
    const { id } = await bought.sent(1);
    const { body } = await resend(bought.orderId, id, 'same').expect(200);
    expect(body).toMatchObject({ state: 'queued', resends: 1, canResend: false });
    await bought.sent(2);
    expect((await resend(bought.orderId, id, 'same').expect(200)).body).toMatchObject({ state: 'sent' });
    await resend(bought.orderId, id).expect(200);
    expect(await bought.sent(3)).toMatchObject({ resends: 2 });
    const ids = bought.caught().map((mail) => headerOf(mail, 'Message-ID'));
    expect(ids).toEqual([`<${id}@mail.quayside>`, `<${id}.2@mail.quayside>`, `<${id}.3@mail.quayside>`]);
    const of = { action: 'resent', actor: sue, after: { kind: 'order-confirmed' } };
    expect(await audit(bought.orderId)).toMatchObject([of, of]);

    // What is told again makes no second row, nor a further mail.
    await started.database.pool.query('DELETE FROM inbox WHERE event_id = $1', [bought.event.id]);
    await started.events.republish(bought.event);
    const next = await purchase();
    await next.sent(1);
    expect((await list(bought.orderId)).body.items).toHaveLength(1);
    expect(bought.caught()).toHaveLength(3);
  });

  test('that waits goes out once, however often it is asked for', async () => {
    const bought = await purchase();
    const { id } = await bought.sent(1);
    const goOn = started.ordering.hold();
    try {
      const answers = await Promise.all([1, 2, 3].map(() => resend(bought.orderId, id)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect((await list(bought.orderId)).body.items).toMatchObject([{ state: 'queued', resends: 1 }]);
    } finally {
      goOn();
    }
    await bought.sent(2);
    expect(await audit(bought.orderId)).toHaveLength(1);
  });

  test('is sent again five times a day at most', async () => {
    const bought = await purchase();
    const { id } = await bought.sent(1);
    for (let times = 2; times <= 6; times += 1) {
      await resend(bought.orderId, id).expect(200);
      await bought.sent(times);
    }
    const refused = await resend(bought.orderId, id);
    expect([refused.status, refused.body.code]).toEqual([429, 'mail-resent-too-often']);
    expect((await list(bought.orderId)).body.items).toMatchObject([{ resends: 5, canResend: false }]);
    expect(bought.caught()).toHaveLength(6);
  });

  test('whose order has nothing to tell of any more is kept, and says so', async () => {
    const bought = await purchase();
    const { id } = await bought.sent(1);
    started.identity.forget(bought.buyerId);
    await resend(bought.orderId, id).expect(200);
    await waitUntil(async () => (await list(bought.orderId)).body.items[0]?.state === 'given-up', {
      describe: 'the mail to be given up',
    });
    expect((await list(bought.orderId)).body.items).toMatchObject([{ reason: 'nothing-to-tell' }]);
    expect(bought.caught()).toHaveLength(1);
  });

  test('of another order, or that is not there, is not found', async () => {
    const [one, other] = [await purchase(), await purchase()];
    const { id } = await one.sent(1);
    for (const [orderId, mailId] of [
      [other.orderId, id],
      [one.orderId, uuidv7()],
    ] as const) {
      const refused = await resend(orderId, mailId);
      expect([refused.status, refused.body.code]).toEqual([404, 'mail-not-found']);
    }
    expect((await resend(one.orderId, id, uuidv7(), await started.minter.shopper())).status).toBe(403);
  });
});
