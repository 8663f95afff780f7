import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { catalogEvents, orderingEvents, topics } from '@quayside/contracts';
import {
  createEventSpy,
  createSteps,
  restartedProcess,
  steppingLink,
  waitUntil,
  type EventSpy,
  type Moment,
  type RestartedProcess,
} from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { orderStatements } from './order-statements.ts';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

const buyerId = '0198c0de-0000-7000-8000-0000000000b1';
const initial = 10;
const ordered = 5;
const items = 60;

let catalog: TestCatalog;
let spy: EventSpy;
let link: { url: string; close(): Promise<void> };
let victim: RestartedProcess;
const steps = createSteps();
/** The order and the event whose steps count. */
let watched: readonly string[] = [];
let nextItem = 0;

beforeAll(async () => {
  catalog = await createTestCatalog(Array.from({ length: items }, (_, index) => newItem(index + 1)));
  spy = await createEventSpy({ ...catalog.kafka, topics: [topics.catalog, topics.ordering] });
  link = await steppingLink(catalog.databaseUrl, { steps, read: orderStatements(() => watched) });
  victim = restartedProcess(join(import.meta.dirname, '../src/main/catalog.ts'), {
    ...catalog.minter.authConfig,
    DATABASE_URL: link.url,
    PUBLIC_ORIGIN: 'http://shop.test',
    KAFKA_BROKERS: catalog.kafka.brokers,
    KAFKA_TOPIC_PREFIX: catalog.kafka.topicPrefix,
    NODE_ENV: 'test',
    PORT: '0',
  });
  await victim.start();
}, 120_000);
afterAll(async () => {
  await victim?.end();
  await link?.close();
  await spy?.close();
  await catalog?.close();
});

const rowOf = async <T extends object>(sql: string, values: unknown[]): Promise<T | undefined> =>
  (await catalog.pool.query<T>(sql, values)).rows[0];
const levelOf = (itemId: number) =>
  rowOf<{ reserved: number; sold: number; available: number; version: number }>(
    'SELECT reserved, sold, available, version FROM stock WHERE item_id = $1',
    [itemId],
  );
const handled = (eventId: string) =>
  waitUntil(() => rowOf('SELECT 1 FROM inbox WHERE event_id = $1', [eventId]), {
    describe: `the event ${eventId} to be handled`,
    timeoutMs: 60_000,
  });
const allIsTold = () =>
  waitUntil(async () => !(await rowOf('SELECT 1 FROM outbox LIMIT 1', [])), {
    describe: 'an empty outbox',
    timeoutMs: 60_000,
  });

interface Order {
  orderId: string;
  itemId: number;
}
const publish = {
  awaitValidation: ({ orderId, itemId }: Order) =>
    spy.publish(orderingEvents.orderAwaitingValidation, { subject: orderId, data: dataOf(orderId, itemId) }),
  pay: ({ orderId, itemId }: Order) =>
    spy.publish(orderingEvents.orderPaid, { subject: orderId, data: dataOf(orderId, itemId) }),
  cancel: ({ orderId, itemId }: Order) =>
    spy.publish(orderingEvents.orderCancelled, { subject: orderId, data: dataOf(orderId, itemId) }),
  sendBack: ({ orderId, itemId }: Order) =>
    spy.publish(orderingEvents.orderUnitsReturned, {
      subject: orderId,
      data: {
        ...{ orderId, buyerId, cause: 'returned', causeId: 'r1', version: 3 },
        ...{ lines: [{ itemId, quantity: 2 }], writtenOff: [] },
      },
    }),
};
const dataOf = (orderId: string, itemId: number) => ({
  ...{ orderId, buyerId, reason: 'test', version: 2, total: { amount: 1000, currency: 'USD' } },
  lines: [{ itemId, quantity: ordered }],
});

interface Scenario {
  isPaid: boolean;
  giveBack: (order: Order) => Promise<{ id: string }>;
  /** What is still sold then, and what the journal says came back. */
  ends: { sold: number; cameBack: number[] };
  /** With kills within the transaction, which is the same way for all of them. */
  isWhole?: true;
}
const scenarios: Record<string, Scenario> = {
  'some units of a paid order': {
    isPaid: true,
    giveBack: publish.sendBack,
    ends: { sold: ordered - 2, cameBack: [2] },
    isWhole: true,
  },
  'a paid order that is cancelled': {
    isPaid: true,
    giveBack: publish.cancel,
    ends: { sold: 0, cameBack: [ordered] },
  },
  'an order that is cancelled before it is paid': {
    isPaid: false,
    giveBack: publish.cancel,
    ends: { sold: 0, cameBack: [] },
  },
};

const holding = async (isPaid: boolean): Promise<Order> => {
  nextItem += 1;
  const order = { orderId: uuidv7(), itemId: nextItem };
  await publish.awaitValidation(order);
  await spy.waitFor(catalogEvents.stockReserved, ({ subject }) => subject === order.orderId, 60_000);
  if (isPaid) await handled((await publish.pay(order)).id);
  await allIsTold();
  return order;
};

/** What became of the units, with what the order's buyer may hear and the shelf shows. */
const outcomeOf = async ({ orderId, itemId }: Order, before: number) => {
  const { rows } = await catalog.pool.query<{ delta: number }>(
    `SELECT delta FROM stock_movements WHERE order_id = $1 AND kind = 'returned'`,
    [orderId],
  );
  const { version = 0, ...level } = (await levelOf(itemId)) ?? {};
  const told = spy.all(catalogEvents.stockChanged).filter(({ data }) => data.itemId === itemId);
  return {
    level,
    changes: version - before,
    cameBack: rows.map(({ delta }) => delta),
    told: new Set(told.filter(({ data }) => data.version > before).map(({ id }) => id)).size,
  };
};

/** Catalog gives back what an order of its own holds, and is killed at the moment, if one is named. */
const play = async ({ isPaid, giveBack }: Scenario, killAt?: Moment) => {
  const order = await holding(isPaid);
  const before = (await levelOf(order.itemId))?.version ?? 0;
  steps.forget();
  watched = [order.orderId];
  let killed = 0;
  if (killAt) {
    steps.at(
      ({ step, when }) => step === killAt.step && when === killAt.when,
      async () => {
        await victim.kill();
        killed += 1;
        return 'is lost';
      },
    );
  }
  const event = await giveBack(order);
  if (killAt) {
    await waitUntil(() => killed > 0, { describe: 'the kill' });
    await victim.start();
  }
  await handled(event.id);
  await spy.waitFor(
    catalogEvents.stockChanged,
    ({ data }) => data.itemId === order.itemId && data.version > before,
    60_000,
  );
  await allIsTold();
  const taken = steps.taken();
  watched = [];
  // Comes behind whatever is delivered once more, and asks for what is done.
  await handled((await giveBack(order)).id);
  return { outcome: await outcomeOf(order, before), killed, taken };
};

const isAtTheEnd = ({ step }: Pick<Moment, 'step'>): boolean => /^(COMMIT|DELETE)/.test(step);
/** Until the transaction ends nothing of it is there: what is before one of its steps is after the one before. */
const moments = (taken: readonly string[]): Moment[] =>
  taken.flatMap((step) => [
    { step, when: 'before' as const },
    ...(isAtTheEnd({ step }) ? [{ step, when: 'after' as const }] : []),
  ]);
test.each(Object.entries(scenarios))(
  'the units of %s are on the shelf once, wherever a kill -9 falls between two steps',
  async (_, scenario) => {
    const undisturbed = await play(scenario);
    const { sold, cameBack } = scenario.ends;
    const level = { reserved: 0, sold, available: initial - sold };
    expect(undisturbed.outcome).toEqual({ level, changes: 1, cameBack, told: 1 });
    expect(undisturbed.taken.slice(-2)).toEqual(['COMMIT', 'DELETE FROM outbox']);
    for (const moment of moments(undisturbed.taken)) {
      if (!scenario.isWhole && !isAtTheEnd(moment)) continue;
      const { outcome, killed } = await play(scenario, moment);
      expect({ ...moment, killed, ...outcome }).toEqual({ ...moment, killed: 1, ...undisturbed.outcome });
    }
  },
  400_000,
);
