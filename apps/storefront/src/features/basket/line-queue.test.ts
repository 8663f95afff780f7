import { describe, expect, test } from '@jest/globals';
import type { Basket } from '@quayside/contracts';
import type { Result } from '../../api/result.ts';
import { asWanted, createLineQueue, type Wanted } from './line-queue.ts';

const basket = { items: [] } as unknown as Basket;
const refusal: Result<Basket> = {
  ok: false,
  problem: { type: 'about:blank', title: 'No', status: 409, code: 'basket-full', traceId: '1' },
};

/** A shop that answers when it is told to. */
const slowShop = () => {
  const sent: [number, number][] = [];
  const answers: ((result: Result<Basket>) => void)[] = [];
  const settled: [number, boolean][] = [];
  let wanted: Wanted = new Map();
  const queue = createLineQueue({
    send: (itemId, quantity) => {
      sent.push([itemId, quantity]);
      return new Promise((resolve) => answers.push(resolve));
    },
    onWanted: (now) => (wanted = now),
    onSettled: (itemId, { ok }) => settled.push([itemId, ok]),
  });
  return {
    ...{ sent, settled, want: queue.want },
    wanted: () => [...wanted],
    answer: async (result: Result<Basket> = { ok: true, data: basket }) => {
      answers.shift()?.(result);
      for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
    },
  };
};

describe('the wishes of a line', () => {
  test('are shown at once, and of those made while one is under way the last is sent', async () => {
    const shop = slowShop();
    for (const quantity of [2, 3, 4, 5]) shop.want(7, quantity);
    expect(shop.wanted()).toEqual([[7, 5]]);
    expect(shop.sent).toEqual([[7, 2]]);
    await shop.answer();
    expect(shop.sent).toEqual([
      [7, 2],
      [7, 5],
    ]);
    expect(shop.wanted()).toEqual([[7, 5]]);
    await shop.answer();
    expect(shop.wanted()).toEqual([]);
    expect(shop.settled).toEqual([[7, true]]);
  });

  test('wait for none of another line', () => {
    const shop = slowShop();
    shop.want(7, 2);
    shop.want(9, 3);
    expect(shop.sent).toEqual([
      [7, 2],
      [9, 3],
    ]);
  });

  test('end with a refusal, and the line is as it was', async () => {
    const shop = slowShop();
    shop.want(7, 2);
    shop.want(7, 3);
    await shop.answer(refusal);
    expect(shop.sent).toEqual([[7, 2]]);
    expect(shop.wanted()).toEqual([]);
    expect(shop.settled).toEqual([[7, false]]);
    shop.want(7, 4);
    expect(shop.sent.at(-1)).toEqual([7, 4]);
  });
});

test('a basket as it is wanted has the wanted quantities, and not what is taken out', () => {
  const items = [
    { itemId: 7, quantity: 1 },
    { itemId: 8, quantity: 1 },
    { itemId: 9, quantity: 1 },
  ];
  const wanted = asWanted(
    { items } as unknown as Basket,
    new Map([
      [7, 5],
      [8, 0],
    ]),
  );
  expect(wanted.items.map(({ itemId, quantity }) => [itemId, quantity])).toEqual([
    [7, 5],
    [9, 1],
  ]);
});
