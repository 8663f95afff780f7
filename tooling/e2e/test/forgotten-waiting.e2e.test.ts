import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TailedMessage } from '@quayside/messaging';
import { eventually } from '../src/control.ts';
import { createMailCatcher } from '../src/mail-catcher.ts';
import { disguisesOf, holds, searchStores, textOf } from '../src/search-everywhere.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { tailEverything } from '../src/tail-everything.ts';

const stack = theStack();
const mark = Date.now().toString(36);
const messages: TailedMessage[] = [];
let tail: { close(): Promise<void> };
let staff: ShopClient;

beforeAll(async () => {
  tail = await tailEverything(stack, (message) => void messages.push(message));
  staff = createShopClient(stack.origin);
  await staff.signIn('admin@quayside.test');
});
afterAll(() => tail.close());

test('a guest who waits for something is in no topic and no log, and found nowhere once they ended it', async () => {
  const guest = createShopClient(stack.origin);
  const email = `wilhelmina.${mark}waits@example.com`;
  const theirs = disguisesOf(`${mark}waits@`);
  const { items } = (await staff.items({ inStock: 'true', pageSize: 100 })).body;
  const item = items.toSorted((a, b) => a.availableStock - b.availableStock)[0];
  const move = (delta: number) =>
    staff.ask('POST /api/v1/catalog/items/:id/stock-adjustments', {
      params: { id: String(item?.id) },
      body: { delta, reason: 'test of mails' },
    });
  await move(-(item?.availableStock ?? 0));
  await eventually('the item to be sold out', async () => {
    const body = { itemId: item?.id ?? 0, email };
    return (await guest.ask('POST /api/v1/stock-requests', { body })).status === 204;
  });
  const link = await eventually('the mail that asks', async () => {
    const caught = (await createMailCatcher(stack).mails()).find(({ to }) =>
      to.some(({ address }) => address === email),
    );
    return caught && /\/back-in-stock\/end#(\S+)/.exec(caught.text)?.[1];
  });
  expect(await searchStores(stack.stores, theirs)).toEqual([
    expect.stringMatching(/^postgres marketing .*stock_watchers/),
  ]);
  expect((await guest.ask('POST /api/v1/stock-requests/end', { body: { link } })).status).toBe(204);
  expect(await searchStores(stack.stores, theirs)).toEqual([]);
  await move(item?.availableStock ?? 0);
  const seen = (place: string) => holds(place, [...theirs, link.toLowerCase()]);
  expect(messages.filter((message) => seen(textOf(message)))).toEqual([]);
  expect(readFileSync(stack.log, 'utf8').split('\n').filter(seen)).toEqual([]);
}, 60_000);
