import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { basketEvents, orderingEvents } from '@quayside/contracts';
import { newEvent } from '@quayside/messaging';
import { waitUntil } from '@quayside/testkit';
import { ada, checkoutOf } from './checkout.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';

let bench: OrderingBench;

beforeAll(async () => {
  bench = await createOrderingBench();
  const worker = await bench.startWorker({ GRACE_PERIOD_SECONDS: '3600' });
  await worker.ready();
});
afterAll(() => bench?.close());

const isThere = (orderId: string) => bench.orderOnceIt(orderId, 'is there', () => true);

test('an order is of whom Basket says, although no event does', async () => {
  const { orderId, event } = await bench.checkOut();
  const { state } = await isThere(orderId);
  expect(state.buyer).toEqual({ id: event.data.buyerId, name: ada.name, email: ada.email });
  expect(state.shippingAddress).toEqual(ada.shippingAddress);
  const { data } = await bench.spy.waitFor(
    orderingEvents.orderSubmitted,
    ({ subject }) => subject === orderId,
  );
  expect(JSON.stringify([event.data, data])).not.toMatch(/Ada|Falmouth|Quay Street|ada@/);
});

test('many checkouts that wait are asked about together', async () => {
  const before = bench.basket.asked.length;
  const checkouts = await Promise.all(Array.from({ length: 40 }, () => bench.checkOut()));
  await Promise.all(checkouts.map(({ orderId }) => isThere(orderId)));
  const calls = bench.basket.asked.slice(before);
  expect(calls.flat().toSorted()).toEqual(checkouts.map(({ orderId }) => orderId).toSorted());
  expect(calls.length).toBeLessThan(checkouts.length);
});

test('while Basket is away the checkout waits, is no dead letter, and becomes an order when it is back', async () => {
  bench.basket.answer(503);
  const { orderId } = await bench.checkOut();
  await waitUntil(
    () => bench.logs.lines.some(({ msg }) => msg === 'a dependency is down, the message waits'),
    { describe: 'the message to wait' },
  );
  expect(await bench.orders.findOne({ _id: orderId })).toBeNull();
  bench.basket.answer(200);
  expect((await isThere(orderId)).state.buyer.name).toBe(ada.name);
  expect(bench.logs.lines.filter(({ level }) => level === 'error')).toEqual([]);
}, 60_000);

test('an order that comes again when Basket has dropped what it knew stays as it is', async () => {
  const { orderId, event } = await bench.checkOut();
  const { state } = await isThere(orderId);
  bench.basket.forget(orderId);
  const asked = bench.basket.asked.flat().filter((id) => id === orderId).length;
  await bench.spy.republish(event);
  await waitUntil(() => bench.basket.asked.flat().filter((id) => id === orderId).length > asked, {
    describe: 'the repeat to be asked about',
  });
  const later = await bench.checkOut({ buyerId: event.data.buyerId });
  await isThere(later.orderId);
  expect((await bench.orders.findOne({ _id: orderId }))?.state).toEqual(state);
});

test('an order of somebody whom Basket has forgotten ends without a charge, and names nobody', async () => {
  const checkout = checkoutOf();
  bench.basket.forget(checkout.buyerId);
  const { orderId } = await bench.checkOut(checkout);
  const { state } = await bench.orderOnceIt(
    orderId,
    'is cancelled',
    (order) => order.state.status === 'cancelled',
  );
  expect(state.buyer).toMatchObject({ id: checkout.buyerId, email: '' });
  expect(state.shippingAddress).toMatchObject({ street: 'removed', country: 'GB' });
  expect(state.totals).toEqual(checkout.totals);
  expect(state.payment.ledger).toEqual([]);
  await bench.spy.waitFor(orderingEvents.orderCancelled, ({ subject }) => subject === orderId);
});

test('a checkout of release 0.1, which told the person, becomes an order without asking anybody', async () => {
  const { buyerId: id, destination: _, ...checkout } = checkoutOf();
  const { name, email, shippingAddress } = ada;
  const data = { ...checkout, buyer: { id, name, email }, shippingAddress };
  const about = { subject: checkout.orderId, source: 'basket', data: checkoutOf() };
  await bench.spy.republish({ ...newEvent(basketEvents.checkedOut, about), data });
  const { state } = await isThere(checkout.orderId);
  expect([state.buyer, state.shippingAddress]).toEqual([{ id, name, email }, shippingAddress]);
  expect(bench.basket.asked.flat()).not.toContain(checkout.orderId);
});
