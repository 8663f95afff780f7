import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { evolve } from '../src/domain/evolve.ts';
import { decide } from '../src/domain/decide.ts';
import type { Order } from '../src/domain/order.ts';
import type { OrderCommand } from '../src/domain/order-command.ts';
import { listOrders } from '../src/store/carry-over/list-orders.ts';
import { listedOrder } from '../src/store/listed-order.ts';
import { indexFor } from '../src/store/index-for.ts';
import { ensureOrderIndexes } from '../src/store/order-document.ts';
import { staffOrderFilter, staffOrderSort } from '../src/store/staff-order-filter.ts';
import type { OrderFilter, OrderSort } from '../src/usecases/staff-order-reads.ts';
import { at, beginCharge, charge, confirm, decline, details, endGrace } from './an-order.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';

let bench: OrderingBench;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;
let staff: string;

const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T12:00:00.000Z`;

interface Wanted {
  number: number;
  name?: string;
  email?: string;
  country?: string;
  total?: number;
  currency?: string;
  then?: readonly OrderCommand[];
}

const idOf = (number: number) => `0199a0b0-0000-7000-8000-${String(number).padStart(12, '0')}`;

const orderOf = ({ number, name = 'Ada Marsh', country = 'GB', then = [], ...wanted }: Wanted): Order => {
  const id = idOf(number);
  const { total = 19_158, currency = 'USD', email = 'ada@quayside.test' } = wanted;
  const order = {
    ...details,
    id,
    number: `QS-AB${String(number).padStart(2, '0')}-9Q2F`,
    buyer: { id: details.buyer.id, name, email },
    shippingAddress: { ...details.shippingAddress, country },
    submittedAt: day(number),
  };
  const commands: OrderCommand[] = [
    { type: 'submit-order', at, details: order, graceEndsAt: at },
    ...then.map((command) => ('key' in command ? { ...command, key: id } : command) as OrderCommand),
  ];
  const made = commands.reduce<Order | undefined>(
    (before, command) => decide(command, before).reduce<Order | undefined>(evolve, before),
    undefined,
  ) as Order;
  return { ...made, totals: { ...made.totals, total: { amount: total, currency } } };
};

const insert = (order: Order) =>
  bench.orders.insertOne({
    _id: order.id,
    version: order.version,
    buyerId: order.buyer.id,
    createdAt: new Date(order.submittedAt),
    state: order,
    listed: listedOrder(order),
    notice: { buyerId: order.buyer.id, status: order.status, version: order.version, at: new Date() },
    handled: [],
  });

const paid = [endGrace, confirm, beginCharge, charge];
const lines = [{ itemId: 1, quantity: 3 }];
const shipment = { id: idOf(90), lines };

beforeAll(async () => {
  bench = await createOrderingBench();
  api = await bench.startApi();
  staff = await bench.minter.admin();
  const orders: Wanted[] = [
    { number: 1 },
    { number: 2, name: 'Signe Holm', email: 'signe.holm@example.com', country: 'DK', then: paid },
    { number: 3, total: 500, currency: 'EUR', then: [endGrace, confirm, beginCharge, decline] },
    {
      number: 4,
      name: '=HYPERLINK("x")',
      country: 'DK',
      total: 99_999,
      then: [...paid, { type: 'prepare-shipment', at, shipment }, { type: 'ship', at, shipmentId: idOf(90) }],
    },
    { number: 5, then: [{ type: 'cancel-order', at, by: 'buyer', reason: 'x' }] },
  ];
  for (const wanted of orders) await insert(orderOf(wanted));
}, 60_000);
afterAll(() => bench?.close());

const list = (query: string, path = '') =>
  request(api.api.app).get(`/api/v1/staff/orders${path}?${query}`).set('authorization', `Bearer ${staff}`);
const found = async (query: string): Promise<number[]> => {
  const { body } = await list(query).expect(200);
  return body.items.map(({ number }: { number: string }) => Number(number.slice(5, 7)));
};

describe('the list of orders', () => {
  test.each([
    ['', [5, 4, 3, 2, 1]],
    ['sort=placed', [1, 2, 3, 4, 5]],
    ['sort=-total', [4, 5, 2, 1, 3]],
    ['status=submitted', [1]],
    ['stage=confirmed', [4, 3, 2]],
    ['payment=paid', [4, 2]],
    ['payment=declined', [3]],
    ['fulfilment=to-ship', [2]],
    ['fulfilment=partly-shipped', [4]],
    ['country=DK', [4, 2]],
    ['currency=EUR', [3]],
    ['minTotal=19158&maxTotal=20000', [5, 2, 1]],
    ['maxTotal=0', []],
    [`from=${day(2)}&to=${day(4)}`, [3, 2]],
    ['q=QS-AB02-9Q2F', [2]],
    ['q=ab02', [2]],
    ['q=AB029Q', [2]],
    ['q=holm+sig', [2]],
    ['q=SIGNE.HOLM@example.com', [2]],
    ['q=.*', []],
    ['q=%3F%3F', []],
    ['country=DK&payment=paid&fulfilment=to-ship&q=sig', [2]],
    ['page=2&pageSize=2', [3, 2]],
  ])('answers %s', async (query, numbers) => {
    expect(await found(query)).toEqual(numbers);
  });

  test('says what all that were found come to, by currency, and what may be done with each', async () => {
    const { body } = await list('pageSize=1').expect(200);
    expect(body).toMatchObject({
      ...{ page: 1, pageSize: 1, totalItems: 5, isMore: false },
      totals: [
        { orders: 4, total: { amount: 19_158 * 3 + 99_999, currency: 'USD' } },
        { orders: 1, total: { amount: 500, currency: 'EUR' } },
      ],
    });
    const { body: ready } = await list('fulfilment=to-ship').expect(200);
    expect(ready.items).toMatchObject([
      {
        ...{ units: 4, country: 'DK', status: 'paid', placedAt: day(2) },
        buyer: { name: 'Signe Holm', email: 'signe.holm@example.com' },
        actions: ['cancel', 'ship', 'cancel-lines', 'refund'],
      },
    ]);
  });

  test.each([
    'status=lost',
    'country=Denmark',
    'minTotal=-1',
    'minTotal=1e3',
    'currency=ZZZ',
    'from=yesterday',
    'sort=name',
    'q=',
    `q=${'a'.repeat(101)}`,
    'q=%00',
    'page=0',
    'colour=red',
  ])('refuses %s', async (query) => {
    expect((await list(query).expect(400)).body).toMatchObject({ code: 'malformed-request' });
  });

  test('holds no buyer that was forgotten', async () => {
    const order = orderOf({ number: 6, name: 'Zoe Reef', then: [{ type: 'anonymise-buyer', at }] });
    expect(JSON.stringify(listedOrder(order))).not.toMatch(/zoe|reef/i);
  });
});

describe('the same list as a file', () => {
  test('has all that the filter finds, and no formula', async () => {
    const { text, headers } = await list('country=DK', '/export').expect(200);
    expect(headers['content-type']).toMatch('text/csv');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="orders-\d{4}-\d\d-\d\d.csv"$/);
    const rows = text.trimEnd().split('\r\n');
    expect(rows).toEqual([
      '\u{FEFF}number,placed,customer,email,country,units,products,goods,discount,shipping,tax,total,currency,charged,refunded,payment,fulfilment,status,tracking',
      `QS-AB04-9Q2F,${day(4)},"'=HYPERLINK(""x"")",ada@quayside.test,DK,4,3 × Storm lantern; 1 × Oilskin jacket,188.97,18.9,7.9,13.61,999.99,USD,191.58,0,paid,partly-shipped,partly-shipped,`,
      `QS-AB02-9Q2F,${day(2)},Signe Holm,signe.holm@example.com,DK,4,3 × Storm lantern; 1 × Oilskin jacket,188.97,18.9,7.9,13.61,191.58,USD,191.58,0,paid,to-ship,paid,`,
    ]);
  });

  test('that somebody took it is in the audit log, without what they looked for', async () => {
    await list('q=signe&country=DK', '/export').expect(200);
    const { body } = await request(api.api.app)
      .get('/api/v1/admin/ordering/audit?entity=orders&action=exported')
      .set('authorization', `Bearer ${await bench.minter.admin()}`)
      .expect(200);
    expect(body.items[0]).toMatchObject({ entityId: 'all', after: { filters: 'q, country' } });
    expect(JSON.stringify(body.items[0])).not.toContain('signe');
  });

  test('refuses what the list refuses', async () => {
    await list('page=1', '/export').expect(400);
    const buyer = await bench.minter.shopper();
    await request(api.api.app)
      .get('/api/v1/staff/orders/export')
      .set('authorization', `Bearer ${buyer}`)
      .expect(403);
  });
});

describe('each filter and sort has an index', () => {
  const hintOf = (filter: OrderFilter) => {
    const hint = indexFor(filter);
    return hint === undefined ? {} : { hint };
  };
  const plan = async (filter: OrderFilter, sort?: OrderSort): Promise<string> =>
    JSON.stringify(
      await bench.orders
        .find(staffOrderFilter(filter), { projection: { _id: 1 }, ...hintOf(filter) })
        .sort(staffOrderSort(sort))
        .limit(25)
        .explain('queryPlanner'),
      (key, value: unknown) => (key === 'rejectedPlans' ? undefined : value),
    );

  test.each<[string, OrderFilter, OrderSort]>([
    ['listed_newest', {}, '-placed'],
    ['listed_newest', {}, 'placed'],
    ['listed_newest', { from: day(1), to: day(3) }, '-placed'],
    ['listed_by_total', {}, '-total'],
    ['listed_by_total', { minTotal: 5, maxTotal: 500 }, 'total'],
    ['listed_by_status', { status: 'paid' }, '-placed'],
    ['listed_by_stage', { stage: 'confirmed' }, '-placed'],
    ['listed_by_payment', { payment: 'declined' }, '-placed'],
    ['listed_by_fulfilment', { fulfilment: 'to-ship' }, '-placed'],
    ['listed_by_country', { country: 'DK' }, '-placed'],
  ])('%s serves %j %s without sorting', async (index, filter, sort) => {
    const text = await plan(filter, sort);
    expect(text).toContain(index);
    expect(text).not.toMatch(/"SORT"|"COLLSCAN"|"FETCH"/);
  });

  test.each<[OrderFilter, string]>([
    [{ country: 'US', status: 'delivered', payment: 'paid' }, 'listed_by_country'],
    [{ stage: 'completed', fulfilment: 'returned', currency: 'EUR' }, 'listed_by_fulfilment'],
    [{ status: 'delivered', payment: 'paid' }, 'listed_by_payment'],
    [{ fulfilment: 'to-ship', country: 'AT', minTotal: 5000, from: day(1) }, 'listed_by_fulfilment'],
  ])('%j are found by the rarest of them, without reading an order', async (filter, index) => {
    for (const sort of ['-placed', '-total'] as const) {
      const text = await plan(filter, sort);
      expect(text).toContain(index);
      expect(text).not.toMatch(/"COLLSCAN"|"FETCH"/);
    }
  });

  test('those of the release before are gone', async () => {
    await bench.orders.createIndex({ createdAt: -1, _id: -1 }, { name: 'newest_orders' });
    await ensureOrderIndexes(bench.orders);
    await ensureOrderIndexes(bench.orders);
    expect((await bench.orders.indexes()).map(({ name }) => name)).not.toContain('newest_orders');
  });

  test('words are looked up', async () => {
    expect(await plan({ q: 'holm' })).toContain('listed_by_words');
  });
});

test('orders that were written before are listed once the service starts', async () => {
  const order = orderOf({ number: 7, name: 'Old Salt' });
  await insert(order);
  await bench.orders.updateOne({ _id: order.id }, { $unset: { listed: true } });
  const { db } = bench;
  await db.collection('migrations').deleteOne({ _id: 'orders-listed' as never });
  expect(await found('q=salt')).toEqual([]);
  expect(await listOrders(db, { now: () => new Date() })).toBe(1);
  expect(await found('q=salt')).toEqual([7]);
  expect(await listOrders(db, { now: () => new Date() })).toBe(0);
});
