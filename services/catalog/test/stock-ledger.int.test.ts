import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inTransaction } from '@quayside/postgres';
import type { TestDatabase } from '@quayside/testkit';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { CatalogError } from '../src/domain/errors.ts';
import type { StockLine } from '../src/domain/catalog-fact.ts';
import { announce } from '../src/messages/announce.ts';
import { reservationLedgerIn } from '../src/store/reservation-ledger.ts';
import { createStockStore } from '../src/store/stock-store.ts';
import { adjustStock } from '../src/usecases/adjust-stock.ts';
import { releaseStock } from '../src/usecases/release-stock.ts';
import { reserveStock } from '../src/usecases/reserve-stock.ts';
import { sellReserved } from '../src/usecases/sell-reserved.ts';
import type { ReservationLedger } from '../src/usecases/stock-ledger.ts';
import { newItem, outboxOf, testCatalogDatabase } from './test-catalog.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testCatalogDatabase(Array.from({ length: 18 }, (_, index) => newItem(index + 1)));
  // A crowd may wait for its turn here as long as it takes; the service's own pool would send it away.
  ({ pool } = database);
});
afterAll(() => database.drop());

let orders = 0;
const newOrderId = () => `0198c0de-0000-7000-8000-${String((orders += 1)).padStart(12, '0')}`;
const inLedger = (work: (ledger: ReservationLedger) => Promise<void>) =>
  inTransaction(pool, (tx) => work(reservationLedgerIn(tx, announce)));
const reserve = (orderId: string, lines: readonly StockLine[]) =>
  inLedger((ledger) => reserveStock(ledger, { orderId, lines }));
const sell = (orderId: string) => inLedger((ledger) => sellReserved(ledger, { orderId }));
const release = (orderId: string) => inLedger((ledger) => releaseStock(ledger, { orderId }));
const adjust = (itemId: number, delta: number) =>
  adjustStock(createStockStore({ pool, announce, onMove: () => undefined }), itemId, {
    delta,
    reason: 'test',
    madeBy: { id: 'test', name: 'Test' },
  });

const levelOf = async (itemId: number) => {
  const { rows } = await pool.query(
    'SELECT on_hand, reserved, sold, available FROM stock WHERE item_id = $1',
    [itemId],
  );
  return rows[0];
};
const statusOf = async (orderId: string) => {
  const { rows } = await pool.query<{ status: string }>(
    'SELECT status FROM reservations WHERE order_id = $1',
    [orderId],
  );
  return rows[0]?.status;
};
const answersTo = async (orderIds: readonly string[]) =>
  (await outboxOf(pool)).filter(({ subject }) => orderIds.includes(subject));

describe('200 buyers for 10 units', () => {
  test('get exactly 10 reservations, and every loser is told', async () => {
    const buyers = Array.from({ length: 200 }, newOrderId);
    await Promise.all(buyers.map((orderId) => reserve(orderId, [{ itemId: 1, quantity: 1 }])));
    const answers = await answersTo(buyers);
    const types = Object.groupBy(answers, ({ type }) => type);
    expect(types['quayside.catalog.stock-reserved.v1']).toHaveLength(10);
    expect(types['quayside.catalog.stock-rejected.v1']).toHaveLength(190);
    expect(await levelOf(1)).toEqual({ on_hand: 10, reserved: 10, sold: 0, available: 0 });
  });
});

describe('an order with several lines', () => {
  test('takes nothing when one line falls short', async () => {
    const orderId = newOrderId();
    await reserve(orderId, [
      { itemId: 2, quantity: 1 },
      { itemId: 3, quantity: 11 },
    ]);
    expect(await statusOf(orderId)).toBe('rejected');
    expect(await levelOf(2)).toMatchObject({ reserved: 0 });
    expect(await answersTo([orderId])).toMatchObject([
      {
        type: 'quayside.catalog.stock-rejected.v1',
        data: { orderId, lines: [{ itemId: 3, requested: 11, available: 10 }], version: 1 },
      },
    ]);
  });

  test('waits for another one over the same items in the other order, without deadlock', async () => {
    const pairs = Array.from({ length: 40 }, (_, index) => [
      { itemId: index % 2 ? 4 : 5, quantity: 1 },
      { itemId: index % 2 ? 5 : 4, quantity: 1 },
    ]);
    await Promise.all(pairs.map((lines) => reserve(newOrderId(), lines)));
    expect(await levelOf(4)).toMatchObject({ reserved: 10 });
    expect(await levelOf(5)).toMatchObject({ reserved: 10 });
  });
});

describe('orders of one batch', () => {
  const one = (itemId: number, quantity: number) => ({
    orderId: newOrderId(),
    lines: [{ itemId, quantity }],
  });

  test('over the same item are served in turn, and the last ones told that nothing is left', async () => {
    const [first, second, third] = [one(13, 6), one(13, 5), one(13, 4)];
    await inLedger((ledger) => reserveStock(ledger, first, second, third));
    expect(await Promise.all([first, second, third].map(({ orderId }) => statusOf(orderId)))).toEqual([
      'reserved',
      'rejected',
      'reserved',
    ]);
    expect(await levelOf(13)).toEqual({ on_hand: 10, reserved: 10, sold: 0, available: 0 });
    expect(await answersTo([second.orderId])).toMatchObject([
      { data: { lines: [{ itemId: 13, requested: 5, available: 4 }] } },
    ]);
    const items = (await outboxOf(pool)).filter(({ subject }) => subject === '13');
    expect(items.map(({ data }) => data)).toMatchObject([{ available: 0, version: 2 }]);
  });

  test('have one effect each, also when one comes twice in it', async () => {
    const order = one(14, 3);
    await inLedger((ledger) => reserveStock(ledger, order, order));
    await inLedger((ledger) => sellReserved(ledger, order, order));
    expect(await levelOf(14)).toEqual({ on_hand: 7, reserved: 0, sold: 3, available: 7 });
    expect(await answersTo([order.orderId])).toHaveLength(1);
  });

  test('leave no trace when one of them is refused', async () => {
    const order = one(15, 3);
    await inLedger((ledger) => reserveStock(ledger, order));
    const both = inLedger((ledger) => sellReserved(ledger, order, { orderId: newOrderId() }));
    await expect(both).rejects.toMatchObject({ code: 'nothing-reserved' });
    expect(await levelOf(15)).toMatchObject({ reserved: 3, sold: 0 });
  });

  test('over the same items in any order wait for other batches without deadlock', async () => {
    const batches = Array.from({ length: 20 }, (_, index) =>
      [16, 17, 18].map((itemId) => one(index % 2 ? itemId : 34 - itemId, 1)),
    );
    await Promise.all(batches.map((orders) => inLedger((ledger) => reserveStock(ledger, ...orders))));
    for (const itemId of [16, 17, 18]) expect(await levelOf(itemId)).toMatchObject({ reserved: 10 });
  });
});

describe('the life of a reservation', () => {
  test('is the same however often each step is repeated', async () => {
    const orderId = newOrderId();
    const lines = [{ itemId: 6, quantity: 3 }];
    await Promise.all([reserve(orderId, lines), reserve(orderId, lines), reserve(orderId, lines)]);
    expect(await levelOf(6)).toEqual({ on_hand: 10, reserved: 3, sold: 0, available: 7 });
    expect(await answersTo([orderId])).toHaveLength(1);
    await Promise.all([sell(orderId), sell(orderId)]);
    expect(await levelOf(6)).toEqual({ on_hand: 7, reserved: 0, sold: 3, available: 7 });
    await reserve(orderId, lines);
    expect(await levelOf(6)).toMatchObject({ reserved: 0, sold: 3 });
  });

  test('ends with its units free when the order is cancelled', async () => {
    const orderId = newOrderId();
    await reserve(orderId, [{ itemId: 7, quantity: 10 }]);
    await Promise.all([release(orderId), release(orderId)]);
    expect(await levelOf(7)).toEqual({ on_hand: 10, reserved: 0, sold: 0, available: 10 });
    await reserve(newOrderId(), [{ itemId: 7, quantity: 10 }]);
    expect(await levelOf(7)).toMatchObject({ reserved: 10 });
  });

  test('puts the units of a paid order that is cancelled back on the shelf', async () => {
    const orderId = newOrderId();
    await reserve(orderId, [{ itemId: 8, quantity: 4 }]);
    await sell(orderId);
    await release(orderId);
    expect(await levelOf(8)).toEqual({ on_hand: 10, reserved: 0, sold: 0, available: 10 });
    expect(await statusOf(orderId)).toBe('returned');
  });

  test('never begins when the cancel comes before the request', async () => {
    const orderId = newOrderId();
    await release(orderId);
    await reserve(orderId, [{ itemId: 9, quantity: 1 }]);
    expect(await statusOf(orderId)).toBe('released');
    expect(await levelOf(9)).toMatchObject({ reserved: 0 });
    expect(await answersTo([orderId])).toEqual([]);
  });

  test('cannot be sold where nothing is reserved, and leaves no trace of the try', async () => {
    const orderId = newOrderId();
    await expect(sell(orderId)).rejects.toMatchObject({ code: 'nothing-reserved' });
    expect(await statusOf(orderId)).toBeUndefined();
  });

  test('tells others how many are to be had when that moves, which a sale of what was reserved does not', async () => {
    const orderId = newOrderId();
    await reserve(orderId, [{ itemId: 10, quantity: 2 }]);
    await sell(orderId);
    await release(orderId);
    const events = (await outboxOf(pool)).filter(({ subject }) => subject === '10');
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'quayside.catalog.stock-changed.v1', data: { itemId: 10, available: 8, version: 2 } },
      { type: 'quayside.catalog.stock-changed.v1', data: { itemId: 10, available: 10, version: 4 } },
    ]);
    const { rows } = await pool.query('SELECT version FROM items WHERE id = 10');
    expect(rows).toEqual([{ version: 1 }]);
  });
});

test('the database itself refuses to oversell', async () => {
  await expect(pool.query('UPDATE stock SET reserved = 11 WHERE item_id = 11')).rejects.toMatchObject({
    constraint: 'reserved_is_on_hand',
  });
  await expect(pool.query('UPDATE stock SET reserved = -1 WHERE item_id = 11')).rejects.toThrow(/check/);
});

type Step =
  | { readonly do: 'reserve'; readonly order: number; readonly quantity: number }
  | { readonly do: 'sell' | 'release'; readonly order: number }
  | { readonly do: 'adjust'; readonly delta: number };

const order = fc.integer({ min: 0, max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('reserve' as const), order, quantity: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ do: fc.constantFrom('sell' as const, 'release' as const), order }),
  fc.record({ do: fc.constant('adjust' as const), delta: fc.integer({ min: -8, max: 8 }).filter(Boolean) }),
);

test('the ledger adds up after any steps in any order, several at a time', async () => {
  const itemId = 12;
  const take = (todo: Step, ids: readonly string[]): Promise<unknown> => {
    const orderId = 'order' in todo ? (ids[todo.order] as string) : '';
    switch (todo.do) {
      case 'reserve':
        return reserve(orderId, [{ itemId, quantity: todo.quantity }]);
      case 'sell':
        return sell(orderId);
      case 'release':
        return release(orderId);
      case 'adjust':
        return adjust(itemId, todo.delta);
    }
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 10 }),
      async (rounds) => {
        const ids = Array.from({ length: 5 }, newOrderId);
        for (const round of rounds) {
          const outcomes = await Promise.allSettled(round.map((todo) => take(todo, ids)));
          for (const outcome of outcomes) {
            if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(CatalogError);
          }
        }
        const { rows } = await pool.query(
          `SELECT on_hand = initial + received - sold AS adds_up, reserved <= on_hand AS not_oversold,
                on_hand = (SELECT sum(delta) FROM stock_movements m WHERE m.item_id = stock.item_id) AS journal_agrees,
                reserved = (SELECT coalesce(sum(quantity), 0) FROM reservation_lines JOIN reservations USING (order_id)
                             WHERE status = 'reserved' AND reservation_lines.item_id = stock.item_id) AS reserved_by_orders,
                sold = (SELECT coalesce(sum(quantity), 0) FROM reservation_lines JOIN reservations USING (order_id)
                             WHERE status = 'sold' AND reservation_lines.item_id = stock.item_id) AS sold_to_orders
           FROM stock WHERE item_id = $1`,
          [itemId],
        );
        expect(rows[0]).toEqual({
          adds_up: true,
          not_oversold: true,
          journal_agrees: true,
          reserved_by_orders: true,
          sold_to_orders: true,
        });
      },
    ),
    { numRuns: 40 },
  );
});
