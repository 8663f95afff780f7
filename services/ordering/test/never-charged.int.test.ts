import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import { v7 as uuidv7 } from 'uuid';
import { decide } from '../src/domain/decide.ts';
import { createCancelOrder } from '../src/usecases/cancel-order.ts';
import { createSubmitOrder } from '../src/usecases/submit-order.ts';
import { checkoutOf, keptDetails } from './checkout.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

let bench: OrderingBench;
let company: PaymentCompany;

beforeAll(async () => {
  [bench, company] = await Promise.all([createOrderingBench(), startPaymentCompany()]);
});
afterAll(async () => {
  await bench?.close();
  await company?.close();
});

test('a cancelled order whose charge never reached the company ends cancelled, charged nothing', async () => {
  const { store, formerBuyers, now } = await bench.startApi();
  const { orderId, version: _, at, ...checkout } = checkoutOf();
  const submitOrder = createSubmitOrder({ store, keptDetails, formerBuyers, now, gracePeriodMs: 0 });
  await submitOrder({ ...checkout, id: orderId, submittedAt: at }, { eventId: uuidv7() });
  for (const type of ['end-grace-period', 'confirm-stock', 'begin-charge'] as const) {
    await store.update(orderId, (order) => decide({ type, at }, order));
  }
  const { status } = await createCancelOrder({ store, now })({ orderId, buyerId: checkout.buyerId });
  expect(status).toBe('refunding');

  const worker = await bench.startWorker(company.config);
  const order = await bench.orderOnceIt(orderId, 'is cancelled', ({ state }) => state.status === 'cancelled');
  expect(order.state.payment.ledger).toMatchObject([{ kind: 'charge', state: 'ruled-out' }]);
  expect(order.due).toBeUndefined();
  expect(await company.chargeOf(orderId)).toBeUndefined();
  expect(bench.spy.all(orderingEvents.orderRefunded)).toEqual([]);
  await worker.ready();
});
