import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import { BSON } from 'mongodb';
import request from 'supertest';
import { dueWorkOf } from '../src/domain/due-work.ts';
import { movedMoney } from '../src/domain/payment-ledger.ts';
import type { OrderDocument } from '../src/store/order-document.ts';
import type { Payments } from '../src/usecases/payments.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';

/** Documents as the code of release 0.1 left them, one in each state. */
const former = BSON.EJSON.parse(
  readFileSync(join(import.meta.dirname, 'orders-of-release-0.1.json'), 'utf8'),
) as Record<string, OrderDocument>;
const idOf = (name: string): string => {
  const document = former[name];
  if (!document) throw new Error(`no order ${name}`);
  return document._id;
};
const total = 22_077;

let bench: OrderingBench;
const charges: string[] = [];
const refunds: object[] = [];
/** Knows of the charge that was under way in each order. */
const company: Payments = {
  charge: async ({ key, mayExist }) => {
    charges.push(`${mayExist ? 'looked up' : 'charged'} ${key}`);
    return { outcome: 'charged', chargeId: `ch_${key}` };
  },
  lookUp: async (key) => ({ outcome: 'charged', chargeId: `ch_${key}` }),
  cancel: async () => ({ outcome: 'declined', reason: 'Not confirmed' }),
  refund: async (asked) => {
    refunds.push(asked);
    return { refundId: `re_${asked.key}` };
  },
};
const of = (name: string) => (event: { subject: string }) => event.subject === idOf(name);
const find = async (name: string): Promise<OrderDocument> =>
  (await bench.orders.findOne({ _id: idOf(name) })) as OrderDocument;

beforeAll(async () => {
  bench = await createOrderingBench();
  await bench.orders.insertMany(Object.values(former));
  const worker = await bench.startWorker({}, { payments: company });
  await worker.ready();
});
afterAll(() => bench?.close());

describe('an order of release 0.1', () => {
  test.each([
    ['awaiting-validation', 'awaiting-validation', 0, 0],
    ['paid', 'paid', total, 0],
    ['shipped', 'shipped', total, 0],
    ['delivered', 'delivered', total, 0],
    ['cancelled at once', 'cancelled', 0, 0],
    ['stock rejected', 'cancelled', 0, 0],
    ['declined', 'cancelled', 0, 0],
    ['refunded', 'cancelled', total, total],
    ['never charged', 'cancelled', 0, 0],
    ['surfaced charge refunded', 'cancelled', total, total],
    ['anonymised', 'paid', total, 0],
  ])('that was %s is %s, its money told', async (name, status, charged, refunded) => {
    const { state, version } = await find(name);
    expect({ status: state.status, version }).toEqual({ status, version: former[name]?.version });
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    expect(movedMoney(state)).toEqual({ charged: usd(charged), refunded: usd(refunded) });
    expect(state.history).toEqual(former[name]?.state.history);
    expect(state.price.totals).toEqual(former[name]?.state.totals);
    expect(dueWorkOf(state, state.submittedAt)).toBeUndefined();
  });

  test.each(['submitted'])('that was %s goes on', async (name) => {
    await bench.spy.waitFor(orderingEvents.orderAwaitingValidation, of(name));
  });

  test.each([
    ['stock-confirmed', 'charged'],
    ['being charged', 'looked up'],
  ])('that was %s is paid, by a charge that is %s under the key it had', async (name, how) => {
    await bench.spy.waitFor(orderingEvents.orderPaid, of(name));
    expect(charges.filter((one) => one.endsWith(idOf(name)))).toEqual([`${how} ${idOf(name)}`]);
  });

  test.each([
    ['refunding, charge under way', 1],
    ['refunding, charged', 1],
    ['refunding, charge found', 1],
    ['charge surfaced after the cancellation', 0],
  ])('that was %s gets its money back under the key it had', async (name, cancelledNow) => {
    await bench.spy.waitFor(orderingEvents.orderRefunded, of(name));
    const { state } = await bench.orderOnceIt(
      idOf(name),
      'is cancelled',
      (order) => order.state.status === 'cancelled',
    );
    const { charged, refunded } = movedMoney(state);
    expect([charged.amount, refunded.amount]).toEqual([total, total]);
    expect(refunds).toContainEqual({ key: `${idOf(name)}:refund`, chargeId: expect.stringContaining('ch_') });
    // Release 0.1 said so only after the refund; its catalog still holds the stock of the others.
    expect(bench.spy.all(orderingEvents.orderCancelled).filter(of(name))).toHaveLength(cancelledNow);
  });

  test('is carried over once, however often a process starts', async () => {
    const before = await find('paid');
    const api = await bench.startApi();
    await api.ready();
    expect(await find('paid')).toEqual(before);
    const token = await bench.minter.shopper({ id: before.buyerId });
    const answer = await request(api.api.app)
      .get(`/api/v1/orders/${before._id}`)
      .set('authorization', `Bearer ${token}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      status: 'paid',
      actions: ['cancel'],
      payment: { charged: { amount: total } },
    });
  });
});
