import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import { createCancelOrder } from '../src/usecases/cancel-order.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

let bench: OrderingBench;
let company: PaymentCompany;
let forgetful: PaymentCompany;

beforeAll(async () => {
  [bench, company, forgetful] = await Promise.all([
    createOrderingBench(),
    startPaymentCompany(),
    startPaymentCompany(),
  ]);
}, 60_000);
afterAll(async () => {
  await bench?.close();
  await Promise.all([company?.close(), forgetful?.close()]);
});

test('a refund of a charge that the company does not know of is told to somebody, and stays due', async () => {
  const worker = await bench.startWorker(company.config);
  const { orderId, buyerId } = await bench.checkOut();
  await bench.reserveStock(orderId);
  await bench.spy.waitFor(orderingEvents.orderPaid, ({ subject }) => subject === orderId);
  await worker.stop();

  const { store, now } = await bench.startApi();
  const { status } = await createCancelOrder({ store, now })({ orderId, buyerId });
  expect(status).toBe('refunding');
  await bench.startWorker(forgetful.config);
  const line = await waitUntil(
    () => bench.logs.lines.find((entry) => entry['level'] === 'error' && entry['orderId'] === orderId),
    { describe: 'an error in the log' },
  );
  expect(line).toMatchObject({ kind: 'refund', msg: 'somebody must settle this with the payment company' });
  const order = await bench.orderOnceIt(orderId, 'is due', ({ due }) => due?.claimId === undefined);
  expect(order).toMatchObject({ state: { status: 'refunding' }, due: { kind: 'refund' } });
});
