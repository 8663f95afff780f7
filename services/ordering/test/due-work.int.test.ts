import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDueWorkLoop, type ClaimedWork } from '@quayside/due-work';
import { createMongoDueWorkQueue } from '@quayside/mongo';
import { silentLogger, testMongo, type TestMongo } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { decide } from '../src/domain/decide.ts';
import type { DueWorkKind } from '../src/domain/due-work.ts';
import type { OrderCommand } from '../src/domain/order-command.ts';
import type { Order } from '../src/domain/order.ts';
import { createMongoFormerBuyers } from '../src/store/mongo-former-buyers.ts';
import { createAuditedWrite } from '../src/store/audited-write.ts';
import { createMongoOrderStore } from '../src/store/mongo-order-store.ts';
import { ensureOrderIndexes, orderCollection, type OrderCollection } from '../src/store/order-document.ts';
import { createChargeOrder } from '../src/usecases/charge-order.ts';
import { createEndGracePeriod } from '../src/usecases/end-grace-period.ts';
import { PaymentUnclear, type Payments } from '../src/usecases/payments.ts';
import { createRefundOrder } from '../src/usecases/refund-order.ts';
import { createSubmitOrder } from '../src/usecases/submit-order.ts';
import { toIntegrationEvents } from '../src/messages/to-integration-events.ts';
import { checkoutOf, keptDetails } from './checkout.ts';

let mongo: TestMongo;
let orders: OrderCollection;
let clock: number;
const now = () => new Date(clock);
const leaseMs = 15_000;
const stockHoldMs = 60_000;

beforeAll(async () => {
  mongo = await testMongo();
  orders = orderCollection(mongo.db);
  await ensureOrderIndexes(orders);
  await ensureOrderIndexes(orders);
});
afterAll(() => mongo.drop());
beforeEach(async () => {
  await orders.deleteMany({});
  clock = Date.parse('2026-11-22T10:00:00.000Z');
});

const worker = () => {
  const queue = createMongoDueWorkQueue({ collection: orders, now });
  const relay = {
    leaseFields: () => ({ outboxLease: { owner: 'test', until: now() } }),
    takeAlong: () => undefined,
    afterWrite: () => undefined,
  };
  const store = createMongoOrderStore({
    orders,
    relay,
    toIntegrationEvents,
    writeAudited: createAuditedWrite(mongo.db, orders),
    onScheduled: queue.scheduled,
    now,
  });
  return { queue, store, formerBuyers: createMongoFormerBuyers(mongo.db) };
};

const claim = async (kind: DueWorkKind): Promise<ClaimedWork<DueWorkKind> | undefined> =>
  (await worker().queue.claim([kind], { limit: 1, leaseMs }))[0];

const submit = async (gracePeriodMs: number): Promise<string> => {
  const { orderId, version: _, at: submittedAt, ...checkout } = checkoutOf();
  const submitOrder = createSubmitOrder({ ...worker(), keptDetails, now, gracePeriodMs });
  await submitOrder({ ...checkout, id: orderId, submittedAt }, { eventId: uuidv7() });
  return orderId;
};

describe('due work', () => {
  test('is not due before the grace period ends', async () => {
    await submit(60_000);
    const { queue } = worker();
    expect(await claim('end-grace-period')).toBeUndefined();
    expect(await queue.nextDueAt(['end-grace-period', 'charge'])).toEqual(new Date(clock + 60_000));
    clock += 60_000;
    expect(await claim('end-grace-period')).toMatchObject({ attempt: 1 });
  });

  test('of one order is claimed once by ten workers at the same moment', async () => {
    const orderId = await submit(0);
    const claims = await Promise.all(Array.from({ length: 10 }, () => claim('end-grace-period')));
    expect(claims.filter(Boolean).map((work) => work?.id)).toEqual([orderId]);
  });

  test('of thirty orders is done once each by ten workers', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => submit(0)));
    const started: string[] = [];
    const done = Promise.withResolvers<void>();
    const loops = Array.from({ length: 10 }, () => {
      const { queue, store } = worker();
      const endGracePeriod = createEndGracePeriod({ store, now });
      const run = async (work: ClaimedWork) => {
        started.push(work.id);
        await endGracePeriod(work.id);
        if ((await orders.countDocuments({ 'state.status': 'awaiting-validation' })) === ids.length)
          done.resolve();
      };
      const lanes = [{ kinds: ['end-grace-period' as const], concurrency: 4, run }];
      return createDueWorkLoop({
        name: 'due work',
        queue,
        lanes,
        leaseMs,
        pollMs: 50,
        now,
        onDone: () => undefined,
        onFailure: (_work, error) => done.reject(error),
        logger: silentLogger,
      });
    });
    for (const loop of loops) loop.start();
    await done.promise;
    await Promise.all(loops.map((loop) => loop.close()));

    expect(started.toSorted()).toEqual(ids.toSorted());
    const all = await orders.find({}).toArray();
    expect(all.map(({ state }) => state.version)).toEqual(ids.map(() => 2));
    expect(all.map(({ due }) => due)).toEqual(ids.map(() => undefined));
    const types = all.map(({ outbox }) => outbox?.map(({ type }) => type.split('.')[2]));
    expect(types).toEqual(ids.map(() => ['order-submitted', 'order-awaiting-validation']));
  });
});

test('an event that an order has handled is not put to it again', async () => {
  const { store } = worker();
  const orderId = await submit(0);
  const eventId = uuidv7();
  let asked = 0;
  const change = (order: Order) => {
    asked += 1;
    return decide({ type: 'end-grace-period', at: now().toISOString() }, order);
  };
  await store.update(orderId, change, { eventId });
  const again = await store.update(orderId, change, { eventId });
  expect(asked).toBe(1);
  expect(again).toMatchObject({ events: [], order: { status: 'awaiting-validation', version: 2 } });
});

describe('a company without a clear answer', () => {
  const at = '2026-11-22T10:00:00.000Z';
  const noAnswer = () => Promise.reject(new PaymentUnclear('no answer'));
  const silent: Payments = {
    charge: noAnswer,
    lookUp: async () => undefined,
    refund: noAnswer,
    cancel: noAnswer,
  };
  const confirmed = async (...more: OrderCommand[]) => {
    const { store } = worker();
    const orderId = await submit(0);
    const commands = [{ type: 'end-grace-period', at }, { type: 'confirm-stock', at }, ...more] as const;
    for (const command of commands) await store.update(orderId, (order) => decide(command, order));
    return orderId;
  };
  const claimAgain = async (kind: 'charge' | 'refund') => {
    clock += leaseMs;
    return (await claim(kind)) as ClaimedWork;
  };

  test('is asked for a charge only after it was asked whether there is one', async () => {
    const mayExist: boolean[] = [];
    const charge: Payments['charge'] = (request) => (mayExist.push(request.mayExist), noAnswer());
    const { charge: chargeOrder } = createChargeOrder({
      store: worker().store,
      payments: { ...silent, charge },
      now,
      stockHoldMs,
      confirmMs: 60_000,
      returnUrlsOf: () => ({ en: 'http://shop.test', de: 'http://shop.test' }),
    });
    await confirmed();
    for (let turn = 0; turn < 2; turn += 1) {
      await expect(chargeOrder(await claimAgain('charge'))).rejects.toThrow(PaymentUnclear);
    }
    expect(mayExist).toEqual([false, true]);
  });

  test('is believed the third time that it knows of no charge', async () => {
    const refundOrder = createRefundOrder({ store: worker().store, payments: silent, now });
    const cancel = { type: 'cancel-order', at, by: 'buyer', reason: 'Cancelled by the buyer' } as const;
    const orderId = await confirmed({ type: 'begin-charge', at }, cancel);
    for (let turn = 0; turn < 2; turn += 1) {
      await expect(refundOrder(await claimAgain('refund'))).rejects.toThrow(PaymentUnclear);
    }
    await refundOrder(await claimAgain('refund'));
    expect((await orders.findOne({ _id: orderId }))?.state.status).toBe('cancelled');
  });
});

describe('queries', () => {
  const stagesOf = (plan: unknown): string[] =>
    [...JSON.stringify(plan).matchAll(/"stage":"(\w+)"/g)].map(([, stage]) => stage as string);

  test.each([
    [
      'what comes next',
      () =>
        orders
          .find({ 'due.kind': { $in: ['charge', 'refund'] } })
          .sort({ 'due.at': 1 })
          .limit(1),
    ],
    [
      'what is due',
      () =>
        orders
          .find({ 'due.kind': { $in: ['charge', 'refund'] }, 'due.at': { $lte: now() } })
          .sort({ 'due.at': 1 })
          .limit(16),
    ],
    ['the orders of a buyer', () => orders.find({ buyerId: 'x' }).sort({ createdAt: -1, _id: -1 }).limit(24)],
  ])('for %s use an index and sort nothing', async (_, query) => {
    const { queryPlanner } = await query().explain('queryPlanner');
    const stages = stagesOf(queryPlanner.winningPlan);
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('COLLSCAN');
    expect(stages).not.toContain('SORT');
  });
});
