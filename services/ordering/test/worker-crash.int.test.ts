import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { basketEvents, orderingEvents } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import { awaitedVisit, movedMoney } from '../src/domain/payment-ledger.ts';
import { checkoutOf } from './checkout.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

const entry = join(import.meta.dirname, '../src/main/worker.ts');
let bench: OrderingBench;
let company: PaymentCompany;
let child: ChildProcess | undefined;

beforeAll(async () => {
  [bench, company] = await Promise.all([createOrderingBench(), startPaymentCompany()]);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await bench?.close();
  await company?.close();
});

const of = (orderId: string) => (event: { subject: string }) => event.subject === orderId;

test('a worker killed between charge and write: the next one finds the charge, and the order is paid once', async () => {
  // The answer to this charge is lost, so the killed worker is still waiting for it when it dies.
  child = spawn(process.execPath, [entry], {
    env: { ...bench.env, ...company.config, PATH: process.env['PATH'], PAYMENT_TIMEOUT_MS: '60000' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => child?.kill('SIGKILL'));
  const { orderId } = await bench.checkOut({ paymentToken: 'tok_timeout' });
  await bench.reserveStock(orderId);
  const charge = await waitUntil(() => company.chargeOf(orderId), { describe: 'the charge' });
  const killed = once(child, 'exit');
  child.kill('SIGKILL');
  await killed;
  expect((await bench.orders.findOne({ _id: orderId }))?.state.status).toBe('stock-confirmed');

  const next = await bench.startWorker(company.config);
  await bench.spy.waitFor(orderingEvents.orderPaid, of(orderId));
  const order = await bench.orderOnceIt(orderId, 'is paid', ({ state: { status } }) => status === 'paid');
  expect(order.state.payment.ledger).toMatchObject([{ state: 'succeeded', reference: charge.id }]);
  expect(bench.spy.all(orderingEvents.orderPaid).filter(of(orderId))).toHaveLength(1);
  // Kafka lets it into the group when the dead member's session has timed out.
  await next.ready();
  await next.stop();
});

test.each([
  ['before it knew that the buyer is asked', 'charge-begun'],
  ['when it had written that the buyer is asked', 'buyer-asked'],
])(
  'a worker killed %s: the next one goes on with the same charge, and the order is paid once',
  async (_, when) => {
    child = spawn(process.execPath, [entry], {
      env: { ...bench.env, ...company.config, PATH: process.env['PATH'] },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const worker = child;
    const killed = once(worker, 'exit');
    const data = checkoutOf({ paymentToken: 'tok_challenge' });
    const stream = bench.orders.watch([], { fullDocument: 'updateLookup' });
    stream.on('change', (change) => {
      if (!('fullDocument' in change) || change.fullDocument?._id !== data.orderId) return;
      const { timeline = [] } = change.fullDocument;
      if (timeline.some(({ type }) => type === when)) {
        worker.kill('SIGKILL');
      }
    });
    await new Promise<void>((resolve) => stream.once('resumeTokenChanged', () => resolve()));
    await bench.spy.publish(basketEvents.checkedOut, { subject: data.orderId, data });
    const reserved = bench.reserveStock(data.orderId);
    await killed;
    await stream.close();

    const next = await bench.startWorker(company.config);
    await reserved;
    const { state } = await bench.orderOnceIt(
      data.orderId,
      'asks its buyer',
      ({ listed }) => listed.payment === 'awaiting-buyer',
    );
    const url = awaitedVisit(state)?.url ?? '';
    expect(await company.answer(url, { code: '123456' })).toBe(200);
    const paid = await bench.orderOnceIt(data.orderId, 'is paid', (order) => order.state.status === 'paid');
    const { charged, refunded } = movedMoney(paid.state);
    expect([charged.amount, refunded.amount]).toEqual([22_400, 0]);
    expect(paid.state.payment.ledger).toHaveLength(1);
    await next.ready();
    await next.stop();
  },
);

describe('a worker killed right after it wrote that an order is', () => {
  test.each(['submitted', 'awaiting-validation', 'stock-confirmed', 'paid'])(
    '%s: the next one brings it on, and nothing is lost or doubled',
    async (status) => {
      child = spawn(process.execPath, [entry], {
        env: { ...bench.env, ...company.config, PATH: process.env['PATH'] },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const worker = child;
      const isWritten = Promise.withResolvers<void>();
      const stream = bench.orders.watch([], { fullDocument: 'updateLookup' });
      const data = checkoutOf();
      stream.on('change', (change) => {
        if (!('fullDocument' in change) || change.fullDocument?._id !== data.orderId) return;
        if (change.fullDocument.state.history.some((entry) => entry.status === status)) {
          worker.kill('SIGKILL');
          isWritten.resolve();
        }
      });
      await new Promise<void>((resolve) => stream.once('resumeTokenChanged', () => resolve()));
      await bench.spy.publish(basketEvents.checkedOut, { subject: data.orderId, data });
      const reserved = bench.reserveStock(data.orderId);
      await isWritten.promise;
      await stream.close();

      const next = await bench.startWorker(company.config);
      await reserved;
      await bench.spy.waitFor(orderingEvents.orderPaid, of(data.orderId));
      const { state } = await bench.orderOnceIt(
        data.orderId,
        'has nothing left to tell',
        (order) => order.state.status === 'paid' && !order.outboxLease,
      );
      expect(state.history.map((entry) => entry.status)).toEqual([
        ...['submitted', 'awaiting-validation', 'stock-confirmed', 'paid'],
      ]);
      const { charged, refunded } = movedMoney(state);
      expect([charged.amount, refunded.amount]).toEqual([22_400, 0]);
      expect(await company.chargeOf(data.orderId)).toMatchObject({ amount: 22_400, amountRefunded: 0 });
      const told = new Set(
        [
          orderingEvents.orderSubmitted,
          orderingEvents.orderAwaitingValidation,
          orderingEvents.orderPaid,
        ].flatMap((definition) =>
          bench.spy
            .all(definition)
            .filter(of(data.orderId))
            .map(({ id }) => id),
        ),
      );
      expect(told.size).toBe(3);
      await next.stop();
    },
  );
});
