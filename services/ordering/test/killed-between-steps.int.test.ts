import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderingEvents } from '@quayside/contracts';
import {
  createSteps,
  restartedProcess,
  steppingLink,
  waitUntil,
  type Moment,
  type RestartedProcess,
} from '@quayside/testkit';
import { movedMoney } from '../src/domain/payment-ledger.ts';
import type { OrderDocument } from '../src/store/order-document.ts';
import { asker } from './ask-until-done.ts';
import { createOrderingBench, mainOf, type OrderingBench } from './ordering-bench.ts';
import { orderWrites, steppingCompany } from './order-steps.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

const total = 22_400;
/** One for each moment, and for what each scenario is like when nobody is killed. */
const prepared = { 'payment-declined': 70 };

let bench: OrderingBench;
let company: PaymentCompany;
const waiting: Record<keyof typeof prepared, OrderDocument[]> = { 'payment-declined': [] };
const processes: Record<string, RestartedProcess> = {};
const closing: (() => Promise<void>)[] = [];
const steps = createSteps();
/** The order whose steps count. */
let orderId = '';

/** The members of the set name themselves, and not the link. */
const linkedMongo = async (process: string): Promise<string> => {
  const read = orderWrites(process, () => orderId);
  const link = await steppingLink(bench.env.MONGODB_URL, { steps, read });
  closing.push(link.close);
  const url = new URL(link.url);
  url.search = 'directConnection=true';
  return url.href;
};

/** Orders that wait for what a scenario is to do with them, made before any process is killed. */
const prepare = async (): Promise<void> => {
  const worker = await bench.startWorker({ ...company.config, STOCK_HOLD_SECONDS: '3600' });
  const wanted = Object.entries(prepared).flatMap(([status, count]) =>
    Array.from({ length: count }, () => status as keyof typeof prepared),
  );
  const make = async (status: keyof typeof prepared): Promise<void> => {
    const { orderId: id } = await bench.checkOut({ paymentToken: 'tok_declined' });
    await bench.reserveStock(id);
    const order = await bench.orderOnceIt(
      id,
      `is ${status}, with nothing to tell`,
      ({ state, outboxLease }) => state.status === status && !outboxLease,
    );
    waiting[status].push(order);
  };
  while (wanted.length > 0) await Promise.all(wanted.splice(0, 10).map(make));
  await worker.stop();
};

beforeAll(async () => {
  [bench, company] = await Promise.all([createOrderingBench(), startPaymentCompany()]);
  await prepare();
  const linked = await steppingCompany(company.config.PAYMENT_URL, {
    ...{ process: 'worker', steps, orderId: () => orderId },
  });
  closing.push(linked.close);
  const env = { ...bench.env, STOCK_HOLD_SECONDS: '3600' };
  const payment = { ...company.config, PAYMENT_URL: linked.url, PAYMENT_TIMEOUT_MS: '60000' };
  processes['api'] = restartedProcess(mainOf('api.ts'), { ...env, MONGODB_URL: await linkedMongo('api') });
  const worker = { ...env, ...payment, MONGODB_URL: await linkedMongo('worker') };
  processes['worker'] = restartedProcess(mainOf('worker.ts'), worker);
  await Promise.all(Object.values(processes).map(({ start }) => start()));
}, 300_000);
afterAll(async () => {
  await Promise.all(Object.values(processes).map(({ end }) => end()));
  await Promise.all(closing.map((close) => close()));
  await bench?.close();
  await company?.close();
});

type Ask = ReturnType<ReturnType<typeof asker>>;
interface Scenario {
  from: keyof typeof prepared;
  /** What people do, as persistent as a page. */
  play(buyer: Ask): Promise<void>;
  isOver(order: OrderDocument): boolean;
  /** The right end of it. */
  ends: { status: string; ledger: string[]; books: string[] };
}

const payAgain = (ask: Ask, paymentToken: string): Promise<void> =>
  ask(
    () => `orders/${orderId}/pay`,
    { paymentToken },
    ({ state }) => state.payment.attempt === 2,
  );
const declined = [`charge declined ${total}`];
const declinedBooks = [`declined ${total} 0`];

const scenarios: Record<string, Scenario> = {
  'paid again after a decline': {
    from: 'payment-declined',
    play: (buyer) => payAgain(buyer, 'tok_ok'),
    isOver: ({ state }) => state.status === 'paid',
    ends: {
      status: 'paid',
      ledger: [...declined, `charge succeeded ${total}`],
      books: [...declinedBooks, `succeeded ${total} 0`],
    },
  },
};

/** The events that were told of the order, each once however often it was sent. */
const told = async ({ state }: OrderDocument): Promise<string[]> => {
  // Comes behind them on the order's partition.
  const { orderLinkRequested: mark, ...definitions } = orderingEvents;
  const data = { orderId, buyerId: state.buyer.id, version: state.version };
  const { id: last } = await bench.spy.publish(mark, { subject: orderId, data });
  await bench.spy.waitFor(mark, ({ id }) => id === last);
  const all = Object.values(definitions).flatMap((definition) => bench.spy.all(definition));
  const mine = new Map(all.filter(({ subject }) => subject === orderId).map(({ id, type }) => [id, type]));
  return [...mine.values()].toSorted();
};

/** What became of the order everywhere, without what differs from order to order. */
const outcomeOf = async (order: OrderDocument) => {
  const { state, timeline = [] } = order;
  const { charged, refunded } = movedMoney(state);
  const charges = await company.chargesFor(state.number);
  const made = charges.filter(({ status }) => status === 'succeeded');
  return {
    status: state.status,
    ledger: state.payment.ledger.map((entry) => `${entry.kind} ${entry.state} ${entry.amount.amount}`),
    books: charges.map(({ status, amount, amountRefunded }) => `${status} ${amount} ${amountRefunded}`),
    moneyIn: charged.amount - refunded.amount,
    moneyInByTheBooks: made.reduce((sum, { amount, amountRefunded }) => sum + amount - amountRefunded, 0),
    timeline: timeline.map(({ type }) => type),
    history: state.history.map(({ status }) => status),
    told: await told(order),
    audited: await bench.db.collection('audit_log').countDocuments({ entityId: orderId }),
  };
};

/** Plays a scenario with an order of its own, in which a process is killed at the moment, if one is named. */
const play = async ({ from, play: act, isOver }: Scenario, killAt?: Moment) => {
  const next = waiting[from].shift();
  if (!next) throw new Error(`no order is left that is ${from}`);
  steps.forget();
  orderId = next._id;
  let killed = 0;
  let restarted: Promise<void> | undefined;
  if (killAt) {
    steps.at(
      ({ step, when }) => step === killAt.step && when === killAt.when,
      async () => {
        const victim = processes[killAt.step.split(':')[0] ?? ''];
        await victim?.kill();
        killed += 1;
        restarted = victim?.start();
        return 'is lost';
      },
    );
  }
  const as = asker({ bench, orderId, url: () => processes['api']?.url() ?? '' });
  await act(as(await bench.minter.shopper({ id: next.buyerId })));
  const order = await waitUntil(
    async () => {
      const found = await bench.orders.findOne({ _id: orderId });
      const owesNothing = found && !found.due && !found.outboxLease && !found.outbox?.length;
      return owesNothing && isOver(found) ? found : undefined;
    },
    { describe: 'the end, with nothing left to do or tell', timeoutMs: 60_000 },
  );
  await restarted;
  return { outcome: await outcomeOf(order), killed, taken: steps.taken() };
};

/** That events which were published are taken out of the order may go with another process's write: there is no such moment. */
const moments = (taken: readonly string[]): Moment[] =>
  taken
    .filter((step) => !step.endsWith('takes out what is published'))
    .flatMap((step) => [
      { step, when: 'before' as const },
      { step, when: 'after' as const },
    ]);

test.each(Object.entries(scenarios))(
  'an order %s ends as it does when nobody is killed, wherever a kill -9 falls between two steps',
  async (_, scenario) => {
    const undisturbed = await play(scenario);
    expect(undisturbed.outcome).toMatchObject(scenario.ends);
    const { moneyIn, moneyInByTheBooks } = undisturbed.outcome;
    expect(moneyIn).toBe(moneyInByTheBooks);
    expect(undisturbed.taken.length).toBeGreaterThan(3);
    for (const moment of moments(undisturbed.taken)) {
      const name = `${moment.when} "${moment.step}"`;
      const { outcome, killed } = await play(scenario, moment).catch((error: unknown) => {
        throw new Error(`killed ${name}`, { cause: error });
      });
      expect({ name, killed, ...outcome }).toEqual({ name, killed: 1, ...undisturbed.outcome });
    }
  },
  600_000,
);
