import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderingEvents, topics } from '@quayside/contracts';
import { createEventSpy, waitUntil, type EventSpy } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

let catalog: TestCatalog;
let spy: EventSpy;

beforeAll(async () => {
  catalog = await createTestCatalog(
    Array.from({ length: 60 }, (_, at) => newItem(at + 1, { initialStock: 50 })),
  );
  spy = await createEventSpy({ ...catalog.kafka, topics: [topics.ordering] });
  await catalog.start();
  await catalog.ready();
});
afterAll(async () => {
  await spy.close();
  await catalog.close();
});

const paid = async (...itemIds: number[]) => {
  const orderId = uuidv7();
  const lines = itemIds.map((itemId) => ({ itemId, quantity: 1 }));
  const about = { subject: orderId };
  await spy.publish(orderingEvents.orderAwaitingValidation, {
    ...about,
    data: { orderId, lines, version: 2 },
  });
  const event = await spy.publish(orderingEvents.orderPaid, {
    ...about,
    data: { ...{ orderId, buyerId: uuidv7(), version: 3 }, lines, total: { amount: 1000, currency: 'USD' } },
  });
  await waitUntil(
    async () => {
      const sql = `SELECT 1 FROM reservations WHERE order_id = $1 AND status = 'sold'`;
      return (await catalog.pool.query(sql, [orderId])).rowCount === 1;
    },
    { describe: 'the order to be sold' },
  );
  return event;
};
const path = (id: number) => `/api/v1/catalog/products/item-${id}/bought-together`;
const with_ = async (id: number): Promise<number[]> =>
  (await catalog.request.get(path(id)).expect(200)).body.items.map((card: { id: number }) => card.id);
const weightOf = async (one: number, other: number): Promise<number> => {
  const { rows } = await catalog.pool.query<{ weight: number }>(
    'SELECT weight FROM bought_together WHERE product_id = $1 AND other_id = $2',
    [one, other],
  );
  return rows[0]?.weight ?? 0;
};
const allPairs = async () => (await catalog.pool.query('SELECT 1 FROM bought_together')).rowCount ?? 0;

describe('what is bought together', () => {
  test('is shown after two orders, either way, the most often first', async () => {
    await paid(1, 2, 3);
    expect(await with_(1)).toEqual([]);
    await paid(1, 2);
    expect([await with_(1), await with_(2), await with_(3)]).toEqual([[2], [1], []]);
    await paid(1, 3);
    await paid(3, 1);
    expect(await with_(1)).toEqual([3, 2]);
    // What is left of it is told to the index a moment after it is sold.
    const first = async () => (await catalog.request.get(path(1)).expect(200)).body.items[0];
    await waitUntil(async () => (await first()).availableStock === 47, { describe: 'the stock to be told' });
    expect(await first()).toMatchObject({ slug: 'item-3', name: 'Item 3' });
  });

  test('is counted once per order, also when its event comes again after the inbox forgot it', async () => {
    const event = await paid(5, 6);
    const weight = await weightOf(5, 6);
    expect(weight).toBeGreaterThan(0);
    await catalog.pool.query('DELETE FROM inbox WHERE event_id = $1', [event.id]);
    await spy.republish(event);
    await waitUntil(
      async () =>
        (await catalog.pool.query('SELECT 1 FROM inbox WHERE event_id = $1', [event.id])).rowCount === 1,
      { describe: 'the event to be handled again' },
    );
    expect(await weightOf(5, 6)).toBe(weight);
  });

  test('costs a bounded number of pairs, and none for an order of one thing', async () => {
    const before = await allPairs();
    await paid(10);
    expect(await allPairs()).toBe(before);
    await paid(...Array.from({ length: 30 }, (_, at) => at + 20));
    expect((await allPairs()) - before).toBe(12 * 11);
  });

  test('is shown only as far as it can be had, four of it at most', async () => {
    const pairs = [11, 12, 13, 14, 15, 16];
    for (let count = 0; count < 2; count += 1) await paid(50, ...pairs);
    expect(await with_(50)).toEqual([11, 12, 13, 14]);
    await catalog.request
      .post('/api/v1/catalog/items/11/stock-adjustments')
      .set('authorization', `Bearer ${await catalog.minter.merchandiser()}`)
      .send({ delta: -48, reason: 'lost' })
      .expect(200);
    await catalog.pool.query(`UPDATE products SET status = 'archived' WHERE id = 12`);
    await waitUntil(async () => !(await with_(50)).some((id) => id === 11 || id === 12), {
      describe: 'what cannot be had to be left out',
    });
    expect(await with_(50)).toEqual([13, 14, 15, 16]);
  });

  test('of no product is nothing', async () => {
    expect(
      (await catalog.request.get('/api/v1/catalog/products/nothing/bought-together').expect(200)).body,
    ).toEqual({
      items: [],
    });
  });
});

describe('products by their ids', () => {
  const cards = (ids: string) => catalog.request.get(`/api/v1/catalog/product-cards?ids=${ids}`);

  test('come in the order asked for, without what is not sold', async () => {
    const { body } = await cards('9,999,3,7').expect(200);
    expect(body.items.map(({ id }: { id: number }) => id)).toEqual([9, 3, 7]);
  });

  test.each(['', 'x', '0', '1,,2', '99999999999', Array.from({ length: 25 }, (_, at) => at + 1).join()])(
    'are refused for %j',
    async (ids) => {
      expect((await cards(ids).expect(400)).body.code).toBe('malformed-request');
    },
  );
});
