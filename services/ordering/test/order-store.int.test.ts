import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OutgoingEvent } from '@quayside/messaging';
import { testMongo, type TestMongo } from '@quayside/testkit';
import { decide } from '../src/domain/decide.ts';
import type { OrderCommand } from '../src/domain/order-command.ts';
import { toIntegrationEvents } from '../src/messages/to-integration-events.ts';
import { createMongoFormerBuyers } from '../src/store/mongo-former-buyers.ts';
import { createAuditedWrite } from '../src/store/audited-write.ts';
import { createMongoOrderStore } from '../src/store/mongo-order-store.ts';
import { orderCollection, type OrderCollection } from '../src/store/order-document.ts';
import { createSubmitOrder } from '../src/usecases/submit-order.ts';
import { checkoutOf, keptDetails } from './checkout.ts';

let mongo: TestMongo;
let orders: OrderCollection;
const now = () => new Date('2026-11-22T10:00:00.000Z');
const at = now().toISOString();
beforeAll(async () => {
  mongo = await testMongo();
  orders = orderCollection(mongo.db);
});
afterAll(() => mongo.drop());

/** A process of its own, with what it told its relay of each order's outbox: events, or that it is to be read. */
const someProcess = () => {
  const told: (readonly string[] | 'read')[] = [];
  const relay = {
    leaseFields: () => ({ outboxLease: { owner: 'test', until: now() } }),
    takeAlong: () => undefined,
    afterWrite: (_id: unknown, { written }: { written?: readonly OutgoingEvent[] | undefined } = {}) =>
      void told.push(written?.map(({ type }) => type.split('.')[2] ?? '') ?? 'read'),
  };
  const store = createMongoOrderStore({
    orders,
    relay,
    toIntegrationEvents,
    writeAudited: createAuditedWrite(mongo.db, orders),
    onScheduled: () => undefined,
    now,
  });
  const formerBuyers = createMongoFormerBuyers(mongo.db);
  const submitOrder = createSubmitOrder({ store, keptDetails, formerBuyers, now, gracePeriodMs: 0 });
  return {
    told,
    submit: async () => {
      const { orderId, version: _, at: submittedAt, ...checkout } = checkoutOf();
      await submitOrder({ ...checkout, id: orderId, submittedAt }, { eventId: crypto.randomUUID() });
      return orderId;
    },
    put: (orderId: string, command: OrderCommand) => store.update(orderId, (order) => decide(command, order)),
  };
};

const endGrace = { type: 'end-grace-period', at } as const;
const confirm = { type: 'confirm-stock', at } as const;
const cancel = { type: 'cancel-order', at, by: 'buyer', reason: 'Changed my mind' } as const;

test('a process that is out of date of an order decides upon what the others made of it', async () => {
  const [worker, api] = [someProcess(), someProcess()];
  const orderId = await worker.submit();
  await api.put(orderId, cancel);
  expect(await worker.put(orderId, endGrace)).toMatchObject({ events: [], order: { status: 'cancelled' } });
  expect((await orders.findOne({ _id: orderId }))?.version).toBe(2);
});

test('a change that is refused of what is remembered is put to the order as it is', async () => {
  const [worker, other] = [someProcess(), someProcess()];
  const orderId = await worker.submit();
  await other.put(orderId, endGrace);
  expect(await worker.put(orderId, confirm)).toMatchObject({
    order: { status: 'stock-confirmed', version: 3 },
  });
});

test('changes of many orders at the same moment each have their effect once, some of them out of date', async () => {
  const [worker, api] = [someProcess(), someProcess()];
  const ids = await Promise.all(Array.from({ length: 30 }, worker.submit));
  const cancelled = new Set(ids.filter((_, place) => place % 5 === 0));
  await Promise.all([...cancelled].map((id) => api.put(id, cancel)));
  await Promise.all(ids.map((id) => worker.put(id, endGrace)));
  for (const document of await orders.find({ _id: { $in: ids } }).toArray()) {
    const isCancelled = cancelled.has(document._id);
    expect(document.state).toMatchObject({
      status: isCancelled ? 'cancelled' : 'awaiting-validation',
      version: 2,
    });
    expect(document.outbox?.map(({ type }) => type.split('.')[2])).toEqual([
      'order-submitted',
      isCancelled ? 'order-cancelled' : 'order-awaiting-validation',
    ]);
  }
});

test('the relay is handed what was written while the outbox holds nothing of another process', async () => {
  const [worker, api] = [someProcess(), someProcess()];
  const orderId = await worker.submit();
  await worker.put(orderId, endGrace);
  expect(worker.told).toEqual([['order-submitted'], ['order-awaiting-validation']]);
  await api.put(orderId, cancel);
  expect(api.told).toEqual(['read']);
});
