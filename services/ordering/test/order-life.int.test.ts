import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogEvents, identityEvents, orderingEvents } from '@quayside/contracts';
import { breakdownFaults, moneyOf, totalsOf, type PricedLine } from '@quayside/contracts/money';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { openCharge } from '../src/domain/payment-ledger.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

let bench: OrderingBench;
let company: PaymentCompany;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;

beforeAll(async () => {
  [bench, company] = await Promise.all([
    createOrderingBench(),
    // Long enough for a shopper to cancel meanwhile, and longer than a lease.
    startPaymentCompany({ SLOW_CHARGE_MS: '3000' }),
  ]);
  api = await bench.startApi();
  await bench.startWorker({ ...company.config, PAYMENT_TIMEOUT_MS: '6000' });
});
afterAll(async () => {
  await bench?.close();
  await company?.close();
});

const of = (orderId: string) => (event: { subject: string }) => event.subject === orderId;
const countOf = (definition: Parameters<OrderingBench['spy']['all']>[0], orderId: string) =>
  bench.spy.all(definition).filter(of(orderId)).length;
const reasonOf = async (orderId: string) =>
  (await bench.orders.findOne({ _id: orderId }))?.state.history.at(-1)?.reason;
const confirmedOrder = async (paymentToken: string) => {
  const checkout = await bench.checkOut({ paymentToken });
  await bench.reserveStock(checkout.orderId);
  return checkout;
};
const cancel = async (orderId: string, buyerId: string) =>
  request(api.api.app)
    .post(`/api/v1/orders/${orderId}/cancel`)
    .set('authorization', `Bearer ${await bench.minter.shopper({ id: buyerId })}`);

describe('the price of an order', () => {
  const shownTo = async (orderId: string, buyerId: string) =>
    request(api.api.app)
      .get(`/api/v1/orders/${orderId}`)
      .set('authorization', `Bearer ${await bench.minter.shopper({ id: buyerId })}`);

  test('is the one its buyer accepted, line by line, in any currency', async () => {
    const eur = (amount: number) => moneyOf(amount, 'EUR');
    const lines = [{ itemId: 7, name: 'Lantern', unitPrice: eur(6_000), quantity: 2, pictureUrl: '' }];
    const priced: PricedLine = {
      itemId: 7,
      unitPrice: eur(6_000),
      quantity: 2,
      subtotal: eur(12_000),
      adjustments: [{ source: { kind: 'campaign', id: 'c', name: 'Regatta week' }, amount: eur(-1_200) }],
      taxes: [{ name: 'VAT', rate: 2_000, amount: eur(1_800), included: true }],
      total: eur(10_800),
    };
    const shipping = {
      ...{ method: 'express', name: 'Express', price: eur(600), adjustments: [], total: eur(600) },
      taxes: [{ name: 'VAT', rate: 2_000, amount: eur(100), included: true }],
      promisedDays: { min: 1, max: 2 },
    };
    const totals = totalsOf([priced], shipping);
    const price = { lines: [priced], shipping, totals };
    const { orderId, buyerId } = await bench.checkOut({ lines, totals, price });
    await bench.orderOnceIt(orderId, 'exists', () => true);
    expect((await shownTo(orderId, buyerId)).body).toMatchObject({ totals, price });
  });

  test('of a checkout of the first release follows from its totals', async () => {
    const { orderId, buyerId, event } = await bench.checkOut();
    expect(event.data).not.toHaveProperty('price');
    await bench.orderOnceIt(orderId, 'exists', () => true);
    const { body } = await shownTo(orderId, buyerId);
    expect(body.price.totals).toEqual(event.data.totals);
    expect(breakdownFaults(body.price)).toEqual([]);
  });
});

describe('a checked-out basket', () => {
  test('becomes an order that is paid, step by step, each with its event and its version', async () => {
    const { orderId, buyerId } = await confirmedOrder('tok_ok');
    const paid = await bench.spy.waitFor(orderingEvents.orderPaid, of(orderId));
    expect(paid.data).toMatchObject({ orderId, buyerId, total: { amount: 22400, currency: 'USD' } });

    const { state, due } = await bench.orderOnceIt(
      orderId,
      'is paid',
      ({ state: { status } }) => status === 'paid',
    );
    expect(state.history.map(({ status, by }) => [status, by])).toEqual([
      ['submitted', 'buyer'],
      ['awaiting-validation', 'ordering'],
      ['stock-confirmed', 'catalog'],
      ['paid', 'payment'],
    ]);
    expect(due).toBeUndefined();
    expect(paid.data.version).toBe(state.version);
    expect(await company.chargeOf(orderId)).toMatchObject({ status: 'succeeded', amount: 22400 });
    const submitted = await bench.spy.waitFor(orderingEvents.orderSubmitted, of(orderId));
    expect(submitted.data).toMatchObject({ number: state.number, version: 1 });
    expect(paid.correlationId).toBe(submitted.correlationId);
  });

  test('that is delivered twice is one order', async () => {
    const { orderId, event } = await bench.checkOut();
    await bench.spy.waitFor(orderingEvents.orderAwaitingValidation, of(orderId));
    await bench.spy.republish(event);
    await bench.reserveStock(orderId);
    await bench.spy.waitFor(orderingEvents.orderPaid, of(orderId));
    expect(await bench.orders.countDocuments({ _id: orderId })).toBe(1);
    expect(countOf(orderingEvents.orderSubmitted, orderId)).toBe(1);
  });

  test('whose stock is confirmed twice is charged once', async () => {
    const { orderId } = await bench.checkOut();
    const reserved = await bench.reserveStock(orderId);
    await bench.spy.waitFor(orderingEvents.orderPaid, of(orderId));
    await bench.spy.republish(reserved);
    const other = await confirmedOrder('tok_ok');
    await bench.spy.waitFor(orderingEvents.orderPaid, of(other.orderId));
    expect(countOf(orderingEvents.orderStockConfirmed, orderId)).toBe(1);
    expect(countOf(orderingEvents.orderPaid, orderId)).toBe(1);
  });

  test('is cancelled with the shortage as its reason when the stock is rejected', async () => {
    const { orderId } = await bench.checkOut();
    await bench.spy.waitFor(orderingEvents.orderAwaitingValidation, of(orderId));
    await bench.spy.publish(catalogEvents.stockRejected, {
      subject: orderId,
      data: { orderId, lines: [{ itemId: 7, requested: 2, available: 1 }], version: 1 },
    });
    const { data } = await bench.spy.waitFor(orderingEvents.orderCancelled, of(orderId));
    expect(data.by).toBe('catalog');
    expect(await reasonOf(orderId)).toBe('Not enough stock: Storm lantern (1 left, 2 ordered)');
    expect(await company.chargeOf(orderId)).toBeUndefined();
  });
});

describe('a charge', () => {
  test('that is declined cancels the order when its stock was held for another card for a while', async () => {
    const { orderId } = await confirmedOrder('tok_declined');
    const { data: declined } = await bench.spy.waitFor(orderingEvents.orderPaymentDeclined, of(orderId));
    expect(declined.reason).toMatch(/declined/);
    const { data } = await bench.spy.waitFor(orderingEvents.orderCancelled, of(orderId));
    expect(data.by).toBe('ordering');
    expect(await reasonOf(orderId)).toBe(declined.reason);
    const { state } = await bench.orderOnceIt(
      orderId,
      'is cancelled',
      ({ state: { status } }) => status === 'cancelled',
    );
    expect(state.history.slice(-2)).toMatchObject([
      { status: 'payment-declined', by: 'payment' },
      { status: 'cancelled', by: 'ordering', at: expect.any(String) },
    ]);
    expect((state.history.at(-1)?.at ?? '') >= declined.payUntil).toBe(true);
  });

  test('with a token that the company will not take is a declined one', async () => {
    const { orderId } = await confirmedOrder('tok_gone');
    await bench.spy.waitFor(orderingEvents.orderCancelled, of(orderId));
    expect(await reasonOf(orderId)).toMatch(/no longer valid/);
  });

  test('that is slow pays the order once, its lease renewed meanwhile', async () => {
    const { orderId } = await confirmedOrder('tok_slow');
    await bench.spy.waitFor(orderingEvents.orderPaid, of(orderId));
    expect(countOf(orderingEvents.orderPaid, orderId)).toBe(1);
  });

  test('whose answer is lost is looked up, not made again', async () => {
    const { orderId } = await confirmedOrder('tok_timeout');
    await bench.spy.waitFor(orderingEvents.orderPaid, of(orderId));
    const charge = await company.chargeOf(orderId);
    const { state } = await bench.orderOnceIt(
      orderId,
      'is paid',
      ({ state: { status } }) => status === 'paid',
    );
    expect(state.payment.ledger).toMatchObject([
      { kind: 'charge', key: orderId, state: 'succeeded', reference: charge?.id },
    ]);
  });
});

describe('an order that its buyer cancels', () => {
  test('during its charge ends charged and refunded', async () => {
    const { orderId, buyerId } = await confirmedOrder('tok_slow');
    await bench.orderOnceIt(orderId, 'is being charged', ({ state }) => openCharge(state) !== undefined);
    const answer = await cancel(orderId, buyerId);
    expect(answer.status).toBe(200);
    expect(answer.body.status).toBe('refunding');

    const cancelled = await bench.spy.waitFor(orderingEvents.orderCancelled, of(orderId));
    const refunded = await bench.spy.waitFor(orderingEvents.orderRefunded, of(orderId));
    expect(refunded.data.amount).toEqual({ amount: 22400, currency: 'USD' });
    expect(refunded.data.version).toBeGreaterThan(cancelled.data.version);
    expect(await company.chargeOf(orderId)).toMatchObject({ amount: 22400, amountRefunded: 22400 });
    expect(countOf(orderingEvents.orderPaid, orderId)).toBe(0);
  });

  test('after it was paid gets its money back', async () => {
    const { orderId, buyerId } = await confirmedOrder('tok_ok');
    await bench.spy.waitFor(orderingEvents.orderPaid, of(orderId));
    expect((await cancel(orderId, buyerId)).body.status).toBe('refunding');
    await bench.spy.waitFor(orderingEvents.orderCancelled, of(orderId));
    await bench.spy.waitFor(orderingEvents.orderRefunded, of(orderId));
    expect(await company.chargeOf(orderId)).toMatchObject({ amountRefunded: 22400 });
  });

  test('before its stock is confirmed is never charged, though the stock arrives later', async () => {
    const { orderId, buyerId } = await bench.checkOut();
    await bench.spy.waitFor(orderingEvents.orderAwaitingValidation, of(orderId));
    expect((await cancel(orderId, buyerId)).body.status).toBe('cancelled');
    const reserved = await bench.reserveStock(orderId);
    const other = await confirmedOrder('tok_ok');
    await bench.spy.waitFor(orderingEvents.orderPaid, of(other.orderId));
    expect(reserved.subject).toBe(orderId);
    expect(await company.chargeOf(orderId)).toBeUndefined();
    expect((await bench.orders.findOne({ _id: orderId }))?.state.status).toBe('cancelled');
  });
});

test('the orders of a deleted user keep their lines and forget the person', async () => {
  const { orderId, buyerId } = await confirmedOrder('tok_ok');
  await bench.spy.waitFor(orderingEvents.orderPaid, of(orderId));
  await bench.spy.publish(identityEvents.userDeleted, {
    subject: buyerId,
    data: { userId: buyerId, version: 2 },
  });
  const order = await bench.orderOnceIt(orderId, 'is anonymous', ({ state }) => state.buyer.email === '');
  expect(JSON.stringify(order)).not.toMatch(/Ada Marsh|Falmouth|ada@quayside/);
  expect(order.state.lines).toHaveLength(2);
  expect(order.state.shippingAddress.country).toBe('GB');
  // What has not left can be sent to nobody any more.
  await bench.spy.waitFor(orderingEvents.orderRefunded, of(orderId));
  expect(await company.chargeOf(orderId)).toMatchObject({ amountRefunded: 22_400 });
});

test('an order that arrives after its user was deleted forgets the person too', async () => {
  const earlier = await bench.checkOut();
  await bench.orderOnceIt(earlier.orderId, 'is there', () => true);
  await bench.spy.publish(identityEvents.userDeleted, {
    subject: earlier.buyerId,
    data: { userId: earlier.buyerId, version: 2 },
  });
  await bench.orderOnceIt(earlier.orderId, 'is anonymous', ({ state }) => state.buyer.email === '');
  const { orderId } = await bench.checkOut({ buyerId: earlier.buyerId });
  const order = await bench.orderOnceIt(orderId, 'is anonymous', ({ state }) => state.buyer.email === '');
  expect(JSON.stringify(order)).not.toMatch(/Ada Marsh|Falmouth|ada@quayside/);
  expect(order.state.status).toBe('cancelled');
  await bench.spy.waitFor(orderingEvents.orderCancelled, of(orderId));
  expect(await company.chargeOf(orderId)).toBeUndefined();
});

test('of orders that arrive at the moment their users are deleted none keeps the person', async () => {
  const checkouts = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const buyerId = uuidv7();
      const [checkout] = await Promise.all([
        bench.checkOut({ buyerId }),
        bench.spy.publish(identityEvents.userDeleted, {
          subject: buyerId,
          data: { userId: buyerId, version: 2 },
        }),
      ]);
      return checkout;
    }),
  );
  await Promise.all(
    checkouts.map(({ orderId }) =>
      bench.orderOnceIt(orderId, 'is anonymous', ({ state }) => state.buyer.email === ''),
    ),
  );
});

test('nothing that is logged or published holds a payment token', () => {
  expect(JSON.stringify(bench.logs.lines)).not.toMatch(/tok_(ok|slow|timeout|declined)/);
  expect(JSON.stringify(bench.spy.all(orderingEvents.orderSubmitted))).not.toContain('tok_');
});
