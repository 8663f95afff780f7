import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import request from 'supertest';
import { settings, usd } from './settings.ts';
import { callAs } from './call-basket.ts';
import { openPage } from './open-page.ts';
import {
  aGuest,
  aShopper,
  openSurroundings,
  startReplica,
  type Replica,
  type Surroundings,
} from './running-basket.ts';

let around: Surroundings;
let replica: Replica;
let other: Replica;

beforeAll(async () => {
  around = await openSurroundings();
  replica = await startReplica(around);
  other = await startReplica(around);
  await around.stock({ id: 1 });
});
afterAll(async () => {
  await Promise.all([replica.stop(), other.stop()]);
  await around.close();
});

/** A page opened on one replica, while all calls go to the other. */
const shopperWithPage = async (who: { id: string; token: string }) => {
  const page = await openPage(replica.url, who);
  const calls = callAs(other.url, who);
  expect(await page.next()).toEqual({ reason: 'missed' });
  return { ...who, ...calls, page };
};

describe('GET /api/v1/basket/events', () => {
  test('tells a page at once that it may have missed something, then what changes elsewhere', async () => {
    const { page, put, remove } = await shopperWithPage(await aShopper(around));
    expect(page.contentType).toContain('text/event-stream');
    await put(1, { quantity: 2 });
    expect(await page.next()).toEqual({ reason: 'basket', version: 1 });
    await remove(1);
    expect(await page.next()).toEqual({ reason: 'basket', version: 2 });
    page.leave();
  });

  test('tells the other pages of a shopper that checks out', async () => {
    const { page, put, checkOut } = await shopperWithPage(await aShopper(around));
    await put(1, { quantity: 1 });
    await page.next();
    expect((await checkOut('a-key')).status).toBe(202);
    expect(await page.next()).toEqual({ reason: 'basket', version: 2 });
    page.leave();
  });

  test('tells every open page of a guest too', async () => {
    const guest = await aGuest(around);
    const [one, two] = [await shopperWithPage(guest), await shopperWithPage(guest)];
    await one.put(1, { quantity: 1 });
    const notices = await Promise.all([one.page.next(), two.page.next()]);
    expect(notices).toEqual([
      { reason: 'basket', version: 1 },
      { reason: 'basket', version: 1 },
    ]);
    one.page.leave();
    two.page.leave();
  });

  test('tells of sales settings that changed, by which the page then reads its prices', async () => {
    const { page, put, read } = await shopperWithPage(await aShopper(around));
    await put(1, { quantity: 1 });
    await page.next();
    const untaxed = settings.countries.map((soldTo) => ({
      ...soldTo,
      tax: { ...soldTo.tax, rates: { standard: 0, reduced: 0 } },
    }));
    await around.sell({ countries: untaxed });
    expect(await page.next()).toEqual({ reason: 'settings' });
    expect((await read()).body.totals.tax).toEqual(usd(0));
    await around.sell({});
    page.leave();
  });

  test('tells of a new price of an item in the basket, which the page then reads', async () => {
    await around.stock({ id: 2, price: usd(1_000) });
    const { page, put, read } = await shopperWithPage(await aShopper(around));
    await put(2, { quantity: 1 });
    await page.next();
    await around.stock({ id: 2, price: usd(1_100) });
    expect(await page.next()).toEqual({ reason: 'item', itemId: 2 });
    expect((await read()).body.items[0]).toMatchObject({
      unitPrice: usd(1_100),
      previousUnitPrice: usd(1_000),
    });
    page.leave();
  });

  test('tells of availability, but not of stock that moves without touching it, nor of other items', async () => {
    for (const id of [3, 4]) await around.stock({ id, availableStock: 10 });
    const { page, put } = await shopperWithPage(await aShopper(around));
    await put(3, { quantity: 5 });
    await page.next();
    await around.stock({ id: 3, availableStock: 6 });
    await around.stock({ id: 4, price: usd(1) });
    await around.stock({ id: 3, availableStock: 4 });
    expect(await page.next()).toEqual({ reason: 'item', itemId: 3 });
    await around.removeFromCatalog(3);
    await put(1, { quantity: 1 });
    expect(await page.next()).toEqual({ reason: 'basket', version: 2 });
    page.leave();
  });

  test('tells of a campaign', async () => {
    const { page } = await shopperWithPage(await aShopper(around));
    await around.campaign({ typeSlug: 'nothing-in-stock' });
    expect(await page.next()).toEqual({ reason: 'campaign' });
    page.leave();
  });

  test('tells nobody of the basket of another', async () => {
    const { page, put } = await shopperWithPage(await aShopper(around));
    await callAs(other.url, await aShopper(around)).put(1, { quantity: 1 });
    await put(1, { quantity: 1 });
    expect(await page.next()).toEqual({ reason: 'basket', version: 1 });
    page.leave();
  });

  test('stops listening for a basket when its last page is gone', async () => {
    const shopper = await shopperWithPage(await aShopper(around));
    const channel = around.keys.basketChannel(shopper.id);
    const listeners = async () => (await around.redis.pubsub('NUMSUB', channel))[1];
    expect(await listeners()).toBe(1);
    shopper.page.leave();
    await waitUntil(async () => (await listeners()) === 0, { describe: 'the subscription to end' });
  });

  test('is only for who shows a token', async () => {
    const answer = await request(replica.url).get('/api/v1/basket/events');
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
  });

  test('ends when the server stops', async () => {
    const third = await startReplica(around);
    const page = await openPage(third.url, await aShopper(around));
    await page.next();
    const stopped = third.stop();
    expect(await page.next()).toBeUndefined();
    await stopped;
  });
});
