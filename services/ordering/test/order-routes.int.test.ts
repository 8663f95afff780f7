import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { decide } from '../src/domain/decide.ts';
import type { OrderCommand } from '../src/domain/order-command.ts';
import { createSubmitOrder } from '../src/usecases/submit-order.ts';
import { checkoutOf, keptDetails } from './checkout.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';

let bench: OrderingBench;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;

beforeAll(async () => {
  bench = await createOrderingBench();
  api = await bench.startApi();
});
afterAll(() => bench?.close());

const submitted = async (buyerId: string, at = new Date().toISOString()): Promise<string> => {
  const { orderId, version: _, at: submittedAt, ...checkout } = checkoutOf({ buyerId, at });
  const submitOrder = createSubmitOrder({ ...api, keptDetails, gracePeriodMs: 3_600_000 });
  await submitOrder({ ...checkout, id: orderId, submittedAt }, { eventId: uuidv7() });
  return orderId;
};

const at = '2026-11-22T10:00:00.000Z';
const shippedWhole = (id: string): OrderCommand[] => [
  { type: 'end-grace-period', at },
  { type: 'confirm-stock', at },
  { type: 'begin-charge', at },
  { type: 'record-charge', at, key: id, chargeId: 'ch_1' },
  {
    type: 'prepare-shipment',
    at,
    shipment: {
      id: 's1',
      lines: [
        { itemId: 7, quantity: 2 },
        { itemId: 9, quantity: 1 },
      ],
    },
  },
  { type: 'ship', at, shipmentId: 's1' },
];

const call = (method: 'get' | 'post' | 'put', path: string, token: string) => {
  const agent = request(api.api.app);
  const made = agent[method](path);
  return token ? made.set('authorization', `Bearer ${token}`) : made;
};
const as = async (buyerId: string, method: 'get' | 'post', path: string) =>
  call(method, path, await bench.minter.shopper({ id: buyerId }));

describe('GET /api/v1/orders', () => {
  test('lists own orders only, newest first, a page at a time', async () => {
    const [mine, other] = [uuidv7(), uuidv7()];
    const older = await submitted(mine, '2026-01-01T00:00:00.000Z');
    const newer = await submitted(mine, '2026-02-01T00:00:00.000Z');
    await submitted(other);

    const first = await as(mine, 'get', '/api/v1/orders?pageSize=1');
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ page: 1, pageSize: 1, totalItems: 2 });
    expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual([newer]);
    const second = await as(mine, 'get', '/api/v1/orders?pageSize=1&page=2');
    expect(second.body.items.map(({ id }: { id: string }) => id)).toEqual([older]);
  });

  test.each(['page=0', 'pageSize=101', 'pageSize=x', 'sort=price'])('refuses ?%s', async (query) => {
    const answer = await as(uuidv7(), 'get', `/api/v1/orders?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('malformed-request');
  });
});

describe('GET /api/v1/orders/{id}', () => {
  test('answers the order as its buyer may see it', async () => {
    const buyerId = uuidv7();
    const id = await submitted(buyerId);
    const answer = await as(buyerId, 'get', `/api/v1/orders/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id,
      number: expect.stringMatching(/^QS-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      status: 'submitted',
      version: 1,
      history: [{ status: 'submitted', by: 'buyer' }],
    });
    expect(answer.text).not.toMatch(/tok_|graceEndsAt|email/);
  });

  test.each([
    ["somebody else's order", async () => submitted(uuidv7()), 404, 'order-not-found'],
    ['an order that is not there', async () => uuidv7(), 404, 'order-not-found'],
    ['what is no order id', async () => 'x', 400, 'malformed-request'],
  ])('refuses %s', async (_, idOf, status, code) => {
    const answer = await as(uuidv7(), 'get', `/api/v1/orders/${await idOf()}`);
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body.code).toBe(code);
  });
});

describe('POST /api/v1/orders/{id}/cancel', () => {
  test('cancels the order and tells the others, once', async () => {
    const buyerId = uuidv7();
    const id = await submitted(buyerId);
    const first = await as(buyerId, 'post', `/api/v1/orders/${id}/cancel`);
    const again = await as(buyerId, 'post', `/api/v1/orders/${id}/cancel`);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ status: 'cancelled', version: 2 });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);

    const { data } = await bench.spy.waitFor(orderingEvents.orderCancelled, ({ subject }) => subject === id);
    expect(data).toMatchObject({ buyerId, by: 'buyer', version: 2 });
    await api.relay.drain();
    expect(bench.spy.all(orderingEvents.orderCancelled).filter(({ subject }) => subject === id)).toHaveLength(
      1,
    );
    expect((await bench.orders.findOne({ _id: id }))?.due).toBeUndefined();
  });

  test('of ten at once has one effect and ten equal answers', async () => {
    const buyerId = uuidv7();
    const id = await submitted(buyerId);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => as(buyerId, 'post', `/api/v1/orders/${id}/cancel`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.map(({ body }) => body.version)).toEqual(answers.map(() => 2));
  });

  test('is refused for an order that has shipped, and nothing changes', async () => {
    const buyerId = uuidv7();
    const id = await submitted(buyerId);
    for (const command of shippedWhole(id)) await api.store.update(id, (order) => decide(command, order));
    await api.relay.drain();
    const before = await bench.orders.findOne({ _id: id }, { projection: { outbox: 0, outboxLease: 0 } });
    const answer = await as(buyerId, 'post', `/api/v1/orders/${id}/cancel`);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'order-not-cancellable', traceId: expect.any(String) });
    expect(await bench.orders.findOne({ _id: id }, { projection: { outbox: 0, outboxLease: 0 } })).toEqual(
      before,
    );
  });

  test("does not touch somebody else's order", async () => {
    const id = await submitted(uuidv7());
    const answer = await as(uuidv7(), 'post', `/api/v1/orders/${id}/cancel`);
    expect(answer.status).toBe(404);
    expect(answer.body.code).toBe('order-not-found');
    expect((await bench.orders.findOne({ _id: id }))?.state.status).toBe('submitted');
  });
});

describe('every route', () => {
  /** Of guests those of their session. */
  const ofShoppers = [
    ['get', `/api/v1/orders/${uuidv7()}`],
    ['post', `/api/v1/orders/${uuidv7()}/cancel`],
  ] as const;
  const ofAccounts = [
    ['get', '/api/v1/orders'],
    ['get', '/api/v1/sales-settings'],
    ['put', '/api/v1/sales-settings'],
  ] as const;
  const calls = [...ofShoppers, ...ofAccounts, ['get', '/api/v1/orders/events']] as const;

  test.each(calls)('%s %s wants a token', async (method, path) => {
    const answer = await call(method, path, '');
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('unauthenticated');
  });

  test.each(ofShoppers)('%s %s shows a guest nothing of others', async (method, path) => {
    const answer = await call(method, path, await bench.minter.guest());
    expect([answer.status, answer.body.code]).toEqual([404, 'order-not-found']);
  });

  test.each(ofAccounts)('%s %s is not for guests', async (method, path) => {
    const answer = await call(method, path, await bench.minter.guest());
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('sign-in-required');
  });

  test('is in the OpenAPI document', async () => {
    const { body } = await request(api.api.app).get('/openapi.json');
    expect(Object.keys(body.paths).sort()).toEqual([
      '/api/v1/admin/ordering/audit',
      '/api/v1/admin/ordering/customers/{id}',
      '/api/v1/admin/ordering/customers/{id}/export',
      '/api/v1/guest-orders/links',
      '/api/v1/guest-orders/{id}',
      '/api/v1/guest-orders/{id}/cancel',
      '/api/v1/guest-orders/{id}/claim',
      '/api/v1/guest-orders/{id}/deletion',
      '/api/v1/guest-orders/{id}/invoices/{number}',
      '/api/v1/guest-orders/{id}/pay',
      '/api/v1/guest-orders/{id}/payment-visit',
      '/api/v1/guest-orders/{id}/returns',
      '/api/v1/orders',
      '/api/v1/orders/events',
      '/api/v1/orders/{id}',
      '/api/v1/orders/{id}/cancel',
      '/api/v1/orders/{id}/invoices/{number}',
      '/api/v1/orders/{id}/pay',
      '/api/v1/orders/{id}/payment-visit',
      '/api/v1/orders/{id}/returns',
      '/api/v1/sales-settings',
      '/api/v1/staff/invoices',
      '/api/v1/staff/invoices/export',
      '/api/v1/staff/invoices/{number}',
      '/api/v1/staff/orders',
      '/api/v1/staff/orders/events',
      '/api/v1/staff/orders/export',
      '/api/v1/staff/orders/print',
      '/api/v1/staff/orders/{id}',
      '/api/v1/staff/orders/{id}/address',
      '/api/v1/staff/orders/{id}/cancel',
      '/api/v1/staff/orders/{id}/cancellations',
      '/api/v1/staff/orders/{id}/notes',
      '/api/v1/staff/orders/{id}/refunds',
      '/api/v1/staff/orders/{id}/returns/{returnId}/approve',
      '/api/v1/staff/orders/{id}/returns/{returnId}/receive',
      '/api/v1/staff/orders/{id}/returns/{returnId}/refund',
      '/api/v1/staff/orders/{id}/returns/{returnId}/refuse',
      '/api/v1/staff/orders/{id}/ship-rest',
      '/api/v1/staff/orders/{id}/shipments',
      '/api/v1/staff/orders/{id}/shipments/{shipmentId}/deliver',
      '/api/v1/staff/orders/{id}/shipments/{shipmentId}/packing-slip',
      '/api/v1/staff/orders/{id}/shipments/{shipmentId}/ship',
      '/internal/v1/orders/{id}',
    ]);
  });
});
