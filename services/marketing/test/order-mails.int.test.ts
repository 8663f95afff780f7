import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents, orderingEvents, type KnownOrder } from '@quayside/contracts';
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

const lines = [{ itemId: 7, quantity: 1 }];
const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Somebody with an order, of which the test says what happens. */
const purchase = ({ locale, ...change }: Partial<KnownOrder> & { locale?: string } = {}) => {
  const [orderId, buyerId] = [uuidv7(), uuidv7()];
  const email = `${buyerId}@example.com`;
  started.identity.know(buyerId, { name: 'Signe Holm', email, ...(locale && { locale }) });
  const know = (more: Partial<KnownOrder> = {}) =>
    started.ordering.know(anOrder({ id: orderId, buyerId, ...change, ...more }));
  know();
  const ids = { orderId, buyerId };
  const told = {
    'order-confirmed': (version = 5) =>
      started.events.publish(orderingEvents.orderPaid, {
        subject: orderId,
        data: { ...ids, lines, total: usd(22_690), version },
      }),
    'payment-declined': (version = 5) =>
      started.events.publish(orderingEvents.orderPaymentDeclined, {
        subject: orderId,
        data: { ...ids, reason: 'declined', payUntil: '2026-03-14T09:56:53.000Z', version },
      }),
    'order-shipped': (version = 7) =>
      started.events.publish(orderingEvents.orderShipped, {
        subject: orderId,
        data: { ...ids, shipmentId: 'parcel-1', lines, version },
      }),
    'order-delivered': (version = 8) =>
      started.events.publish(orderingEvents.orderDelivered, {
        subject: orderId,
        data: { ...ids, shipmentId: 'parcel-1', lines, version },
      }),
    'order-cancelled': (version = 9) =>
      started.events.publish(orderingEvents.orderCancelled, {
        subject: orderId,
        data: { ...ids, by: 'buyer', lines, version },
      }),
    'items-cancelled': (version = 10) =>
      started.events.publish(orderingEvents.orderUnitsReturned, {
        subject: orderId,
        data: { ...ids, cause: 'cancelled', causeId: 'cancellation-1', lines, writtenOff: [], version },
      }),
    'return-approved': (version = 10) =>
      started.events.publish(orderingEvents.orderReturnDecided, {
        subject: orderId,
        data: { ...ids, returnId: 'return-1', decision: 'approved', version },
      }),
    'return-refused': (version = 10) =>
      started.events.publish(orderingEvents.orderReturnDecided, {
        subject: orderId,
        data: { ...ids, returnId: 'return-1', decision: 'refused', version },
      }),
    'return-received': (version = 11) =>
      started.events.publish(orderingEvents.orderUnitsReturned, {
        subject: orderId,
        data: { ...ids, cause: 'returned', causeId: 'return-1', lines, writtenOff: [], version },
      }),
    'order-refunded': (version = 12) =>
      started.events.publish(orderingEvents.orderRefunded, {
        subject: orderId,
        data: { orderId, amount: usd(4900), version },
      }),
  };
  const rows = async () =>
    (
      await started.database.pool.query<{ kind: string; state: string; attempts: number; isLeased: boolean }>(
        `SELECT kind, state, attempts, due_at > now() + interval '1 minute' AS "isLeased" FROM mails WHERE order_id = $1`,
        [orderId],
      )
    ).rows;
  const mails = () => mailServer.mails.filter(({ to }) => to.includes(email));
  const mail = async (index = 0) => {
    await waitUntil(() => mails().length > index, { describe: 'the mail' });
    const found = mails()[index];
    if (!found) throw new Error('no mail');
    return { subject: headerOf(found, 'Subject'), text: textOf(found), html: htmlOf(found) };
  };
  return { ...ids, email, know, told, rows, mails, mail };
};
type Kind = keyof ReturnType<typeof purchase>['told'];

const declined = { reason: 'The card was declined', payUntil: '2026-03-14T09:56:53.000Z' };

describe('the buyer of an order', () => {
  test.each<[Kind, string, string[]]>([
    [
      'order-confirmed',
      'Your order QS-7K3M-9Q2F is confirmed',
      ['2 × Skerry deck lamp', '$98.00', 'Discount', '-$20.00', '$226.90', 'Svaneke', 'Denmark', '#invoices'],
    ],
    [
      'payment-declined',
      'Your card was declined for order QS-7K3M-9Q2F',
      ['March 14, 2026', '9:56', '$226.90'],
    ],
    [
      'order-shipped',
      'Your parcel of order QS-7K3M-9Q2F is on its way',
      ['1 × Skerry deck lamp', 'DHL', 'tracking-id=00340434'],
    ],
    ['order-delivered', 'Your parcel of order QS-7K3M-9Q2F has arrived', ['1 × Skerry deck lamp']],
    ['order-cancelled', 'Your order QS-7K3M-9Q2F is cancelled', ['on its way back to your card']],
    ['items-cancelled', 'A part of your order QS-7K3M-9Q2F does not come', ['1 × Storm <b>smock</b>']],
    [
      'return-approved',
      'You may send back what you wished to of order QS-7K3M-9Q2F',
      ['1 × Storm <b>smock</b>', 'Pack it so'],
    ],
    ['return-received', 'Your return of order QS-7K3M-9Q2F is here', ['1 × Storm <b>smock</b>']],
    ['order-refunded', '$49.00 for order QS-7K3M-9Q2F went back to your card', ['$49.00']],
  ])('is written of %s, once, as text and as HTML', async (kind, subject, says) => {
    const bought = purchase({ payment: { charged: usd(22_690), refunded: usd(0), declined } });
    await bought.told[kind]();
    const mail = await bought.mail();
    expect(mail.subject).toBe(subject);
    for (const said of [...says, 'Dear Signe,', `http://shop.test/orders/${bought.orderId}`])
      expect(mail.text).toContain(said);
    expect(mail.html).toContain(`href="http://shop.test/orders/${bought.orderId}"`);
    expect(mail.html).not.toContain('<b>');
    await waitUntil(async () => (await bought.rows())[0]?.state === 'sent', {
      describe: 'the mail to be sent',
    });
    expect(await bought.rows()).toMatchObject([{ kind, state: 'sent', attempts: 1 }]);
  });

  test.each<[Kind, string, string]>([
    [
      'payment-declined',
      'Your payment by bank for order QS-7K3M-9Q2F did not go through',
      'Nothing was taken from your bank account.',
    ],
    [
      'order-refunded',
      '$49.00 for order QS-7K3M-9Q2F went back to your bank account',
      'back to the bank account you paid with',
    ],
  ])('who paid by bank reads so in the mail of %s', async (kind, subject, says) => {
    const payment = { charged: usd(22_690), refunded: usd(0), declined, method: 'bank' as const };
    const bought = purchase({ payment });
    await bought.told[kind]();
    const mail = await bought.mail();
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(says);
  });

  test('of a refused return says why, as it was written; of one that was decided otherwise since, nothing', async () => {
    const [sentBack] = anOrder({ id: uuidv7(), buyerId: uuidv7() }).returns;
    if (!sentBack) throw new Error('no return');
    const refused = { ...sentBack, state: 'refused' as const, refusal: 'It was <i>worn</i> at sea' };
    const bought = purchase({ returns: [refused] });
    await bought.told['return-approved']();
    await bought.told['return-refused']();
    const mail = await bought.mail();
    expect(mail.subject).toBe('Your return of order QS-7K3M-9Q2F: we cannot take it back');
    expect(mail.text).toContain('“It was <i>worn</i> at sea”');
    expect(mail.html).not.toContain('<i>');
    const german = purchase({ returns: [refused], locale: 'de' });
    await german.told['return-refused']();
    expect((await german.mail()).text).toContain('Der Grund: „It was <i>worn</i> at sea“');
    expect(bought.mails()).toHaveLength(1);
  });

  test('is not written twice of what is told twice, also when the inbox forgot it', async () => {
    const bought = purchase();
    const event = await bought.told['order-confirmed']();
    await bought.mail();
    await started.events.republish(event);
    await started.database.pool.query('DELETE FROM inbox WHERE event_id = $1', [event.id]);
    await started.events.republish(event);
    await bought.told['order-confirmed'](6);
    await bought.told['order-shipped']();
    await bought.mail(1);
    expect((await bought.rows()).map(({ kind }) => kind).sort()).toEqual([
      'order-confirmed',
      'order-shipped',
    ]);
    expect(bought.mails()).toHaveLength(2);
  });

  test('is written of each card that was declined, and each amount that went back', async () => {
    const bought = purchase({ payment: { charged: usd(0), refunded: usd(0), declined } });
    await bought.told['payment-declined'](5);
    await bought.told['payment-declined'](8);
    await bought.told['order-refunded'](12);
    await bought.told['order-refunded'](14);
    await bought.mail(3);
    expect(bought.mails()).toHaveLength(4);
  });

  test('reads it in their language', async () => {
    const bought = purchase({ locale: 'de-AT' });
    await bought.told['order-confirmed']();
    const mail = await bought.mail();
    expect(mail.html).toContain('<html lang="de">');
    expect(mail.text).toContain('Danke für Ihre Bestellung');
    expect(mail.text).toContain('226,90');
    expect(mail.text).toContain('Dänemark');
  });

  test('hears nothing of a declined card that was paid for meanwhile', async () => {
    const bought = purchase();
    await bought.told['payment-declined']();
    await bought.told['order-confirmed']();
    expect((await bought.mail()).subject).toContain('is confirmed');
    await waitUntil(async () => (await bought.rows()).every(({ state }) => state === 'sent'), {
      describe: 'nothing to wait',
    });
    expect(await bought.rows()).toHaveLength(1);
  });

  test('who deleted the account is written nothing', async () => {
    const { pool } = started.database;
    const bought = purchase();
    await started.events.publish(identityEvents.userDeleted, {
      subject: bought.buyerId,
      data: { userId: bought.buyerId, version: 2 },
    });
    await waitUntil(
      async () =>
        (await pool.query('SELECT 1 FROM users WHERE id = $1 AND deleted', [bought.buyerId])).rowCount === 1,
      { describe: 'the user to be gone' },
    );
    await bought.told['order-cancelled']();
    const next = purchase();
    await next.told['order-confirmed']();
    await next.mail();
    expect(bought.mails()).toEqual([]);
    expect(await bought.rows()).toEqual([]);
  });
});

test('a mail waits while Ordering is away, and tells what is so when it is back', async () => {
  const bought = purchase();
  started.ordering.leave();
  await bought.told['order-shipped']();
  const hasFailed = async () => (await bought.rows()).some((row) => row.attempts === 1 && !row.isLeased);
  await waitUntil(hasFailed, { describe: 'the first attempt to have failed' });
  started.ordering.comeBack();
  bought.know({ number: 'QS-NOW0-KNOWN' });
  await started.database.pool.query('UPDATE mails SET due_at = now() WHERE order_id = $1', [bought.orderId]);
  started.marketing.mailLoop.wake();
  expect((await bought.mail()).subject).toBe('Your parcel of order QS-NOW0-KNOWN is on its way');
});

test('what happened before there were such mails is not mailed when the topic is read from its beginning', async () => {
  const { pool } = started.database;
  await pool.query(`UPDATE order_mails_begin SET at = now() + interval '1 hour'`);
  const old = purchase();
  const event = await old.told['order-confirmed']();
  await waitUntil(
    async () => (await pool.query('SELECT 1 FROM inbox WHERE event_id = $1', [event.id])).rowCount === 1,
    { describe: 'the event to be handled' },
  );
  await pool.query(`UPDATE order_mails_begin SET at = now() - interval '1 hour'`);
  expect(await old.rows()).toEqual([]);
});

test('the table of mails holds no address and no name, and the log neither', async () => {
  const { rows } = await started.database.pool.query('SELECT to_jsonb(mails) AS mail FROM mails');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify([rows, started.lines])).not.toMatch(/Signe|example\.com|Kajen/);
});
