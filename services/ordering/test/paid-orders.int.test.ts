import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

let bench: OrderingBench;
let company: PaymentCompany;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;
let staff: string;
const total = 22_400;

beforeAll(async () => {
  [bench, company] = await Promise.all([createOrderingBench(), startPaymentCompany()]);
  api = await bench.startApi();
  const worker = await bench.startWorker({ ...company.config, STOCK_HOLD_SECONDS: '600' });
  await worker.ready();
  staff = await bench.minter.admin();
}, 60_000);
afterAll(async () => {
  await bench?.close();
  await company?.close();
});

const versionOf = async (path: string): Promise<number> => {
  const orderId = /^\/staff\/orders\/([^/]+)/.exec(path)?.[1];
  return orderId ? (await bench.settledOrder(orderId)).version : 1;
};

const call = async (method: 'get' | 'post', path: string, token: string, body?: object, key = uuidv7()) => {
  const version = await versionOf(path);
  const agent = request(api.api.app);
  const made = agent[method](`/api/v1${path}`);
  void made
    .set('authorization', `Bearer ${token}`)
    .set('idempotency-key', key)
    .set('if-match', `"v${version}"`);
  return body ? made.send(body) : made;
};
const confirmed = async (paymentToken: string) => {
  const { orderId, buyerId } = await bench.checkOut({ paymentToken });
  await bench.reserveStock(orderId);
  return { orderId, buyer: await bench.minter.shopper({ id: buyerId }) };
};
const of = (orderId: string) => (event: { subject: string }) => event.subject === orderId;
const once = (orderId: string, status: string) =>
  bench.orderOnceIt(orderId, `is ${status}`, ({ state }) => state.status === status);
const paid = async () => {
  const order = await confirmed('tok_ok');
  await once(order.orderId, 'paid');
  return order;
};
const lanterns = (quantity: number) => ({ itemId: 7, quantity });
const jackets = (quantity: number) => ({ itemId: 9, quantity });

describe('an order whose card was declined', () => {
  test('is paid with another card, under a key of its own', async () => {
    const { orderId, buyer } = await confirmed('tok_declined');
    await once(orderId, 'payment-declined');
    const { body } = await call('get', `/orders/${orderId}`, buyer);
    expect(body).toMatchObject({
      actions: ['pay', 'cancel'],
      payment: { charged: { amount: 0 }, declined: { reason: expect.stringMatching(/declined/) } },
    });
    const answer = await call('post', `/orders/${orderId}/pay`, buyer, { paymentToken: 'tok_ok' });
    expect([answer.status, answer.body.status]).toEqual([200, 'stock-confirmed']);
    const again = await call('post', `/orders/${orderId}/pay`, buyer, { paymentToken: 'tok_ok' });
    expect(again.status).toBe(200);
    await once(orderId, 'paid');
    expect(await company.chargeOf(orderId)).toMatchObject({ status: 'declined' });
    expect(await company.chargeOf(`${orderId}:2`)).toMatchObject({ status: 'succeeded', amount: total });
    expect(await company.chargeOf(`${orderId}:3`)).toBeUndefined();
  });

  test('is charged once when ten pages pay at once', async () => {
    const { orderId, buyer } = await confirmed('tok_declined');
    await once(orderId, 'payment-declined');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        call('post', `/orders/${orderId}/pay`, buyer, { paymentToken: at % 2 ? 'tok_ok' : 'tok_slow' }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    await once(orderId, 'paid');
    expect(await company.chargeOf(`${orderId}:3`)).toBeUndefined();
  });

  test('that is cancelled while the other card pays ends without money', async () => {
    const { orderId, buyer } = await confirmed('tok_declined');
    await once(orderId, 'payment-declined');
    await Promise.all([
      call('post', `/orders/${orderId}/pay`, buyer, { paymentToken: 'tok_ok' }),
      call('post', `/orders/${orderId}/cancel`, buyer),
    ]);
    const { state } = await bench.orderOnceIt(
      orderId,
      'is cancelled, with nothing due',
      (order) => order.state.status === 'cancelled' && !order.due,
    );
    expect(state.progress.stage).toBe('cancelled');
    const charge = await company.chargeOf(`${orderId}:2`);
    expect(charge?.amountRefunded ?? 0).toBe(charge?.status === 'succeeded' ? total : 0);
  });

  test.each([
    ['a paid order', paid, { paymentToken: 'tok_ok2' }, 409, 'order-not-payable'],
    ['with a card number', paid, { paymentToken: 'tok_4242424242424242' }, 400, 'malformed-request'],
  ])('refuses to pay %s', async (_, make, body, status, code) => {
    const { orderId, buyer } = await make();
    const answer = await call('post', `/orders/${orderId}/pay`, buyer, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('a paid order', () => {
  test('is sent in parts, sent back in part, and paid back in part', async () => {
    const { orderId, buyer } = await paid();
    const path = `/staff/orders/${orderId}`;
    const put = async (rest: string, body: object = {}) => {
      const answer = await call('post', `${path}${rest}`, staff, body);
      expect([rest, answer.status, answer.body.code]).toEqual([rest, 200, undefined]);
      return answer.body;
    };

    const packed = await put('/shipments', { lines: [lanterns(1)], carrier: 'Post', tracking: 'P1' });
    expect(packed.shipments).toMatchObject([{ state: 'prepared', actions: ['ship'] }]);
    const [first] = packed.shipments;
    expect(await put(`/shipments/${first.id}/ship`)).toMatchObject({ status: 'partly-shipped' });
    const cancelled = await put('/cancellations', { lines: [jackets(1)], reason: 'Sold out' });
    expect(cancelled).toMatchObject({ cancelledItems: [jackets(1)] });
    const second = (await put('/shipments', { lines: [lanterns(1)] })).shipments[1];
    await put(`/shipments/${second.id}/ship`, { carrier: 'Post' });
    await put(`/shipments/${first.id}/deliver`);
    await put(`/shipments/${second.id}/deliver`);

    const own = await call('get', `/orders/${orderId}`, buyer);
    expect(own.body).toMatchObject({ actions: ['return'], returnableItems: [lanterns(2)] });
    const wanted = { lines: [lanterns(1)], reason: 'Too bright' };
    const asked = await call('post', `/orders/${orderId}/returns`, buyer, wanted);
    const [back] = asked.body.returns;
    expect(back).toMatchObject({ state: 'requested', actions: [] });
    await put(`/returns/${back.id}/approve`);
    await put(`/returns/${back.id}/receive`, { restocked: [lanterns(1)] });
    await put(`/returns/${back.id}/refund`);
    const refunded = await bench.orderOnceIt(orderId, 'is settled', ({ due }) => !due);
    expect(refunded.state.fulfilment.returns).toMatchObject([{ state: 'refunded' }]);
    expect(await company.chargeOf(orderId)).toMatchObject({ amountRefunded: 12_900 + 4500 });

    await api.relay.drain();
    const units = bench.spy.all(orderingEvents.orderUnitsReturned).filter(of(orderId));
    const distinct = new Map(units.map(({ id, data }) => [id, [data.cause, data.lines]]));
    expect([...distinct.values()]).toEqual([
      ['cancelled', [jackets(1)]],
      ['returned', [lanterns(1)]],
    ]);
    const decided = bench.spy.all(orderingEvents.orderReturnDecided).filter(of(orderId));
    expect(new Set(decided.map(({ data }) => `${data.returnId} ${data.decision}`))).toEqual(
      new Set([`${back.id} approved`]),
    );
    const shipped = bench.spy.all(orderingEvents.orderShipped).filter(of(orderId));
    expect(new Set(shipped.map(({ data }) => data.shipmentId)).size).toBe(2);
  });

  test('is refunded to the last unit in parts, and no request twice', async () => {
    const { orderId } = await paid();
    const refund = (amount: number, key: string) =>
      call(
        'post',
        `/staff/orders/${orderId}/refunds`,
        staff,
        { amount: { amount, currency: 'USD' }, reason: 'x' },
        key,
      );
    expect((await refund(400, 'a')).status).toBe(200);
    expect((await refund(400, 'a')).status).toBe(200);
    expect((await refund(500, 'a')).body.code).toBe('idempotency-key-reused');
    expect((await refund(total - 399, 'b')).body.code).toBe('refund-exceeds-charge');
    expect((await refund(total - 400, 'c')).status).toBe(200);
    await once(orderId, 'refunded');
    expect(await company.chargeOf(orderId)).toMatchObject({ amountRefunded: total });
    expect((await refund(1, 'd')).body.code).toBe('refund-exceeds-charge');
  });

  test.each([
    ['shipments', { lines: [lanterns(3)] }, 409, 'shipment-exceeds-order'],
    ['shipments', { lines: [{ itemId: 1, quantity: 1 }] }, 409, 'shipment-exceeds-order'],
    ['shipments', { lines: [] }, 400, 'malformed-request'],
    ['shipments', { lines: [lanterns(-1)] }, 400, 'malformed-request'],
    ['cancellations', { lines: [lanterns(3)], reason: 'x' }, 409, 'cancellation-exceeds-order'],
    ['refunds', { amount: { amount: 22_401, currency: 'USD' }, reason: 'x' }, 409, 'refund-exceeds-charge'],
    ['refunds', { amount: { amount: 1, currency: 'EUR' }, reason: 'x' }, 422, 'refund-invalid'],
    ['refunds', { reason: 'x' }, 422, 'refund-invalid'],
    [`shipments/${uuidv7()}/ship`, {}, 404, 'shipment-not-found'],
    [`returns/${uuidv7()}/approve`, undefined, 404, 'return-not-found'],
  ])('refuses %s %j, and nothing changes', async (rest, body, status, code) => {
    const { orderId } = await paid();
    const before = await bench.orders.findOne({ _id: orderId });
    const answer = await call('post', `/staff/orders/${orderId}/${rest}`, staff, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await bench.orders.findOne({ _id: orderId }))?.state).toEqual(before?.state);
  });

  /** The whole of an order that has nothing left to tell: ledger and stock among it, and what others know of it. */
  const allOf = async (orderId: string) => {
    const order = await bench.orderOnceIt(
      orderId,
      'has told all',
      ({ due, outboxLease }) => !due && !outboxLease,
    );
    const events = Object.values(orderingEvents).flatMap((definition) => bench.spy.all(definition));
    return {
      order,
      company: await company.chargesFor(order.state.number),
      events: new Set(events.filter(of(orderId)).map(({ id }) => id)),
    };
  };

  test.each([
    ['paid', []],
    ['packed', ['pack']],
    ['on its way', ['pack', 'ship']],
    ['delivered, but for what is asked to go back', ['pack', 'ship', 'deliver']],
  ])('that is %s refuses the return of what was not delivered, and nothing changes', async (_, before) => {
    const { orderId, buyer } = await paid();
    const path = `/staff/orders/${orderId}/shipments`;
    for (const step of before) {
      const id = (await bench.orders.findOne({ _id: orderId }))?.state.fulfilment.shipments[0]?.id;
      const { status } =
        step === 'pack'
          ? await call('post', path, staff, { lines: [lanterns(1)] })
          : await call('post', `${path}/${id}/${step}`, staff, {});
      expect([step, status]).toEqual([step, 200]);
    }
    const sent = { pack: [], ship: [orderingEvents.orderShipped], deliver: [orderingEvents.orderDelivered] };
    for (const step of before) {
      for (const definition of sent[step as keyof typeof sent])
        await bench.spy.waitFor(definition, of(orderId));
    }
    await bench.spy.waitFor(orderingEvents.orderPaid, of(orderId));
    const was = await allOf(orderId);
    for (const lines of [[jackets(1)], [lanterns(2)]]) {
      const answer = await call('post', `/orders/${orderId}/returns`, buyer, { lines, reason: 'x' });
      expect([answer.status, answer.body.code]).toEqual([409, 'return-exceeds-delivery']);
    }
    await api.relay.drain();
    expect(await allOf(orderId)).toEqual(was);
    expect(bench.spy.all(orderingEvents.orderUnitsReturned).filter(of(orderId))).toEqual([]);
  });
});

describe('what staff do', () => {
  test('is not for buyers, and none of theirs is for other buyers', async () => {
    const { orderId, buyer } = await paid();
    const other = await bench.minter.shopper({ id: uuidv7() });
    const answers = [
      await call('get', '/staff/orders', buyer),
      await call('get', `/staff/orders/${orderId}`, buyer),
      await call('post', `/staff/orders/${orderId}/refunds`, buyer, { reason: 'x' }),
      await call('post', `/orders/${orderId}/pay`, other, { paymentToken: 'tok_ok' }),
      await call('post', `/orders/${orderId}/returns`, other, { lines: [lanterns(1)], reason: 'x' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 404, 404]);
  });

  test('begins with the list of orders, newest first, of one status', async () => {
    const { orderId } = await paid();
    const { body } = await call('get', '/staff/orders?status=paid&pageSize=1', staff);
    expect(body.items).toMatchObject([
      { id: orderId, actions: ['cancel', 'ship', 'cancel-lines', 'refund'] },
    ]);
    const plan = await bench.orders
      .find({ 'state.status': 'paid' })
      .sort({ createdAt: -1, _id: -1 })
      .explain('queryPlanner');
    expect(JSON.stringify(plan)).toContain('listed_by_status');
    expect(JSON.stringify(plan)).not.toContain('"SORT"');
  });
});
