import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { soldOrder as soldOrderSchema } from '@quayside/contracts';
import { dayIn } from '@quayside/runtime';
import { testMongo, type TestMongo } from '@quayside/testkit';
import { manyOrder } from '../seed/many-order.ts';
import { dueWorkOf } from '../src/domain/due-work.ts';
import { movedMoney } from '../src/domain/payment-ledger.ts';
import { customerFiguresChanged } from '../src/messages/customer-figures-changed.ts';
import { soldOrder } from '../src/messages/sold-order.ts';
import { addManyOrders } from '../src/store/add-many-orders.ts';
import { countAllCustomers } from '../src/store/carry-over/count-customers.ts';
import { ensureInvoiceIndexes, invoiceCollection } from '../src/store/invoice-document.ts';
import { customerCollection } from '../src/store/mongo-customers.ts';
import { ensureOrderIndexes, orderCollection } from '../src/store/order-document.ts';

const now = new Date('2026-06-30T12:00:00.000Z');
const apart = 6 * 3_600_000;
const made = Array.from({ length: 2000 }, (_, number) =>
  manyOrder(number, now.getTime() - (2000 - number) * apart, { customers: 50, variants: 500, now }),
);
const seller = { name: 'Quayside', address: [], taxId: '', contact: 'crew@quayside.test', imprint: '' };
const add = () =>
  addManyOrders(mongo.db, made, { seller, dayOf: (instant) => dayIn('Europe/Berlin', instant) });
let mongo: TestMongo;

beforeAll(async () => {
  mongo = await testMongo();
  await ensureOrderIndexes(orderCollection(mongo.db));
  await ensureInvoiceIndexes(mongo.db);
  await add();
});
afterAll(async () => mongo?.drop());

test('made-up orders are of every kind that staff meet, and owe no work', () => {
  expect(new Set(made.map(({ order }) => order.status))).toEqual(
    new Set(['paid', 'shipped', 'delivered', 'cancelled', 'partly-refunded', 'returned']),
  );
  for (const { order } of made) expect(dueWorkOf(order, now.toISOString())).toBeUndefined();
  expect(new Set(made.map(({ order }) => order.number)).size).toBe(made.length);
  expect(manyOrder(7, 0, { customers: 5, variants: 5, now })).toEqual(
    manyOrder(7, 0, { customers: 5, variants: 5, now }),
  );
});

test('their invoices and credit notes have numbers without gaps, on days that do not go back', async () => {
  for (const kind of ['invoice', 'credit-note'] as const) {
    for (const year of ['2025', '2026']) {
      const found = await invoiceCollection(mongo.db)
        .find({ kind, issuedOn: { $gte: year, $lt: `${Number(year) + 1}` } })
        .sort({ sequence: 1 })
        .toArray();
      expect(found.map(({ sequence }) => sequence)).toEqual(found.map((_, at) => at + 1));
      const days = found.map(({ issuedOn }) => issuedOn);
      expect(days).toEqual(days.toSorted());
    }
  }
  const invoices = await invoiceCollection(mongo.db).find().toArray();
  const [charged, back] = ['charged', 'refunded'].map((way) =>
    made.reduce((sum, { order }) => sum + movedMoney(order)[way as 'charged' | 'refunded'].amount, 0),
  ) as [number, number];
  expect(invoices.reduce((sum, { sums }) => sum + sums.total, 0)).toBe(charged - back);
});

test('their customers are counted, and told of', async () => {
  expect(await countAllCustomers(mongo.db, customerFiguresChanged)).toBe(50);
  const counted = await customerCollection(mongo.db).find().toArray();
  expect(counted.reduce((sum, { figures }) => sum + figures.orders, 0)).toBe(made.length);
  expect(counted.every(({ outbox }) => outbox?.length === 1)).toBe(true);
});

test('what Marketing counts of them is a line that it can read', () => {
  for (const { order } of made) expect(soldOrderSchema.parse(soldOrder(order))).toEqual(soldOrder(order));
});

test('a shop that has issued invoices takes none of them', async () => {
  await expect(add()).rejects.toThrow('this shop has issued invoices');
  expect(await orderCollection(mongo.db).countDocuments()).toBe(made.length);
});
