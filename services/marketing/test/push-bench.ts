import { orderingEvents, type KnownOrder } from '@quayside/contracts';
import { startMailServer, waitUntil } from '@quayside/testkit';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { anOrder } from './an-order.ts';
import { playPushService } from './played-push-service.ts';
import { startMarketing } from './start-marketing.ts';

export const pushPath = '/api/v1/push-subscriptions';
const lines = [{ itemId: 7, quantity: 1 }];
const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Marketing, and the push service of browsers beside it. */
export const createPushBench = async () => {
  const mailServer = await startMailServer();
  const pushService = await playPushService();
  const started = await startMarketing({ smtpUrl: mailServer.url });
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
    const call = (method: 'get' | 'put', at = pushPath) =>
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
          return rows.length === count && rows.every(({ state }) => state === 'settled');
        },
        { describe: `${count} pushes to be settled` },
      );
    const subscribe = async (language: 'en' | 'de' = 'en') => {
      const browser = pushService.browser(language);
      const at = isGuest ? `${pushPath}/orders/${orderId}` : pushPath;
      await call('put', at).send(browser.body).expect(204);
      return browser;
    };
    return { ...ids, call, tell, pushes, settled, subscribe };
  };
  const handled = (eventId: string) =>
    waitUntil(async () => (await query('SELECT 1 FROM inbox WHERE event_id = $1', [eventId])).length === 1, {
      describe: 'the event to be handled',
    });
  return {
    ...{ started, pushService, mailServer, api, query, buyer, handled },
    stop: async () => {
      await started.stop();
      await pushService.close();
      await mailServer.close();
    },
  };
};
export type PushBench = Awaited<ReturnType<typeof createPushBench>>;
