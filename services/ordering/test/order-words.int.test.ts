import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { evolve } from '../src/domain/evolve.ts';
import { decide } from '../src/domain/decide.ts';
import type { Order } from '../src/domain/order.ts';
import { listedOrder } from '../src/store/listed-order.ts';
import { withAllWords, wordsToLayTogether } from '../src/store/orders-by-words.ts';
import { createStaffOrderReads } from '../src/store/staff-order-reads.ts';
import type { OrderFilter } from '../src/usecases/staff-order-reads.ts';
import { at, details } from './an-order.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';

let bench: OrderingBench;
const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T12:00:00.000Z`;

/** Two of three that have the one word have the other. */
const nameOf = (number: number): string =>
  number % 3 === 0 ? 'Ada Reef' : number % 3 === 1 ? 'Ada Marsh' : 'Marsh, Ada Signe';

const insert = async (number: number): Promise<void> => {
  const id = `0199a0b0-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const name = nameOf(number);
  const order = {
    ...details,
    ...{ id, number: `QS-AB${String(number).padStart(2, '0')}-9Q2F`, submittedAt: day(number) },
    buyer: { id: details.buyer.id, name, email: `buyer${number}@example.com` },
  };
  const made = decide({ type: 'submit-order', at, details: order, graceEndsAt: at }, undefined).reduce<
    Order | undefined
  >(evolve, undefined) as Order;
  await bench.orders.insertOne({
    ...{ _id: id, version: made.version, buyerId: made.buyer.id, createdAt: new Date(day(number)) },
    ...{ state: made, listed: listedOrder(made), handled: [] },
    notice: { buyerId: made.buyer.id, status: made.status, version: made.version, at: new Date() },
  });
};

beforeAll(async () => {
  bench = await createOrderingBench();
  await bench.startApi();
  for (let number = 1; number <= 24; number += 1) await insert(number);
}, 60_000);
afterAll(() => bench?.close());

test.each<OrderFilter>([
  { q: 'ada marsh' },
  { q: 'MARSH ad' },
  { q: 'ada ada marsh' },
  { q: 'ada signe marsh', from: day(4) },
  { q: 'ada marsh', from: day(3), to: day(20), country: details.shippingAddress.country },
  { q: 'ada marsh', minTotal: 1, currency: details.totals.total.currency },
  { q: 'ada marsh', currency: 'SEK' },
  { q: 'reef marsh' },
])('%j finds the same, whether orders are read or entries of the index laid together', async (asked) => {
  const [reading, together] = [bench, bench].map(({ orders }, few) =>
    createStaffOrderReads(orders, { few: few === 0 ? 1_000 : 0 }),
  );
  for (const sort of ['placed', '-placed', '-total'] as const) {
    for (const page of [1, 2]) {
      const query = { ...asked, sort, page, pageSize: 5 };
      const found = await reading?.page(query);
      expect(await together?.page(query)).toEqual(found);
      if (asked.q === 'ada marsh' && !asked.currency && page === 1) expect(found?.orders).toHaveLength(5);
    }
  }
});

test.each(['ada', 'marsh'])('the entries of %s are read without reading an order', async (word) => {
  const asked = { q: 'ada marsh', from: day(2), country: details.shippingAddress.country };
  expect(wordsToLayTogether(asked)).toContain(word);
  // MongoDB does not explain what is united, so each word is asked for alone.
  const plan = JSON.stringify(
    await bench.orders.aggregate(withAllWords(bench.orders, asked, [word])).explain('queryPlanner'),
    (key, value: unknown) => (key === 'rejectedPlans' ? undefined : value),
  );
  expect(plan).toContain('listed_by_words');
  expect(plan).not.toMatch(/"COLLSCAN"|"FETCH"/);
});

test.each<[OrderFilter, readonly string[]]>([
  [{ q: 'ada' }, []],
  [{ q: 'ada marsh', status: 'paid' }, []],
  [{ q: 'Ada marsh ada' }, ['ada', 'marsh']],
])('of %j the index answers %j alone', (asked, words) => {
  expect(wordsToLayTogether(asked)).toEqual(words);
});
