import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { settled } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';

const { origin } = theStack();
const buyers = 200;
const units = 10;
/** Passwords are hashed two at a time; more at once would only wait. */
const registeringAtOnce = 4;

const admin = createShopClient(origin);
let crowd: ShopClient[];
let itemId: number;
let stockBefore: number;

const adjust = async (delta: number): Promise<void> => {
  if (delta === 0) return;
  const { status } = await admin.call('POST', `/api/v1/catalog/items/${itemId}/stock-adjustments`, {
    body: { delta, reason: 'test of a rush' },
  });
  expect(status).toBe(200);
};

const available = async (): Promise<number> => (await admin.item(itemId)).body.availableStock;

const registerCrowd = async (): Promise<ShopClient[]> => {
  const run = crypto.randomUUID().slice(0, 8);
  const registered: ShopClient[] = [];
  let next = 0;
  const registerSome = async (): Promise<void> => {
    while (next < buyers) {
      const n = next;
      next += 1;
      const buyer = createShopClient(origin);
      await buyer.register(`Buyer ${n}`, `rush-${run}-${n}@quayside.test`, 'a rush for ten');
      registered.push(buyer);
    }
  };
  await Promise.all(Array.from({ length: registeringAtOnce }, registerSome));
  return registered;
};

beforeAll(async () => {
  await admin.signIn('admin@quayside.test');
  const { body } = await admin.items({ inStock: 'true', sort: 'newest', pageSize: 1 });
  const item = body.items[0];
  if (!item) throw new Error('the catalog is empty');
  itemId = item.id;
  stockBefore = item.availableStock;
  crowd = await registerCrowd();
  await adjust(units - stockBefore);
}, 300_000);
afterAll(async () => adjust(stockBefore - (await available())));

const checkOutAtOnce = async () => {
  const answers = await Promise.all(crowd.map(async (buyer) => ({ buyer, ...(await buyer.checkoutWith()) })));
  return {
    accepted: answers.filter(({ status }) => status === 202),
    refused: answers.filter(({ status }) => status !== 202).map(({ status, body }) => [status, body.code]),
  };
};

describe('a rush of 200 buyers for 10 units', () => {
  test('ends with 10 paid orders, and a clear answer for everybody else', async () => {
    const [first] = crowd as [ShopClient];
    await eventually('Basket to know the stock', async () => {
      const { body } = await first.put(itemId, 1);
      return body.items[0]?.availableStock === units;
    });
    const filled = await Promise.all(crowd.map((buyer) => buyer.put(itemId, 1)));
    expect(filled.filter(({ status }) => status !== 200)).toEqual([]);

    const { accepted, refused } = await checkOutAtOnce();
    for (const answer of refused) expect(answer).toEqual([409, 'insufficient-stock']);
    expect(accepted.length).toBeGreaterThanOrEqual(units);

    const ends: string[] = [];
    // One after the other: all of them settle at the same time, and polling for each would be a load of its own.
    for (const { buyer, body } of accepted) {
      await settled(buyer, body.orderId);
      const { status, history } = (await buyer.order(body.orderId)).body;
      ends.push(`${status}: ${history.at(-1)?.reason ?? ''}`);
    }
    expect(ends.filter((end) => end.startsWith('paid'))).toHaveLength(units);
    const notPaid = ends.filter((end) => !end.startsWith('paid'));
    for (const end of notPaid) expect(end).toMatch(/^cancelled: Not enough stock: .+ \(0 left, 1 ordered\)$/);
    expect(await available()).toBe(0);
  });

  test('leaves nothing to those who come late, who hear it at once', async () => {
    const [late] = crowd as [ShopClient];
    await eventually('Basket to know that nothing is left', async () => {
      const { body } = await late.put(itemId, 1);
      return body.items[0]?.available === false;
    });
    const { status, body } = await late.checkoutWith();
    expect([status, body.code]).toEqual([409, 'insufficient-stock']);
  });
});
