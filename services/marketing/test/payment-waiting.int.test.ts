import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderingEvents, type KnownOrder } from '@quayside/contracts';
import { startMailServer, waitUntil, type MailServer } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { anOrder } from './an-order.ts';
import { textOf } from './mail-parts.ts';
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

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Somebody who is to pay at their bank. */
const purchase = ({ locale, ...change }: Partial<KnownOrder> & { locale?: string }) => {
  const [orderId, buyerId] = [uuidv7(), uuidv7()];
  const email = `${buyerId}@example.com`;
  started.identity.know(buyerId, { name: 'Signe Holm', email, ...(locale && { locale }) });
  const know = (more: Partial<KnownOrder> = {}) =>
    started.ordering.know(anOrder({ id: orderId, buyerId, ...change, ...more }));
  know();
  const mails = () => mailServer.mails.filter(({ to }) => to.includes(email));
  return {
    ...{ orderId, know, mails },
    awaited: (until: string, version = 4) =>
      started.events.publish(orderingEvents.orderPaymentAwaited, {
        subject: orderId,
        data: { orderId, buyerId, until, version },
      }),
    rows: async () =>
      (
        await started.database.pool.query<{ state: string }>('SELECT state FROM mails WHERE order_id = $1', [
          orderId,
        ])
      ).rows,
    text: async () => {
      await waitUntil(() => mails().length > 0, { describe: 'the mail' });
      const [mail] = mails();
      if (!mail) throw new Error('no mail');
      return textOf(mail);
    },
  };
};

describe('a payment that waits at the buyer’s bank', () => {
  const until = '2026-03-14T09:56:53.000Z';
  const visit = { kind: 'redirect' as const, until };
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const waits = (method: 'card' | 'bank') => ({ charged: usd(0), refunded: usd(0), method, visit });
  const dueInMinutes = async (orderId: string) => {
    const { rows } = await started.database.pool.query<{ minutes: number }>(
      `SELECT round(extract(epoch FROM due_at - now()) / 60)::int AS minutes FROM mails
        WHERE order_id = $1 AND kind = 'payment-waiting'`,
      [orderId],
    );
    return rows.map(({ minutes }) => minutes);
  };
  const minutesPass = async (orderId: string) => {
    await started.database.pool.query('UPDATE mails SET due_at = now() WHERE order_id = $1', [orderId]);
    started.marketing.mailLoop.wake();
  };
  const queued = (orderId: string) =>
    waitUntil(async () => (await dueInMinutes(orderId)).length === 1, { describe: 'the mail to be queued' });

  test.each<['card' | 'bank', string, string]>([
    ['bank', 'en', 'You went to your bank to pay'],
    ['card', 'de', 'Ihre Bank bittet Sie um Bestätigung'],
  ])(
    'by %s has one mail in the buyer’s language (%s) that leads on, minutes later',
    async (method, locale, says) => {
      const bought = purchase({ status: 'stock-confirmed', payment: waits(method), locale });
      await bought.awaited(inMinutes(15));
      await queued(bought.orderId);
      expect(await dueInMinutes(bought.orderId)).toEqual([5]);
      await minutesPass(bought.orderId);
      const text = await bought.text();
      expect(text).toContain(says);
      expect(text).toContain('9:56');
      expect(text).toContain(
        `http://shop.test/${locale === 'de' ? 'de/bestellungen' : 'orders'}/${bought.orderId}`,
      );
      await waitUntil(async () => (await bought.rows())[0]?.state === 'sent', { describe: 'it to be sent' });
      const again = await bought.awaited(inMinutes(15), 8);
      await waitUntil(
        async () =>
          (await started.database.pool.query('SELECT 1 FROM inbox WHERE event_id = $1', [again.id]))
            .rowCount === 1,
        { describe: 'the event to be handled' },
      );
      expect(bought.mails()).toHaveLength(1);
      expect(await bought.rows()).toHaveLength(1);
    },
  );

  test('is written of while there is time, where a bank gives little', async () => {
    const bought = purchase({ payment: waits('card') });
    await bought.awaited(inMinutes(4));
    await queued(bought.orderId);
    expect(await dueInMinutes(bought.orderId)).toEqual([2]);
  });

  test('is not written of once it is paid or the order cancelled', async () => {
    const bought = purchase({ payment: waits('bank') });
    await bought.awaited(inMinutes(15));
    await queued(bought.orderId);
    bought.know({ status: 'cancelled', payment: { charged: usd(0), refunded: usd(0), method: 'bank' } });
    await minutesPass(bought.orderId);
    await waitUntil(async () => (await bought.rows()).length === 0, { describe: 'the mail to be dropped' });
    expect(bought.mails()).toEqual([]);
  });
});
