import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents, orderingEvents } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { customerFiguresChanged } from '../src/messages/customer-figures-changed.ts';
import { countCustomers } from '../src/store/carry-over/count-customers.ts';
import { customerCollection } from '../src/store/mongo-customers.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

let bench: OrderingBench;
let company: PaymentCompany;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;
let tokens: { support: string; admin: string; merchandiser: string };

beforeAll(async () => {
  [bench, company] = await Promise.all([createOrderingBench(), startPaymentCompany()]);
  api = await bench.startApi();
  const worker = await bench.startWorker(company.config);
  await worker.ready();
  const { minter } = bench;
  tokens = {
    support: await minter.support(),
    admin: await minter.admin(),
    merchandiser: await minter.merchandiser(),
  };
}, 60_000);
afterAll(async () => {
  await bench?.close();
  await company?.close();
});

const get = (path: string, as: keyof typeof tokens = 'support') =>
  request(api.api.app).get(path).set('authorization', `Bearer ${tokens[as]}`);
const of = (id: string) => `/api/v1/admin/ordering/customers/${id}`;
const buyer = () => ({ buyerId: uuidv7() });

const paid = async (buyerId: string) => {
  const { orderId } = await bench.checkOut({ buyerId, paymentToken: 'tok_ok' });
  await bench.reserveStock(orderId);
  return bench.orderOnceIt(orderId, 'is paid', ({ state }) => state.status === 'paid');
};
const told = (
  customerId: string,
  matches: (data: { orders: number; spend: readonly { amount: number }[] }) => boolean,
) =>
  bench.spy.waitFor(
    orderingEvents.customerFiguresChanged,
    ({ data }) => data.customerId === customerId && matches(data),
  );

describe('what the orders of a customer come to', () => {
  test('is counted as they order, pay and get money back, and told', async () => {
    const { buyerId } = buyer();
    expect((await get(of(buyerId)).expect(200)).body).toEqual({ orders: 0, spend: [], addresses: [] });
    const { _id: orderId, state } = await paid(buyerId);
    const { amount } = state.totals.total;
    await told(buyerId, ({ orders, spend }) => orders === 1 && spend[0]?.amount === amount);
    const refunded = { amount: { amount: 500, currency: 'USD' }, reason: 'Scratched' };
    const { version } = await bench.orderOnceIt(orderId, 'is there', () => true);
    await request(api.api.app)
      .post(`/api/v1/staff/orders/${orderId}/refunds`)
      .set('authorization', `Bearer ${tokens.admin}`)
      .set('idempotency-key', uuidv7())
      .set('if-match', `"v${version}"`)
      .send(refunded)
      .expect(200);
    await told(buyerId, ({ spend }) => spend[0]?.amount === amount - 500);
    await paid(buyerId);
    await told(buyerId, ({ orders, spend }) => orders === 2 && spend[0]?.amount === 2 * amount - 500);
    const { body } = await get(of(buyerId)).expect(200);
    expect(body).toMatchObject({ orders: 2, spend: [{ amount: 2 * amount - 500, currency: 'USD' }] });
    expect(body.addresses).toHaveLength(1);
    const versions = bench.spy
      .all(orderingEvents.customerFiguresChanged)
      .filter(({ data }) => data.customerId === buyerId)
      .map(({ data }) => data.version);
    expect(versions).toEqual(versions.map((_, at) => at + 1));
  }, 60_000);

  test('is seen by support; all orders as a file by admins; the list narrows down to one customer', async () => {
    const { buyerId } = buyer();
    const { _id: orderId } = await paid(buyerId);
    await paid(buyer().buyerId);
    await get(of(buyerId), 'merchandiser').expect(403);
    await get(`${of(buyerId)}/export`).expect(403);
    const { body } = await get(`${of(buyerId)}/export`, 'admin').expect(200);
    expect(body.orders).toMatchObject([{ id: orderId }]);
    expect(JSON.stringify(body)).not.toMatch(/tok_|paymentToken/);
    const listed = await get(`/api/v1/staff/orders?buyer=${buyerId}`).expect(200);
    expect(listed.body.items).toMatchObject([{ id: orderId }]);
    await get('/api/v1/staff/orders?buyer=me').expect(400);
  }, 60_000);

  test('is forgotten with the account', async () => {
    const { buyerId } = buyer();
    await paid(buyerId);
    await told(buyerId, ({ spend }) => spend.length === 1);
    await bench.spy.publish(identityEvents.userDeleted, {
      subject: buyerId,
      data: { userId: buyerId, version: 2 },
    });
    const customers = customerCollection(bench.db);
    await waitUntil(async () => (await customers.findOne({ _id: buyerId })) === null, {
      describe: 'a customer to be forgotten',
    });
  }, 60_000);

  test('is counted for orders that were there before anybody was', async () => {
    const { buyerId } = buyer();
    await paid(buyerId);
    await told(buyerId, ({ spend }) => spend.length === 1);
    const customers = customerCollection(bench.db);
    await customers.deleteMany({});
    await bench.db.collection<{ _id: string }>('migrations').deleteOne({ _id: 'customers-counted' });
    const options = { toEvent: customerFiguresChanged, now: () => new Date() };
    expect(await countCustomers(bench.db, options)).toBeGreaterThan(0);
    expect(await customers.findOne({ _id: buyerId })).toMatchObject({ version: 1, figures: { orders: 1 } });
    expect(await countCustomers(bench.db, options)).toBe(0);
  }, 60_000);

  test('that a crash left uncounted is counted at the next start', async () => {
    const { buyerId } = buyer();
    await paid(buyerId);
    await told(buyerId, ({ spend }) => spend.length === 1);
    const customers = customerCollection(bench.db);
    await customers.deleteOne({ _id: buyerId });
    await bench.startWorker(company.config);
    await waitUntil(async () => (await customers.findOne({ _id: buyerId }))?.figures.orders === 1, {
      describe: 'the customer to be counted again',
    });
  }, 60_000);

  test('is counted by an index over the orders of the customer', async () => {
    const plan = await bench.db
      .collection('orders')
      .find({ buyerId: { $in: [uuidv7()] } })
      .explain('queryPlanner');
    expect(JSON.stringify(plan)).toContain('orders_of_buyer');
  });
});
