import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { movedMoney } from '../src/domain/payment-ledger.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

let bench: OrderingBench;
let company: PaymentCompany;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;
let staff: string;
const total = 22_400;

beforeAll(async () => {
  [bench, company] = await Promise.all([
    createOrderingBench(),
    startPaymentCompany({ UNANSWERED_SECONDS: '2' }),
  ]);
  api = await bench.startApi();
  const worker = await bench.startWorker({ ...company.config, STOCK_HOLD_SECONDS: '600' });
  await worker.ready();
  staff = await bench.minter.admin();
}, 60_000);
afterAll(async () => {
  await bench?.close();
  await company?.close();
});

const call = async (method: 'get' | 'post', path: string, token: string, body?: object) => {
  const made = request(api.api.app)[method](`/api/v1${path}`).set('authorization', `Bearer ${token}`);
  return body ? made.send(body) : made;
};
const placed = async (paymentToken: string) => {
  const { orderId, buyerId } = await bench.checkOut({ paymentToken });
  await bench.reserveStock(orderId);
  const buyer = await bench.minter.shopper({ id: buyerId });
  const say = (outcome: 'returned' | 'given-up') =>
    call('post', `/orders/${orderId}/payment-visit`, buyer, { outcome });
  return { orderId, buyer, say };
};
const once = (orderId: string, status: string) =>
  bench.orderOnceIt(orderId, `is ${status}`, ({ state, due }) => state.status === status && !due?.claimId);
/** The order once its buyer is asked, and where. */
const asked = async (paymentToken: string) => {
  const order = await placed(paymentToken);
  await bench.orderOnceIt(
    order.orderId,
    'asks its buyer',
    ({ listed }) => listed.payment === 'awaiting-buyer',
  );
  const { body } = await call('get', `/orders/${order.orderId}`, order.buyer);
  return { ...order, shown: body, url: body.payment.visit.url as string };
};
const moneyOf = async (orderId: string) => {
  const order = await bench.orders.findOne({ _id: orderId });
  if (!order) throw new Error(`no order ${orderId}`);
  const { charged, refunded } = movedMoney(order.state);
  return [charged.amount, refunded.amount];
};

describe('a card whose bank asks for a code', () => {
  test('is charged once it was typed, and the page need not say so', async () => {
    const { orderId, shown, url } = await asked('tok_challenge');
    expect(shown).toMatchObject({
      status: 'stock-confirmed',
      actions: ['cancel'],
      payment: { method: 'card', visit: { kind: 'challenge', url: expect.stringContaining('/challenges/') } },
    });
    const { data } = await bench.spy.waitFor(
      orderingEvents.orderPaymentAwaited,
      ({ subject }) => subject === orderId,
    );
    expect(data).toMatchObject({ orderId, until: shown.payment.visit?.until });
    const seen = await call('get', `/staff/orders/${orderId}`, staff);
    expect(seen.body).toMatchObject({
      paymentState: 'awaiting-buyer',
      payment: { visit: { kind: 'challenge' } },
    });
    expect(JSON.stringify(seen.body)).not.toContain('/challenges/');
    expect(await company.answer(url, { code: '123456' })).toBe(200);
    const { state } = await once(orderId, 'paid');
    expect(JSON.stringify(state)).not.toContain('/challenges/');
    expect(await moneyOf(orderId)).toEqual([total, 0]);
    expect(await company.chargeOf(`${orderId}:2`)).toBeUndefined();
  });

  test('that fails it, or is left until its time is over, is like one that was declined', async () => {
    const failing = await asked('tok_challenge_fails');
    await company.answer(failing.url, { code: '123456' });
    await failing.say('returned');
    await once(failing.orderId, 'payment-declined');
    const { body } = await call('get', `/orders/${failing.orderId}`, failing.buyer);
    expect(body).toMatchObject({
      actions: ['pay', 'cancel'],
      payment: { declined: { reason: 'The bank could not confirm that the card is yours' } },
    });
    const again = await call('post', `/orders/${failing.orderId}/pay`, failing.buyer, {
      paymentToken: 'tok_ok',
    });
    expect(again.status).toBe(200);
    await once(failing.orderId, 'paid');

    const left = await asked('tok_unanswered');
    const { state } = await once(left.orderId, 'payment-declined');
    expect(state.payment.ledger).toMatchObject([
      { state: 'declined', reason: 'The payment was not confirmed in time' },
    ]);
    expect(await moneyOf(left.orderId)).toEqual([0, 0]);
  });

  test('that its buyer gives up cannot be confirmed any more, and another may pay', async () => {
    const { orderId, buyer, say, url } = await asked('tok_challenge');
    const answers = await Promise.all([say('given-up'), say('given-up'), say('returned')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await once(orderId, 'payment-declined');
    expect(await company.answer(url, { code: '123456' })).toBe(409);
    expect((await say('returned')).status).toBe(200);
    await call('post', `/orders/${orderId}/pay`, buyer, { paymentToken: 'tok_ok' });
    await once(orderId, 'paid');
    expect(await moneyOf(orderId)).toEqual([total, 0]);
  });

  test('costs nothing when the order is cancelled meanwhile, and what was quicker goes back', async () => {
    const { orderId, buyer, url } = await asked('tok_challenge');
    expect((await call('post', `/orders/${orderId}/cancel`, buyer)).status).toBe(200);
    const { state } = await once(orderId, 'cancelled');
    expect(state.payment.ledger).toMatchObject([{ state: 'declined' }]);
    expect(await company.answer(url, { code: '123456' })).toBe(409);

    const quick = await asked('tok_challenge');
    const [answered, cancelled] = await Promise.all([
      company.answer(quick.url, { code: '123456' }),
      call('post', `/orders/${quick.orderId}/cancel`, quick.buyer),
    ]);
    expect([answered, cancelled.status]).toEqual([200, 200]);
    await bench.orderOnceIt(
      quick.orderId,
      'is settled',
      ({ state: { status }, due }) => status === 'cancelled' && !due,
    );
    expect(await moneyOf(quick.orderId)).toEqual([total, total]);
  });
});

/** With a bench of its own, whose worker has it to itself. */
const onItsOwn = async (work: (own: OrderingBench) => Promise<void>): Promise<void> => {
  const own = await createOrderingBench();
  try {
    await work(own);
  } finally {
    await own.close();
  }
};

test('a buyer who never comes back holds the stock no longer than the shop allows', async () => {
  await onItsOwn(async (own) => {
    const worker = await own.startWorker({
      ...company.config,
      CONFIRM_SECONDS: '1',
      STOCK_HOLD_SECONDS: '1',
    });
    await worker.ready();
    const { orderId } = await own.checkOut({ paymentToken: 'tok_challenge' });
    await own.reserveStock(orderId);
    const { state } = await own.orderOnceIt(
      orderId,
      'is cancelled',
      (order) => order.state.status === 'cancelled',
    );
    expect(state.history.map(({ status }) => status)).toEqual([
      ...['submitted', 'awaiting-validation', 'stock-confirmed', 'payment-declined', 'cancelled'],
    ]);
    expect(await company.chargeOf(orderId)).toMatchObject({ status: 'declined' });
  });
});

describe('pay by bank', () => {
  test('is paid at the bank and goes back there, with all papers naming it', async () => {
    const { orderId, shown, url, say, buyer } = await asked('tok_bank');
    expect(shown.payment).toMatchObject({ method: 'bank', visit: { kind: 'redirect' } });
    await company.answer(url, { decision: 'approve' });
    await say('returned');
    await once(orderId, 'paid');
    const { body } = await call('get', `/staff/orders/${orderId}`, staff);
    expect(body.ledger).toMatchObject([{ kind: 'charge', state: 'succeeded', method: 'bank' }]);
    const invoice = await waitUntil(() => bench.db.collection('invoices').findOne({ orderId }), {
      describe: 'the invoice',
    });
    expect(invoice).toMatchObject({ kind: 'invoice', method: 'bank' });
    await call('post', `/orders/${orderId}/cancel`, buyer);
    await bench.orderOnceIt(
      orderId,
      'is settled',
      ({ state: { status }, due }) => status === 'cancelled' && !due,
    );
    expect(await moneyOf(orderId)).toEqual([total, total]);
    expect(await company.chargeOf(orderId)).toMatchObject({ amountRefunded: total });
  });

  test('may be tried again by bank after a refusal, by two tabs as one', async () => {
    const { orderId, url, buyer } = await asked('tok_bank');
    await company.answer(url, { decision: 'refuse' });
    await once(orderId, 'payment-declined');
    for (const attempt of [2, 3]) {
      const answers = await Promise.all(
        ['one', 'other'].map(() =>
          call('post', `/orders/${orderId}/pay`, buyer, { paymentToken: 'tok_bank' }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const { state } = await bench.orderOnceIt(
        orderId,
        'asks its buyer',
        ({ listed, due }) => listed.payment === 'awaiting-buyer' && !due?.claimId,
      );
      expect(state.payment.attempt).toBe(attempt);
      const next = await call('get', `/orders/${orderId}`, buyer);
      await company.answer(next.body.payment.visit.url, { decision: attempt === 2 ? 'refuse' : 'approve' });
      await once(orderId, attempt === 2 ? 'payment-declined' : 'paid');
    }
    expect(await moneyOf(orderId)).toEqual([total, 0]);
  });
});

describe('the end of a visit', () => {
  test('is told by the buyer of the order alone, and is nothing to an order that waits for none', async () => {
    const { orderId, say } = await placed('tok_ok');
    await once(orderId, 'paid');
    const version = (await bench.orders.findOne({ _id: orderId }))?.version;
    expect((await say('given-up')).body).toMatchObject({ status: 'paid' });
    expect((await bench.orders.findOne({ _id: orderId }))?.version).toBe(version);
    const other = await bench.minter.shopper({ id: uuidv7() });
    const answers = [
      await call('post', `/orders/${orderId}/payment-visit`, other, { outcome: 'returned' }),
      await call('post', `/orders/${orderId}/payment-visit`, other, { outcome: 'paid' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'order-not-found'],
      [400, 'malformed-request'],
    ]);
  });
});
