import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import { restartedProcess, waitUntil, type RestartedProcess } from '@quayside/testkit';
import { movedMoney } from '../src/domain/payment-ledger.ts';
import type { OrderDocument } from '../src/store/order-document.ts';
import { asker } from './ask-until-done.ts';
import { createOrderingBench, mainOf, type OrderingBench } from './ordering-bench.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

let bench: OrderingBench;
let company: PaymentCompany;
let processes: RestartedProcess[] = [];

beforeAll(async () => {
  [bench, company] = await Promise.all([createOrderingBench(), startPaymentCompany()]);
});
afterAll(async () => {
  await Promise.all(processes.map(({ end }) => end()));
  await bench?.close();
  await company?.close();
});

const lanterns = (quantity: number) => ({ itemId: 7, quantity });
const jackets = (quantity: number) => ({ itemId: 9, quantity });

/** Kills all processes right after each write to the order that leaves it as it never was, and starts them again. */
const killAfterEachWrite = async (orderId: string) => {
  const seen = new Set<string>();
  let restarting: Promise<unknown> = Promise.resolve();
  const stream = bench.orders.watch([{ $match: { 'documentKey._id': orderId } }], {
    fullDocument: 'updateLookup',
  });
  stream.on('change', (change) => {
    const order = 'fullDocument' in change ? change.fullDocument : undefined;
    const written = JSON.stringify([
      order?.version,
      order?.outbox?.length,
      !!order?.outboxLease,
      !!order?.due,
    ]);
    if (seen.has(written)) return;
    seen.add(written);
    const killed = Promise.all(processes.map(({ kill }) => kill()));
    restarting = restarting
      .then(() => killed)
      .then(() => Promise.all(processes.map(({ kill, start }) => kill().then(start))))
      // Killed again before it listened: the next write's turn starts it.
      .catch(() => undefined);
  });
  await new Promise<void>((resolve) => stream.once('resumeTokenChanged', () => resolve()));
  return { kills: () => seen.size, close: () => stream.close() };
};

test('with a kill -9 after each write, parcels, a return and refunds happen once, and money in is what was paid less what went back', async () => {
  processes = [
    restartedProcess(mainOf('api.ts'), bench.env),
    restartedProcess(mainOf('worker.ts'), { ...bench.env, ...company.config }),
  ];
  await Promise.all(processes.map(({ start }) => start()));
  const { orderId, buyerId } = await bench.checkOut({ paymentToken: 'tok_ok' });
  await bench.reserveStock(orderId);
  await bench.orderOnceIt(orderId, 'is paid', ({ state, due }) => state.status === 'paid' && !due);
  const [staff, buyer] = await Promise.all([bench.minter.admin(), bench.minter.shopper({ id: buyerId })]);

  const askAs = asker({ bench, orderId, url: () => processes[0]?.url() ?? '' });
  const ask: ReturnType<typeof askAs> = askAs(staff);
  const own = `staff/orders/${orderId}`;
  const parcel = ({ state }: OrderDocument) => state.fulfilment.shipments[0];
  const sentBack = ({ state }: OrderDocument) => state.fulfilment.returns[0];

  const killer = await killAfterEachWrite(orderId);
  await ask(
    () => `${own}/refunds`,
    { amount: { amount: 400, currency: 'USD' }, reason: 'Scratched' },
    ({ state }) => state.payment.ledger.length > 1,
  );
  await ask(
    () => `${own}/cancellations`,
    { lines: [jackets(1)], reason: 'Sold out' },
    ({ state }) => state.fulfilment.cancellations.length > 0,
  );
  await ask(
    () => `${own}/shipments`,
    { lines: [lanterns(2)] },
    (order) => parcel(order) !== undefined,
  );
  await ask(
    (order) => `${own}/shipments/${parcel(order)?.id}/ship`,
    { carrier: 'Post', tracking: 'P1' },
    (order) => parcel(order)?.state === 'shipped',
  );
  await ask(
    (order) => `${own}/shipments/${parcel(order)?.id}/deliver`,
    {},
    (order) => parcel(order)?.state === 'delivered',
  );
  await askAs(buyer)(
    () => `orders/${orderId}/returns`,
    { lines: [lanterns(1)], reason: 'Too bright' },
    (order) => sentBack(order) !== undefined,
  );
  const isReturn = (state: string) => (order: OrderDocument) => sentBack(order)?.state === state;
  const ofReturn = (act: string) => (order: OrderDocument) => `${own}/returns/${sentBack(order)?.id}/${act}`;
  await ask(ofReturn('approve'), {}, isReturn('approved'));
  await ask(ofReturn('receive'), { restocked: [lanterns(1)] }, isReturn('received'));
  await ask(ofReturn('refund'), {}, ({ state }) =>
    state.payment.ledger.some((entry) => entry.kind === 'refund' && entry.returnId !== undefined),
  );
  const { state } = await waitUntil(
    async () => {
      const order = await bench.orders.findOne({ _id: orderId });
      return order && !order.due && !order.outboxLease && !order.outbox?.length ? order : undefined;
    },
    { describe: 'an order with nothing left to do or tell', timeoutMs: 60_000 },
  );
  await killer.close();
  // Each of the nine asks writes once; of what the worker writes after them, a slow machine shows two as one.
  expect(killer.kills()).toBeGreaterThanOrEqual(9);

  // The 400 came off all lines and the shipping, so that 310 of it were paid back for these units already.
  const back = 400 + 12_900 + 4500 - 310;
  const { charged, refunded } = movedMoney(state);
  expect([charged.amount, refunded.amount]).toEqual([22_400, back]);
  expect(await company.chargeOf(orderId)).toMatchObject({ amount: 22_400, amountRefunded: back });
  expect(state.payment.ledger.map(({ kind, state: outcome }) => [kind, outcome])).toEqual([
    ['charge', 'succeeded'],
    ...Array.from({ length: 3 }, () => ['refund', 'succeeded']),
  ]);
  expect(state.fulfilment).toMatchObject({
    shipments: [{ state: 'delivered', lines: [lanterns(2)] }],
    cancellations: [{ lines: [jackets(1)] }],
    returns: [{ state: 'refunded', lines: [lanterns(1)] }],
  });
  const told = bench.spy.all(orderingEvents.orderUnitsReturned).filter(({ subject }) => subject === orderId);
  expect([...new Map(told.map(({ id, data }) => [id, [data.cause, data.lines]])).values()]).toEqual([
    ['cancelled', [jackets(1)]],
    ['returned', [lanterns(1)]],
  ]);
}, 300_000);
