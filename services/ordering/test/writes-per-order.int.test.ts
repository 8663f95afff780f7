import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
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
let database: MongoClient;

beforeAll(async () => {
  bench = await createOrderingBench();
  database = await MongoClient.connect(bench.env.MONGODB_URL);
  const worker = await bench.startWorker({ GRACE_PERIOD_SECONDS: '1' }, { payments: company });
  await worker.ready();
});
afterAll(async () => {
  await database?.close();
  await bench?.close();
});

const onceAllIsTold = (orderId: string) =>
  bench.orderOnceIt(
    orderId,
    'is paid, with an empty outbox',
    ({ state, outbox, outboxLease }) => state.status === 'paid' && !outbox?.length && !outboxLease,
  );

interface Profiled {
  op: string;
  command: {
    updates?: unknown;
    u?: { $set?: { state?: { status: string } } };
    findAndModify?: string;
  };
}

/** Every write to orders since the call that changed something, in the order and the words of MongoDB's own profiler. */
const profiled = async () => {
  const db = database.db();
  await db.createCollection('system.profile', { capped: true, size: 32 * 1024 * 1024 });
  await db.command({ profile: 2 });
  return async (): Promise<string[]> => {
    await db.command({ profile: 0 });
    const changed = [{ ninserted: { $gt: 0 } }, { nModified: { $gt: 0 } }, { ndeleted: { $gt: 0 } }];
    const entries = await db
      .collection<Profiled>('system.profile')
      .find({
        ns: `${db.databaseName}.orders`,
        $or: [...changed, { 'command.findAndModify': { $exists: true } }],
      })
      .sort({ ts: 1 })
      .toArray();
    return entries.map(({ op, command: { u, findAndModify } }) =>
      findAndModify ? 'findAndModify' : (u?.$set?.state?.status ?? op),
    );
  };
};

test('a lone order takes four writes from submitted to paid, and one more when its last events have left', async () => {
  const writes = await profiled();
  const { orderId } = await bench.checkOut();
  await bench.reserveStock(orderId);
  await onceAllIsTold(orderId);
  expect(await writes()).toEqual(['insert', 'awaiting-validation', 'stock-confirmed', 'paid', 'update']);
}, 60_000);

test('each of many orders at once is changed four times, and what else is written takes out events and claims work', async () => {
  const writes: { id: unknown; isChange: boolean }[] = [];
  const stream = database.db().collection('orders').watch([], { showExpandedEvents: true });
  stream.on('change', (change) => {
    if (!('documentKey' in change)) return;
    const isChange =
      change.operationType !== 'update' || 'version' in (change.updateDescription.updatedFields ?? {});
    writes.push({ id: change.documentKey._id, isChange });
  });
  await new Promise<void>((resolve) => stream.once('resumeTokenChanged', () => resolve()));
  const orders = await Promise.all(Array.from({ length: 60 }, () => bench.checkOut()));
  await Promise.all(orders.map(({ orderId }) => bench.reserveStock(orderId)));
  for (const { orderId } of orders) await onceAllIsTold(orderId);
  // Comes behind all of theirs.
  const { orderId: last } = await bench.checkOut();
  await waitUntil(() => writes.some(({ id }) => id === last), {
    describe: 'the stream to be read to the end',
  });
  await stream.close();

  const changes = Map.groupBy(
    writes.filter(({ isChange }) => isChange),
    ({ id }) => id,
  );
  expect(orders.map(({ orderId }) => changes.get(orderId)?.length)).toEqual(orders.map(() => 4));
  const ids = new Set<unknown>(orders.map(({ orderId }) => orderId));
  const others = writes.filter(({ id, isChange }) => ids.has(id) && !isChange);
  // One where the machine keeps up: each change takes along what is published of the one before, and the last needs a
  // write for that. An order that waits longer for its next change than its events may stay has such a write of its own
  // for each, so that only as many as there are changes is certain, whatever the load.
  expect(others.length).toBeLessThanOrEqual(4 * orders.length);
}, 60_000);
