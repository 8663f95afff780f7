import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { basketEvents, identityEvents, orderingEvents, topics } from '@quayside/contracts';
import { serviceCredentials } from '@quayside/http';
import { createEventSpy, waitUntil, type EventSpy } from '@quayside/testkit';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { callAs, order } from './call-basket.ts';
import {
  aGuest,
  aShopper,
  internalSecret,
  openSurroundings,
  startReplica,
  type Replica,
  type Surroundings,
} from './running-basket.ts';
import { usd } from './settings.ts';

let around: Surroundings;
let replica: Replica;
let spy: EventSpy;

beforeAll(async () => {
  around = await openSurroundings();
  replica = await startReplica(around, { brokers: around.kafka.brokers });
  spy = await createEventSpy({ ...around.kafka, topics: Object.values(topics) });
  await around.stock({ id: 1, name: 'Tent' });
  await replica.start();
  await replica.ready();
});
afterAll(async () => {
  await replica.stop();
  await spy.close();
  await around.close();
});

type Checkout = Record<'orderId' | 'buyerId', string>;

const ask = (body: object, { authorization } = serviceCredentials(internalSecret)) =>
  request(replica.url).post('/internal/v1/checkouts/details').set({ authorization }).send(body);
const kept = async (...checkouts: Checkout[]) =>
  (await ask({ checkouts }).expect(200)).body.items.map(({ orderId }: Checkout) => orderId) as string[];
const checkedOut = async (who?: Awaited<ReturnType<typeof aShopper>>): Promise<Checkout> => {
  const shopper = who ?? (await aShopper(around));
  const calls = callAs(replica.url, shopper);
  await calls.put(1, { quantity: 1 });
  const { body } = await calls.checkOut(uuidv7());
  return { orderId: body.orderId as string, buyerId: shopper.id };
};
const submitted = ({ orderId, buyerId }: Checkout) =>
  spy.publish(orderingEvents.orderSubmitted, {
    subject: orderId,
    data: {
      ...{ orderId, buyerId, number: 'QS-0000-0001', lines: [], at: new Date().toISOString(), version: 1 },
      totals: { items: usd(1), discount: usd(0), shipping: usd(0), tax: usd(0), total: usd(1) },
    },
  });

describe('who checked out, and where to', () => {
  test('is told to a service that asks, of many at once and as often as it asks, and to each order its own', async () => {
    const checkouts = [await checkedOut(), await checkedOut()];
    const { body } = await ask({ checkouts }).expect(200);
    const { shippingAddress } = order;
    const theirs = { name: 'Sam Shopper', email: 'shopper@quayside.test', shippingAddress };
    expect(body.items).toEqual(checkouts.map(({ orderId }) => ({ orderId, ...theirs })));
    expect((await ask({ checkouts }).expect(200)).body).toEqual(body);
  });

  test('is told with the right buyer only', async () => {
    const { orderId } = await checkedOut();
    expect(await kept({ orderId, buyerId: uuidv7() })).toEqual([]);
  });

  test('is told to nobody else: not to a shopper, to the gateway, or with another secret', async () => {
    const { orderId, buyerId } = await checkedOut();
    const shopper = { authorization: `Bearer ${await around.minter.shopper({ id: buyerId })}` };
    const gateway = {
      authorization: `Basic ${Buffer.from(`quayside-gateway:${internalSecret}`).toString('base64')}`,
    };
    for (const credentials of [shopper, gateway, serviceCredentials('another-secret-word')]) {
      const answer = await ask({ checkouts: [{ orderId, buyerId }] }, credentials as never);
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
      expect(JSON.stringify(answer.body)).not.toMatch(/Sam|Quay 1/);
    }
  });

  test.each([
    ['nothing', { checkouts: [] }],
    ['more than a hundred', { checkouts: Array(101).fill({ orderId: uuidv7(), buyerId: uuidv7() }) }],
    ['what is no order', { checkouts: [{ orderId: '*', buyerId: uuidv7() }] }],
  ])('of %s cannot be asked', async (_what, body) => {
    expect((await ask(body)).body).toMatchObject({ status: 400, code: 'malformed-request' });
  });

  test('is forgotten when the order is submitted, and other orders of the same person are not', async () => {
    const shopper = await aShopper(around);
    const [first, second] = [await checkedOut(shopper), await checkedOut(shopper)];
    expect(await kept(first, second)).toHaveLength(2);
    await submitted(first);
    await waitUntil(async () => (await kept(first)).length === 0, { describe: 'the first to be forgotten' });
    expect(await kept(second)).toEqual([second.orderId]);
    await submitted(first);
    await submitted(second);
    await waitUntil(async () => (await kept(second)).length === 0, {
      describe: 'the second to be forgotten',
    });
    expect(await around.redis.exists(around.keys.details(shopper.id))).toBe(0);
  });

  test('is kept for far longer than an outage, and not for ever', async () => {
    const { buyerId } = await checkedOut();
    const days = (await around.redis.ttl(around.keys.details(buyerId))) / 86_400;
    expect(days).toBeGreaterThan(60);
    expect(days).toBeLessThanOrEqual(90);
  });

  test('is forgotten with the account, as is its basket', async () => {
    const shopper = await aShopper(around);
    const [checkout, other] = [await checkedOut(shopper), await checkedOut()];
    await callAs(replica.url, shopper).put(1, { quantity: 2 });
    await spy.publish(identityEvents.userDeleted, {
      subject: shopper.id,
      data: { userId: shopper.id, version: 2 },
    });
    await waitUntil(async () => (await kept(checkout)).length === 0, {
      describe: 'the checkout to be forgotten',
    });
    expect(await around.redis.exists(around.keys.basket(shopper.id))).toBe(0);
    expect(await kept(other)).toEqual([other.orderId]);
  });
});

describe('a guest who checks out', () => {
  const asGuest = async () => {
    const guest = await aGuest(around);
    const calls = callAs(replica.url, guest);
    await calls.put(1, { quantity: 1 });
    return { ...guest, ...calls };
  };

  test('says where to write to, which is told to a service and to no topic', async () => {
    const guest = await asGuest();
    const email = ' Ida+sails@Example.com ';
    const { status, body } = await guest.checkOut(uuidv7(), {
      ...order,
      contact: { email, locale: 'de-AT' },
    });
    expect(status).toBe(202);
    const { orderId } = body as { orderId: string };
    const event = await spy.waitFor(basketEvents.checkedOut, ({ subject }) => subject === orderId);
    const buyerId = guest.id.replace(/^guest:/, '');
    expect(event.data.buyerId).toBe(buyerId);
    expect(JSON.stringify(event)).not.toMatch(/Ida|de-AT|Sam Shopper/);
    expect((await ask({ checkouts: [{ orderId, buyerId }] }).expect(200)).body.items).toEqual([
      {
        ...{ orderId, name: 'Sam Shopper', email: 'Ida+sails@Example.com' },
        ...{ shippingAddress: order.shippingAddress, guest: { locale: 'de-AT' } },
      },
    ]);
    await submitted({ orderId, buyerId });
    await waitUntil(async () => (await kept({ orderId, buyerId })).length === 0, {
      describe: 'the details to be dropped',
    });
  });

  test('and says it not, is refused with nothing changed and the key still good', async () => {
    const guest = await asGuest();
    const key = uuidv7();
    const refused = await guest.checkOut(key);
    expect([refused.status, refused.body.code]).toEqual([422, 'contact-missing']);
    expect((await guest.read()).body.items).toHaveLength(1);
    for (const email of ['ida', 'ida@localhost', '', 'a@b.example\nbcc@x.example']) {
      const malformed = await guest.checkOut(key, { ...order, contact: { email } });
      expect([malformed.status, malformed.body.code]).toEqual([400, 'malformed-request']);
    }
    const asked = { ...order, contact: { email: 'ida@example.com' } };
    const [one, other] = await Promise.all([guest.checkOut(key, asked), guest.checkOut(key, asked)]);
    expect([one.status, other.body]).toEqual([202, one.body]);
  });

  test('and signed in meanwhile is who the account says', async () => {
    const shopper = await aShopper(around);
    const calls = callAs(replica.url, shopper);
    await calls.put(1, { quantity: 1 });
    const { body } = await calls.checkOut(uuidv7(), { ...order, contact: { email: 'ida@example.com' } });
    const { items } = (await ask({ checkouts: [{ orderId: body.orderId, buyerId: shopper.id }] })).body;
    expect(items).toMatchObject([{ email: 'shopper@quayside.test' }]);
    expect(items[0]).not.toHaveProperty('guest');
  });
});
