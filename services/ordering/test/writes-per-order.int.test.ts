import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import { MongoClient } from 'mongodb';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';
import type { Payments } from '../src/usecases/payments.ts';

let bench: OrderingBench;
const company: Payments = {
  charge: async ({ key }) => ({ outcome: 'charged', chargeId: `ch_${key}` }),
  lookUp: async () => undefined,
  cancel: async () => ({ outcome: 'declined', reason: 'Not confirmed' }),
  refund: async ({ key }) => ({ refundId: `re_${key}` }),
};
/** What the database itself did to the orders, one entry for each document of each write. */
let writes: { what: string; id: unknown }[];
let profiler: MongoClient;

beforeAll(async () => {
  bench = await createOrderingBench();
  profiler = await MongoClient.connect(bench.env.MONGODB_URL);
  writes = [];
  const worker = await bench.startWorker({ GRACE_PERIOD_SECONDS: '1' }, { payments: company });
  await worker.ready();
});
afterAll(async () => {
  await profiler?.close();
  await bench?.close();
});

const watch = async () => {
  const stream = profiler.db().collection('orders').watch([], { showExpandedEvents: true });
  stream.on('change', (change) => {
    if ('documentKey' in change) writes.push({ what: change.operationType, id: change.documentKey._id });
  });
  await new Promise<void>((resolve) => stream.once('resumeTokenChanged', () => resolve()));
  return stream;
};

test('an order takes four writes from submitted to paid, and one more when its last events have left', async () => {
  const stream = await watch();
  const { orderId } = await bench.checkOut();
  await bench.reserveStock(orderId);
  await bench.spy.waitFor(orderingEvents.orderPaid, ({ subject }) => subject === orderId);
  const mine = () => writes.filter(({ id }) => id === orderId).map(({ what }) => what);
  await bench.orderOnceIt(
    orderId,
    'has an empty outbox',
    ({ outbox, outboxLease }) => !outbox?.length && !outboxLease,
  );
  await bench.orderOnceIt(orderId, 'is watched to the end', () => mine().length >= 5);
  expect(mine()).toEqual(['insert', 'update', 'update', 'update', 'update']);
  await stream.close();
}, 60_000);

test('many orders at once take hardly more, and never what they took before', async () => {
  const stream = await watch();
  const orders = await Promise.all(Array.from({ length: 60 }, () => bench.checkOut()));
  await Promise.all(orders.map(({ orderId }) => bench.reserveStock(orderId)));
  for (const { orderId } of orders) {
    await bench.spy.waitFor(orderingEvents.orderPaid, ({ subject }) => subject === orderId);
    await bench.orderOnceIt(
      orderId,
      'has an empty outbox',
      ({ outbox, outboxLease }) => !outbox?.length && !outboxLease,
    );
  }
  const ids = new Set<unknown>(orders.map(({ orderId }) => orderId));
  const mine = writes.filter(({ id }) => ids.has(id));
  // One that waits long for its neighbours is written by others, or rid of its events, in between.
  expect(mine.length).toBeLessThanOrEqual(7 * orders.length);
  await stream.close();
}, 60_000);
