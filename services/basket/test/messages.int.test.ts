import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  basketEvents,
  catalogEvents,
  marketingEvents,
  orderingEvents,
  topics,
  type EventData,
} from '@quayside/contracts';
import { createEventSpy, waitUntil, type EventSpy } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { eur, settings, usd } from './settings.ts';
import { callAs } from './call-basket.ts';
import { openPage } from './open-page.ts';
import {
  aShopper,
  openSurroundings,
  startReplica,
  type Replica,
  type Surroundings,
} from './running-basket.ts';

type Item = EventData<typeof catalogEvents.itemChanged>;
let around: Surroundings;
let replica: Replica;
let spy: EventSpy;

const item = (change: Partial<Item> & { id: number; version: number }): Item => ({
  sku: `SKU-${change.id}`,
  slug: `item-${change.id}`,
  name: `Item ${change.id}`,
  brand: { id: 1, slug: 'northwind', name: 'Northwind' },
  type: { id: 1, slug: 'tents', name: 'Tents' },
  price: usd(10_000),
  pictureUrl: `/pictures/${change.id}.webp`,
  active: true,
  ...change,
});
const announce = (change: Parameters<typeof item>[0]) =>
  spy.publish(catalogEvents.itemChanged, { subject: String(change.id), data: item(change) });
const kept = async (id: number) => {
  const text = await around.redis.hget(around.keys.items, String(id));
  return text === null ? undefined : (JSON.parse(text) as { price: { amount: number }; removed?: boolean });
};
const tellStock = (itemId: number, available: number, version: number) =>
  spy.publish(catalogEvents.stockChanged, {
    subject: String(itemId),
    data: { itemId, available, version },
  });
const stockIs = (id: number, available: number) =>
  waitUntil(async () => (await around.redis.hget(around.keys.stock, String(id))) === String(available), {
    describe: `${available} of item ${id}`,
  });
const versionIs = (id: number, version: number) =>
  waitUntil(async () => (await around.redis.hget(around.keys.itemVersions, String(id))) === String(version), {
    describe: `version ${version} of item ${id}`,
  });

beforeAll(async () => {
  around = await openSurroundings();
  spy = await createEventSpy({
    ...around.kafka,
    topics: [topics.basket, topics.catalog, topics.marketing, topics.ordering],
  });
  // Announced before the service first starts: a new one begins at the beginning of the topic.
  await announce({ id: 1, version: 4 });
  await tellStock(1, 5, 1);
  replica = await startReplica(around, { brokers: around.kafka.brokers });
  await replica.start();
  await versionIs(1, 4);
  await stockIs(1, 5);
});
afterAll(async () => {
  await replica.stop();
  await spy.close();
  await around.close();
});

describe('the copy of the catalog', () => {
  test('is built from the beginning of the topic, and the service is ready then', async () => {
    expect(await kept(1)).toEqual({
      id: 1,
      slug: 'item-1',
      name: 'Item 1',
      typeSlug: 'tents',
      price: usd(10_000),
      pictureUrl: '/pictures/1.webp',
      active: true,
    });
    expect(await replica.health.readiness()).toMatchObject({ ready: true });
  });

  test('ignores older and equal versions', async () => {
    await announce({ id: 2, version: 5, price: usd(500) });
    await announce({ id: 2, version: 5, price: usd(555) });
    await announce({ id: 2, version: 4, price: usd(400) });
    // Comes behind them, and leaves what is known of the item.
    await spy.publish(catalogEvents.itemRemoved, { subject: '2', data: { itemId: 2, version: 6 } });
    await versionIs(2, 6);
    expect(await kept(2)).toMatchObject({ price: usd(500), removed: true });
  });

  test('refuses the checkout of an item archived while it was in a basket, and changes nothing', async () => {
    await announce({ id: 31, version: 1, name: 'Old lantern' });
    await tellStock(31, 7, 1);
    await versionIs(31, 1);
    await stockIs(31, 7);
    const shopper = callAs(replica.url, await aShopper(around));
    await shopper.put(31, { quantity: 2 }).expect(200);
    const before = (await shopper.read()).body as { items: object[]; version: number };
    await announce({ id: 31, version: 2, name: 'Old lantern', active: false });
    await versionIs(31, 2);

    const key = uuidv7();
    const refused = await shopper.checkOut(key);
    expect(refused.body).toMatchObject({
      ...{ status: 409, code: 'item-not-active' },
      lines: [{ itemId: 31, name: 'Old lantern' }],
    });
    const { body: after } = await shopper.read();
    expect(after).toMatchObject({ version: before.version, items: [{ itemId: 31, quantity: 2 }] });

    await announce({ id: 31, version: 3, name: 'Old lantern' });
    await versionIs(31, 3);
    expect((await shopper.checkOut(key)).status).toBe(202);
  });

  test('takes stock and item in any order, each by versions of its own', async () => {
    await tellStock(3, 7, 2);
    await tellStock(3, 9, 1);
    await announce({ id: 3, version: 8 });
    await announce({ id: 3, version: 9, price: usd(700) });
    await versionIs(3, 9);
    const shopper = callAs(replica.url, await aShopper(around));
    await shopper.put(3, { quantity: 1 });
    const shown = async () => (await shopper.read()).body.items[0];
    expect(await shown()).toMatchObject({ unitPrice: usd(700), availableStock: 7, available: true });
    await tellStock(3, 0, 3);
    await stockIs(3, 0);
    expect(await shown()).toMatchObject({ unitPrice: usd(700), availableStock: 0, available: false });
  });

  test('keeps a removed item removed, whatever older change comes late', async () => {
    await spy.publish(catalogEvents.itemRemoved, { subject: '4', data: { itemId: 4, version: 3 } });
    await announce({ id: 4, version: 2 });
    await announce({ id: 5, version: 1 });
    await versionIs(4, 3);
    const shopper = callAs(replica.url, await aShopper(around));
    expect((await shopper.put(4, { quantity: 1 })).body.code).toBe('item-not-found');
  });

  test('shows a campaign from its event on', async () => {
    const shopper = callAs(replica.url, await aShopper(around));
    await shopper.put(1, { quantity: 1 });
    const campaign = {
      id: uuidv7(),
      name: 'Regatta week',
      headline: 'Sails up',
      body: 'Ten off',
      discountPercent: 10,
      startsAt: new Date(Date.now() - 1000).toISOString(),
      endsAt: new Date(Date.now() + 60_000).toISOString(),
      version: 1,
    };
    await spy.publish(marketingEvents.campaignChanged, { subject: campaign.id, data: campaign });
    const shown = await waitUntil(
      async () => {
        const { body } = await shopper.read();
        return body.campaign && body;
      },
      { describe: 'the campaign in the basket' },
    );
    expect(shown).toMatchObject({ campaign: { id: campaign.id }, totals: { discount: usd(1_000) } });
    const over = { ...campaign, endsAt: new Date(Date.now() - 1).toISOString(), version: 2 };
    await spy.publish(marketingEvents.campaignChanged, { subject: campaign.id, data: over });
    await waitUntil(async () => !(await shopper.read()).body.campaign, { describe: 'the campaign to end' });
    expect(await around.redis.hlen(around.keys.campaigns)).toBe(0);
  });
});

test('a price change in the catalog reaches an open page', async () => {
  await announce({ id: 6, version: 1, price: usd(900) });
  await versionIs(6, 1);
  const who = await aShopper(around);
  const shopper = callAs(replica.url, who);
  await shopper.put(6, { quantity: 1 });
  const page = await openPage(replica.url, who);
  expect(await page.next()).toEqual({ reason: 'missed' });
  await announce({ id: 6, version: 2, price: usd(950) });
  expect(await page.next()).toEqual({ reason: 'item', itemId: 6 });
  expect((await shopper.read()).body.items[0]).toMatchObject({
    unitPrice: usd(950),
    previousUnitPrice: usd(900),
  });
  page.leave();
});

test('the last one sold to somebody else reaches an open page', async () => {
  await announce({ id: 8, version: 1 });
  await tellStock(8, 1, 1);
  await stockIs(8, 1);
  const who = await aShopper(around);
  const shopper = callAs(replica.url, who);
  await shopper.put(8, { quantity: 1 });
  const page = await openPage(replica.url, who);
  expect(await page.next()).toEqual({ reason: 'missed' });
  await tellStock(8, 0, 2);
  expect(await page.next()).toEqual({ reason: 'item', itemId: 8 });
  expect((await shopper.read()).body.items[0]).toMatchObject({ available: false, availableStock: 0 });
  page.leave();
});

test('a checkout reaches Kafka, and the outbox is empty then', async () => {
  const shopper = callAs(replica.url, await aShopper(around));
  await shopper.put(1, { quantity: 2 });
  const answer = await shopper.checkOut(uuidv7());
  const event = await spy.waitFor(basketEvents.checkedOut, ({ subject }) => subject === answer.body.orderId);
  expect(event.data).toMatchObject({ orderId: answer.body.orderId, lines: [{ itemId: 1, quantity: 2 }] });
  expect(event.traceparent).toBeDefined();
  await replica.relay.drain();
});

describe('a Redis that lost everything', () => {
  test('is filled again from the first event on, although the group had read them all', async () => {
    await replica.stop();
    await around.redis.flushdb();
    replica = await startReplica(around, { brokers: around.kafka.brokers });
    await replica.start();
    await versionIs(1, 4);
    expect(await kept(1)).toMatchObject({ name: 'Item 1' });
  });
});

describe('a Redis of the first release, which kept stock inside the item', () => {
  test('is filled from the first event on, and baskets show the stock that is told apart', async () => {
    await replica.stop();
    await around.redis.del(around.keys.stock, around.keys.stockVersions);
    const old = { ...(await kept(1)), availableStock: 99 };
    await around.redis.hset(around.keys.items, '1', JSON.stringify(old));
    replica = await startReplica(around, { brokers: around.kafka.brokers });
    const shopper = callAs(replica.url, await aShopper(around));
    await replica.start();
    await stockIs(1, 5);
    await shopper.put(1, { quantity: 1 });
    expect((await shopper.read()).body.items[0]).toMatchObject({ availableStock: 5, available: true });
  });
});

test('an item is kept with its prices in all currencies, its weight and its tax class', async () => {
  const prices = [usd(10_000), eur(9_000)];
  await announce({ id: 80, version: 1, prices, weightGrams: 31_000, taxClass: 'reduced' });
  await tellStock(80, 5, 1);
  await versionIs(80, 1);
  await stockIs(80, 5);
  const shopper = callAs(replica.url, await aShopper(around));
  await shopper.put(80, { quantity: 1 });
  const { body } = await shopper.choose({ country: 'AT' });
  expect(body.price.lines).toMatchObject([{ unitPrice: eur(9_000), taxes: [{ rate: 1_000 }] }]);
  expect(body.price.shipping.price).toEqual(eur(690 + 2_900));
});

test('sales settings are kept, the newest whatever comes in which order, and baskets priced by them', async () => {
  await announce({ id: 7, version: 1 });
  await versionIs(7, 1);
  const shopper = callAs(replica.url, await aShopper(around));
  await shopper.put(7, { quantity: 1 });
  const [us, ...others] = settings.countries;
  const taxedBy = (rate: number) => ({
    ...settings,
    countries: [{ ...us!, tax: { ...us!.tax, rates: { standard: rate, reduced: 0 } } }, ...others],
  });
  const tell = (version: number, rate: number) =>
    spy.publish(orderingEvents.salesSettingsChanged, {
      subject: 'shop',
      data: { ...taxedBy(rate), version },
    });
  const keptVersion = () => around.redis.hget(around.keys.settings, 'version');
  await tell(1_001, 1_000);
  await tell(1_000, 0);
  await tell(1_002, 900);
  await waitUntil(async () => (await keptVersion()) === '1002', { describe: 'the newest settings' });
  expect((await shopper.read()).body.totals).toMatchObject({ items: usd(10_000), tax: usd(900) });
});
