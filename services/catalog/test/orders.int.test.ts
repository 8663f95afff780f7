import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { catalogEvents, orderingEvents, topics } from '@quayside/contracts';
import { createEventSpy, waitUntil, type EventSpy } from '@quayside/testkit';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

const deadLetters = 'ordering.events.v1.catalog.dlt';
const buyerId = '0198c0de-0000-7000-8000-0000000000b1';
const total = { amount: 1000, currency: 'USD' as const };

let catalog: TestCatalog;
let spy: EventSpy;
beforeAll(async () => {
  catalog = await createTestCatalog(Array.from({ length: 7 }, (_, index) => newItem(index + 1)));
  await catalog.start();
  spy = await createEventSpy({ ...catalog.kafka, topics: [topics.catalog, deadLetters] });
});
afterAll(async () => {
  await spy.close();
  await catalog.close();
});

let orders = 0;
const newOrderId = () => `0198c0de-0000-7000-8000-${String((orders += 1)).padStart(12, '0')}`;
const orderFor = (itemId: number, quantity: number) => ({
  orderId: newOrderId(),
  buyerId,
  lines: [{ itemId, quantity }],
  total,
  reason: 'test',
  version: 2,
});
type Order = ReturnType<typeof orderFor>;
const awaitValidation = (data: Order) =>
  spy.publish(orderingEvents.orderAwaitingValidation, { subject: data.orderId, data });
const pay = (data: Order) => spy.publish(orderingEvents.orderPaid, { subject: data.orderId, data });
const cancel = (data: Order) => spy.publish(orderingEvents.orderCancelled, { subject: data.orderId, data });

const levelOf = async (itemId: number) => {
  const { rows } = await catalog.pool.query<{ reserved: number; sold: number; available: number }>(
    'SELECT reserved, sold, available FROM stock WHERE item_id = $1',
    [itemId],
  );
  return rows[0];
};
/** The catalog answers no event to a release but the item's new stock. */
const stockAt = (itemId: number, version: number) =>
  spy.waitFor(catalogEvents.stockChanged, ({ data }) => data.itemId === itemId && data.version === version);
/** And none to a sale of what was reserved. */
const sold = (itemId: number) =>
  waitUntil(async () => ((await levelOf(itemId))?.sold ?? 0) > 0, { describe: `a sale of item ${itemId}` });

test('an order that waits for validation gets its stock, caused by its event', async () => {
  const order = orderFor(1, 3);
  const asked = await awaitValidation(order);
  const answer = await spy.waitFor(catalogEvents.stockReserved, ({ data }) => data.orderId === order.orderId);
  expect(answer).toMatchObject({
    subject: order.orderId,
    source: 'catalog',
    correlationId: asked.correlationId,
    causationId: asked.id,
    data: { orderId: order.orderId, lines: order.lines, version: 1 },
  });
  expect(await stockAt(1, 2)).toMatchObject({
    subject: '1',
    causationId: asked.id,
    data: { itemId: 1, available: 7 },
  });
  expect(await levelOf(1)).toEqual({ reserved: 3, sold: 0, available: 7 });
});

test('an order for more than there is is told what is missing', async () => {
  const order = orderFor(2, 11);
  await awaitValidation(order);
  const answer = await spy.waitFor(catalogEvents.stockRejected, ({ data }) => data.orderId === order.orderId);
  expect(answer.data.lines).toEqual([{ itemId: 2, requested: 11, available: 10 }]);
  expect(await levelOf(2)).toEqual({ reserved: 0, sold: 0, available: 10 });
});

test('a paid order turns its reservation into a sale', async () => {
  const order = orderFor(3, 4);
  await awaitValidation(order);
  await pay(order);
  await sold(3);
  expect(await levelOf(3)).toEqual({ reserved: 0, sold: 4, available: 6 });
});

test('a cancelled order frees its reservation', async () => {
  const order = orderFor(4, 4);
  await awaitValidation(order);
  await cancel(order);
  expect((await stockAt(4, 3)).data.available).toBe(10);
  expect(await levelOf(4)).toEqual({ reserved: 0, sold: 0, available: 10 });
});

test('units that come back of a sale are on the shelf, once, and the rest when the order is cancelled', async () => {
  const order = orderFor(6, 5);
  await awaitValidation(order);
  await pay(order);
  const back = { orderId: order.orderId, buyerId, cause: 'returned', causeId: 'r1' } as const;
  const data = { ...back, lines: [{ itemId: 6, quantity: 2 }], writtenOff: [], version: 3 };
  await spy.publish(orderingEvents.orderUnitsReturned, { subject: order.orderId, data });
  expect((await stockAt(6, 4)).data.available).toBe(7);
  await spy.publish(orderingEvents.orderUnitsReturned, { subject: order.orderId, data });
  await cancel(order);
  expect((await stockAt(6, 5)).data.available).toBe(10);
  expect(await levelOf(6)).toEqual({ reserved: 0, sold: 0, available: 10 });
});

test('an event delivered twice has one effect', async () => {
  const order = orderFor(5, 2);
  const asked = await awaitValidation(order);
  await spy.republish(asked);
  await pay(order); // comes behind both on the same partition
  await sold(5);
  expect(await levelOf(5)).toEqual({ reserved: 0, sold: 2, available: 8 });
  const answers = spy.all(catalogEvents.stockReserved).filter(({ subject }) => subject === order.orderId);
  expect(answers).toHaveLength(1);
});

test('a whole life replayed after the inbox forgot it changes nothing', async () => {
  const order = orderFor(7, 2);
  const life = [await awaitValidation(order), await pay(order), await cancel(order)];
  expect((await stockAt(7, 4)).data.available).toBe(10);
  const isHandled = async () => {
    const { rowCount } = await catalog.pool.query('SELECT 1 FROM inbox WHERE event_id = ANY($1)', [
      life.map(({ id }) => id),
    ]);
    return rowCount === life.length;
  };
  await waitUntil(isHandled, { describe: 'the whole life to be handled' });
  await catalog.pool.query('DELETE FROM inbox');
  for (const event of life) await spy.republish(event);
  await waitUntil(isHandled, { describe: 'the whole life to be handled again' });
  expect(await levelOf(7)).toEqual({ reserved: 0, sold: 0, available: 10 });
  const { rows } = await catalog.pool.query('SELECT version FROM stock WHERE item_id = 7');
  expect(rows).toEqual([{ version: 4 }]);
  const answers = spy.all(catalogEvents.stockReserved).filter(({ subject }) => subject === order.orderId);
  expect(answers).toHaveLength(1);
});

test('a payment without a reservation goes to the dead letters, and what follows is not held up', async () => {
  const stray = orderFor(6, 1);
  await pay(stray);
  const letter = await spy.waitForMessage(deadLetters, ({ key }) => key?.toString() === stray.orderId);
  expect(letter.headers['ce_type']?.toString()).toBe('quayside.ordering.order-paid.v1');
  await waitUntil(
    () => catalog.lines.some(({ level, msg }) => level === 'error' && msg?.includes('dead-letter')),
    { describe: 'somebody to be told' },
  );
  const next = orderFor(6, 1);
  await awaitValidation(next);
  await spy.waitFor(catalogEvents.stockReserved, ({ data }) => data.orderId === next.orderId);
  expect(await levelOf(6)).toEqual({ reserved: 1, sold: 0, available: 9 });
});

test('an admin sees the own change in the very next list, however warm the remembered one is', async () => {
  const authorization = `Bearer ${await catalog.minter.admin()}`;
  const listed = async () => {
    const { body } = await catalog.request.get('/api/v1/catalog/items?ids=2').expect(200);
    return body.items[0];
  };
  for (let amount = 1; amount <= 20; amount += 1) {
    const [first, again, { version }] = [await listed(), await listed(), await listed()];
    expect(again).toEqual(first);
    await catalog.request
      .put('/api/v1/catalog/items/2')
      .set({ authorization, 'if-match': `"v${version}"` })
      .send({ price: { amount, currency: 'USD' } })
      .expect(200);
    expect((await listed()).price.amount).toBe(amount);
  }
});

test('ready with database and order events, and the outbox runs empty', async () => {
  await catalog.relay.drain();
  const { body } = await waitUntil(
    async () => {
      const response = await catalog.request.get('/readyz');
      return response.status === 200 && response;
    },
    { describe: 'the catalog to be ready' },
  );
  expect(body.checks).toMatchObject({ database: { ok: true }, events: { ok: true } });
});
