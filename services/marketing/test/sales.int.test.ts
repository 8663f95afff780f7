import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  orderingEvents,
  type EventData,
  type EventDefinition,
  type SalesReport,
  type SalesSums,
  type SoldOrder,
} from '@quayside/contracts';
import { newEvent } from '@quayside/messaging';
import { inTransaction } from '@quayside/postgres';
import { waitUntil } from '@quayside/testkit';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { countSold } from '../src/store/count-sold.ts';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

const path = '/api/v1/admin/marketing/sales';
const buyerId = uuidv7();
let started: StartedMarketing;
let admin: string;

beforeAll(async () => {
  started = await startMarketing({
    smtpUrl: 'smtp://127.0.0.1:1',
    env: { SHOP_TIME_ZONE: 'America/New_York' },
    now: () => new Date('2026-03-11T12:00:00Z'),
  });
  admin = `Bearer ${await started.minter.admin()}`;
});
afterAll(() => started.stop());

const get = (query: object, at = path) =>
  supertest(started.marketing.api.app).get(at).query(query).set('authorization', admin);
const report = async (query: object = {}): Promise<SalesReport> =>
  (await get(query).expect(200)).body as SalesReport;

type Line = readonly [itemId: number, name: string, unitPrice: number, quantity: number];

/** What Ordering tells of an order of these lines. */
const orderOf = (lines: readonly Line[], currency = 'USD') => {
  const orderId = uuidv7();
  const money = (amount: number) => ({ amount, currency });
  const items = lines.reduce((sum, [, , price, quantity]) => sum + price * quantity, 0);
  const [none, total] = [money(0), money(items + 500)];
  const units = lines.map(([itemId, , , quantity]) => ({ itemId, quantity }));
  const tell = async <D extends EventDefinition>(definition: D, at: string, data: object) => {
    const event = newEvent(definition, {
      source: 'test',
      subject: orderId,
      data: { orderId, buyerId, version: 1, ...data } as EventData<D>,
    });
    const told = { ...event, time: at };
    await started.events.republish(told);
    return told;
  };
  return {
    id: orderId,
    submitted: (at: string) =>
      tell(orderingEvents.orderSubmitted, at, {
        ...{ number: 'QS-0000-0000', at },
        lines: lines.map(([itemId, name, price, quantity]) => ({
          ...{ itemId, name, quantity },
          unitPrice: money(price),
        })),
        totals: { items: money(items), discount: none, shipping: money(500), tax: none, total },
      }),
    paid: (at: string) => tell(orderingEvents.orderPaid, at, { lines: units, total }),
    cancelled: (at: string) => tell(orderingEvents.orderCancelled, at, { by: 'buyer', lines: units }),
    refunded: (at: string, amount: number) =>
      tell(orderingEvents.orderRefunded, at, { amount: money(amount) }),
    unitsBack: (at: string, cause: 'cancelled' | 'returned', causeId: string) =>
      tell(orderingEvents.orderUnitsReturned, at, {
        ...{ cause, causeId },
        lines: units,
        writtenOff: [{ itemId: 9, quantity: 1 }],
      }),
  };
};

/** The figures of a day, once they are as expected; others are 0. */
const shown = (day: string, expected: Partial<SalesSums>, currency = 'USD') =>
  waitUntil(
    async () => {
      const { days } = await report({ from: day, to: day, currency });
      return isDeepStrictEqual(days, [{ day, ...nothing, ...expected }]);
    },
    { describe: `${day} to show ${JSON.stringify(expected)}` },
  );
const nothing = { orders: 0, paid: 0, cancelled: 0, revenue: 0, refunded: 0, units: 0, returned: 0 };
const lamp = (quantity: number): Line => [7, 'Skerry deck lamp', 4900, quantity];
const rope = (quantity: number): Line => [8, 'Rope, 10 m', 1200, quantity];

test('before anything is sold there are thirty days of nothing', async () => {
  const empty = await report();
  expect(empty).toMatchObject({ from: '2026-02-10', to: '2026-03-11', currency: 'USD', currencies: [] });
  expect(empty).toMatchObject({ timeZone: 'America/New_York', products: [], sums: nothing });
  expect(empty.before).toEqual({ from: '2026-01-11', to: '2026-02-09', sums: nothing });
  expect(empty.days.map(({ day }) => day)).toHaveLength(30);
});

describe('what happens to orders', () => {
  test('is counted on the day of the shop on which it happened', async () => {
    const order = orderOf([lamp(1), rope(3)]);
    // In New York it is the evening of the 1st.
    await order.submitted('2026-03-02T02:00:00.000Z');
    await shown('2026-03-01', { orders: 1 });
    await order.paid('2026-03-02T12:00:00.000Z');
    await shown('2026-03-02', { paid: 1, revenue: 9000, units: 4 });
    await order.refunded('2026-03-03T12:00:00.000Z', 1000);
    await order.refunded('2026-03-03T13:00:00.000Z', 200);
    await order.unitsBack('2026-03-03T14:00:00.000Z', 'returned', uuidv7());
    await shown('2026-03-03', { refunded: 1200, returned: 5 });
    const { products } = await report({ from: '2026-03-01', to: '2026-03-03' });
    expect(products).toEqual([
      { itemId: 7, name: 'Skerry deck lamp', units: 1, amount: 4900 },
      { itemId: 8, name: 'Rope, 10 m', units: 3, amount: 3600 },
    ]);
  });

  test('is counted once, however often it is told, and after the inbox has forgotten it', async () => {
    const order = orderOf([rope(2)], 'EUR');
    const at = '2026-03-05T12:00:00.000Z';
    const told = [
      await order.submitted(at),
      await order.paid(at),
      await order.refunded(at, 100),
      await order.unitsBack(at, 'returned', uuidv7()),
      await order.cancelled(at),
    ];
    const once = { orders: 1, paid: 1, revenue: 2900, units: 2, refunded: 100, returned: 3, cancelled: 1 };
    await shown('2026-03-05', once, 'EUR');
    await started.database.pool.query('DELETE FROM inbox');
    for (const event of told) await started.events.republish(event);
    const last = orderOf([rope(1)], 'EUR');
    await last.submitted('2026-03-06T12:00:00.000Z');
    await waitUntil(
      async () => {
        const { rows } = await started.database.pool.query('SELECT count(*)::integer AS count FROM inbox');
        return rows[0].count === told.length + 1;
      },
      { describe: 'all to be handled again' },
    );
    await shown('2026-03-05', once, 'EUR');
    await shown('2026-03-06', { orders: 1 }, 'EUR');
  });

  test('with units of a parcel that were cancelled, not sent back, counts no return', async () => {
    const order = orderOf([lamp(2)], 'JPY');
    await order.submitted('2026-03-07T12:00:00.000Z');
    await order.unitsBack('2026-03-07T12:00:00.000Z', 'cancelled', uuidv7());
    await order.paid('2026-03-07T13:00:00.000Z');
    await shown('2026-03-07', { orders: 1, paid: 1, revenue: 10300, units: 2 }, 'JPY');
  });
});

test('orders that nobody told of are counted out of what their maker wrote down, each once', async () => {
  const at = '2026-02-20T12:00:00.000Z';
  const usd = (amount: number) => ({ amount, currency: 'USD' });
  const [item, placed] = [
    { itemId: 9, name: 'Bollard' },
    { placedAt: at, total: usd(2500) },
  ];
  const sold: SoldOrder[] = [
    {
      ...{ ...placed, orderId: uuidv7(), paidAt: at, lines: [{ ...item, quantity: 2, amount: 2000 }] },
      refunded: [{ at, amount: usd(500) }],
      returned: [{ id: 'return', at, units: 1 }],
    },
    { ...placed, orderId: uuidv7(), lines: [], cancelledAt: at, refunded: [], returned: [] },
  ];
  for (const _ of ['once', 'again'])
    await inTransaction(started.database.pool, (tx) => countSold(tx, 'America/New_York', sold));
  const { sums } = await report({ from: '2026-02-20', to: '2026-02-20', currency: 'USD' });
  const expected = { orders: 2, paid: 1, cancelled: 1, revenue: 2500, refunded: 500, units: 2, returned: 1 };
  expect(sums).toEqual(expected);
});

describe('a report', () => {
  test('compares with as many days before, in the currency in which most was paid', async () => {
    const march = await report({ from: '2026-03-02', to: '2026-03-03' });
    expect(march).toMatchObject({ currency: 'USD', currencies: ['USD', 'JPY', 'EUR'] });
    expect(march.sums).toEqual({ ...nothing, paid: 1, revenue: 9000, units: 4, refunded: 1200, returned: 5 });
    expect(march.before).toEqual({ from: '2026-02-28', to: '2026-03-01', sums: { ...nothing, orders: 1 } });
    expect((await report({ from: '2026-03-05', to: '2026-03-05' })).currency).toBe('EUR');
  });

  test('is a file, with amounts in whole units of the currency', async () => {
    const answer = await get({ from: '2026-03-02', to: '2026-03-03' }, `${path}/export`).expect(200);
    expect(answer.headers['content-disposition']).toContain('sales-2026-03-02-2026-03-03-USD.csv');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text).toBe(
      'day,currency,orders,paid,cancelled,revenue,refunded,units,returned\r\n' +
        '2026-03-02,USD,0,1,0,90,0,4,0\r\n' +
        '2026-03-03,USD,0,0,0,0,12,0,5\r\n',
    );
  });

  test.each([
    [{ from: '2026-03-02' }, 'from'],
    [{ days: '0' }, 'days'],
    [{ from: '2026-03-02', to: '2026-03-03', days: '2' }, 'days'],
    [{ from: '2026-03-02', to: '2026-03-01' }, 'to'],
    [{ from: '2024-01-01', to: '2026-03-01' }, 'to'],
    [{ from: '2026-02-30', to: '2026-03-01' }, 'from'],
    [{ currency: 'XXXX' }, 'currency'],
    [{ page: '1' }, ''],
  ])('for %j is refused', async (query, field) => {
    const { body } = await get(query).expect(400);
    expect(body).toMatchObject({ code: 'malformed-request' });
    expect(JSON.stringify(body.errors)).toContain(field);
  });

  test('is for those who run the shop', async () => {
    const { app } = started.marketing.api;
    await supertest(app).get(path).expect(401);
    const shopper = `Bearer ${await started.minter.shopper()}`;
    await supertest(app).get(path).set('authorization', shopper).expect(403);
  });

  test('waits for a database that is away, and says so', async () => {
    started.link.cut();
    expect((await get({}).expect(503)).body).toMatchObject({ code: 'sales-unavailable' });
    started.link.mend();
    await waitUntil(async () => (await get({})).status === 200, { describe: 'the figures to be back' });
  });
});

test('best sellers of any period are those that its days come to', async () => {
  const dayOf = (number: number) =>
    new Date(Date.UTC(2024, 0, 1, 12) + number * 86_400_000).toISOString().slice(0, 10);
  const gbp = { amount: 100, currency: 'GBP' };
  const sold = Array.from({ length: 1200 }, (_, number): SoldOrder => {
    const at = `${dayOf((number * 7919) % 600)}T12:00:00.000Z`;
    const itemId = 1 + ((number * 31) % 40);
    const line = { itemId, name: `Goods ${itemId} of ${at.slice(0, 10)}`, quantity: 1 };
    return {
      ...{ orderId: uuidv7(), placedAt: at, paidAt: at, total: gbp, refunded: [], returned: [] },
      lines: [{ ...line, amount: 100 + ((number * 17) % 900) }],
    };
  });
  for (let from = 0; from < sold.length; from += 100)
    await inTransaction(started.database.pool, (tx) =>
      countSold(tx, 'America/New_York', sold.slice(from, from + 100)),
    );
  const periods = [
    ...([
      [0, 599],
      [31, 59],
      [30, 59],
      [31, 60],
      [40, 50],
      [20, 40],
      [20, 100],
      [59, 60],
      [58, 59],
    ] as const),
    ...Array.from({ length: 20 }, (_, n) => [(n * 53) % 300, 300 + ((n * 71) % 300)] as const),
  ];
  for (const [first, last] of periods) {
    const [from, to] = [dayOf(first), dayOf(last)];
    const { rows } = await started.database.pool.query(
      `SELECT item_id AS "itemId", (array_agg(name ORDER BY day DESC))[1] AS name, sum(units)::int AS units,
              sum(amount)::int AS amount
         FROM product_sales WHERE currency = 'GBP' AND day BETWEEN $1 AND $2
        GROUP BY item_id ORDER BY sum(amount) DESC, item_id LIMIT 10`,
      [from, to],
    );
    const { products } = await report({ from, to, currency: 'GBP' });
    expect(products.map(({ itemId, units, amount }) => ({ itemId, units, amount }))).toEqual(
      rows.map(({ itemId, units, amount }) => ({ itemId, units, amount })),
    );
    // A name is the latest of the month.
    for (const { itemId, name } of products) expect(name).toContain(`Goods ${itemId} of `);
  }
});
