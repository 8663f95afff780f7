import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
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
});
