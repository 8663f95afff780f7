import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { redisOutbox } from '@quayside/redis';
import { v7 as uuidv7 } from 'uuid';
import { usd } from './settings.ts';
import { callAs, order } from './call-basket.ts';
import {
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
  await around.stock({ id: 1, name: 'Tent' });
});
afterAll(async () => {
  await Promise.all([replica.stop(), other.stop()]);
  await around.close();
});

const newKey = () => uuidv7();
const addressedTo = (name: string) => ({ ...order, shippingAddress: { ...order.shippingAddress, name } });
const sentTo = (country: string) => ({ ...order, shippingAddress: { ...order.shippingAddress, country } });
const paidWith = (paymentToken: string) => ({ ...order, paymentToken });
const shopperWith = async (...items: [itemId: number, quantity: number][]) => {
  const who = await aShopper(around);
  const calls = callAs(replica.url, who);
  for (const [itemId, quantity] of items) await calls.put(itemId, { quantity });
  return { ...who, ...calls };
};

/** The events in the outbox that this buyer's checkouts left. */
const eventsOf = async (buyer: { id: string }) => {
  const entries = await around.redis.xrange(around.keys.outbox, '-', '+');
  return entries
    .map(([, fields]) => redisOutbox.fromStreamFields(fields))
    .filter(({ data }) => (data as { buyerId: string }).buyerId === buyer.id);
};
const checkoutKeysOf = (owner: { id: string }) => around.redis.keys(around.keys.checkout(owner.id, '*'));

describe('POST /api/v1/basket/checkout', () => {
  test('accepts the order, empties the basket, and leaves one event in the outbox', async () => {
    const shopper = await shopperWith([1, 2]);
    const answer = await shopper.checkOut(newKey());
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ orderId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) });
    const { orderId } = answer.body as { orderId: string };
    expect(answer.headers['location']).toBe(`/api/v1/orders/${orderId}`);

    expect((await shopper.read()).body).toMatchObject({ items: [], version: 2 });
    const events = await eventsOf(shopper);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      topic: 'basket.events.v1',
      type: 'quayside.basket.checked-out.v1',
      source: 'basket',
      subject: orderId,
      data: {
        orderId,
        buyerId: shopper.id,
        destination: { country: 'DE' },
        paymentToken: 'tok_ok',
        lines: [
          { itemId: 1, name: 'Tent', unitPrice: usd(20_000), quantity: 2, pictureUrl: '/pictures/1.webp' },
        ],
        totals: {
          items: usd(40_000),
          discount: usd(0),
          shipping: usd(0),
          tax: usd(3_200),
          total: usd(43_200),
        },
        price: {
          lines: [{ itemId: 1, taxes: [{ name: 'Sales tax', amount: usd(3_200) }], total: usd(43_200) }],
          shipping: { method: 'standard', promisedDays: { min: 3, max: 5 } },
          totals: { total: usd(43_200) },
        },
        version: 1,
      },
    });
    expect(JSON.stringify(events)).not.toMatch(/Sam Shopper|shopper@|Quay 1|Kiel|24103/);
    const logged = replica.lines.filter((line) => line['orderId'] === orderId);
    expect(logged).toMatchObject([{ level: 'info', msg: 'basket checked out', repeated: false }]);
    expect(JSON.stringify(replica.lines)).not.toMatch(/tok_ok|Quay 1|Sam Shopper/);
  });

  test('keeps the key for more than a day', async () => {
    const shopper = await shopperWith([1, 1]);
    const key = newKey();
    await shopper.checkOut(key);
    expect(await around.redis.ttl(around.keys.checkout(shopper.id, key))).toBeGreaterThan(86_400);
  });

  test('repeated under its key answers the same, although the basket is empty by now', async () => {
    const shopper = await shopperWith([1, 1]);
    const key = newKey();
    const first = await shopper.checkOut(key);
    const again = await callAs(other.url, shopper).checkOut(`"${key}"`);
    expect([again.status, again.body, again.headers['location']]).toEqual([
      202,
      first.body,
      first.headers['location'],
    ]);
    expect(await eventsOf(shopper)).toHaveLength(1);
  });

  test('repeated does not touch what was put in since', async () => {
    const shopper = await shopperWith([1, 1]);
    const key = newKey();
    await shopper.checkOut(key);
    await shopper.put(1, { quantity: 3 });
    await shopper.checkOut(key);
    expect((await shopper.read()).body.items).toMatchObject([{ itemId: 1, quantity: 3 }]);
  });

  test('with another body under the same key is refused', async () => {
    const shopper = await shopperWith([1, 1]);
    const key = newKey();
    await shopper.checkOut(key);
    await shopper.put(1, { quantity: 1 });
    const answer = await shopper.checkOut(key, { ...order, paymentToken: 'tok_declined' });
    expect([answer.status, answer.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await eventsOf(shopper)).toHaveLength(1);
  });

  test.each([
    ['a country that is not sold to', { country: 'FR' }, 422, 'country-not-sold-to'],
    ['a country without one of its states', { country: 'CA' }, 422, 'state-unknown'],
    ['a country where its currency is not taken', { country: 'JP' }, 422, 'currency-not-sold-in'],
  ])('to %s is refused and burns nothing', async (_where, change, status, code) => {
    const shopper = await shopperWith([1, 1]);
    const shippingAddress = { ...order.shippingAddress, ...change };
    const answer = await shopper.checkOut(newKey(), { ...order, shippingAddress });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await checkoutKeysOf(shopper)).toEqual([]);
    expect(await eventsOf(shopper)).toEqual([]);
    expect((await shopper.read()).body.items).toHaveLength(1);
  });

  test('to another country than was shown needs the total there to be accepted', async () => {
    const shopper = await shopperWith([1, 1]);
    const shown = (await shopper.read()).body.totals.total;
    const canada = { country: 'CA', state: 'BC', postalCode: 'V6B 1A1' };
    const shippingAddress = { ...order.shippingAddress, ...canada };
    const key = newKey();
    const refused = await shopper.checkOut(key, { ...order, shippingAddress, acceptedTotal: shown });
    expect(refused.body).toMatchObject({ code: 'price-changed', changes: [], total: usd(22_400) });
    const accepted = await shopper.checkOut(key, {
      ...order,
      shippingAddress,
      acceptedTotal: refused.body.total,
    });
    expect(accepted.status).toBe(202);
    expect(await eventsOf(shopper)).toMatchObject([{ data: { price: { totals: { tax: usd(2_400) } } } }]);
  });

  test('of two people under one key makes two orders', async () => {
    const [one, two] = [await shopperWith([1, 1]), await shopperWith([1, 1])];
    const key = newKey();
    const answers = [await one.checkOut(key), await two.checkOut(key)];
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(answers[0]?.body.orderId).not.toBe(answers[1]?.body.orderId);
  });

  test.each([
    ['without a key', undefined, order, 400, 'idempotency-key-missing'],
    ['with a key of spaces', 'a key', order, 400, 'idempotency-key-invalid'],
    ['without an address', 'k', { paymentToken: 'tok_ok' }, 400, 'malformed-request'],
    ['with a name of two lines', 'k', addressedTo('Signe\r\nHolm'), 400, 'malformed-request'],
    ['with half a character', 'k', addressedTo('Signe \ud83d'), 400, 'malformed-request'],
    ['with an unknown field', 'k', { ...order, coupon: 'FREE' }, 400, 'malformed-request'],
    ['with a price in it', 'k', { ...order, totals: usd(1) }, 400, 'malformed-request'],
    ['to a country that does not exist', 'k', sentTo('ZZ'), 400, 'malformed-request'],
    ['with a card number for a token', 'k', paidWith('4242'), 400, 'malformed-request'],
    ['with a card number in a token', 'k', paidWith('tok_4242424242424242'), 400, 'malformed-request'],
    ['with one in groups', 'k', paidWith('tok_card_4242_4242_4242_4242'), 400, 'malformed-request'],
  ])('%s is refused and burns nothing', async (_how, key, body, status, code) => {
    const shopper = await shopperWith([1, 1]);
    const answer = await shopper.checkOut(key, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await checkoutKeysOf(shopper)).toEqual([]);
    expect(await eventsOf(shopper)).toEqual([]);
    expect((await shopper.read()).body.items).toHaveLength(1);
  });

  test('of an empty basket is refused, and the key still good afterwards', async () => {
    const shopper = await shopperWith();
    const key = newKey();
    const refused = await shopper.checkOut(key);
    expect([refused.status, refused.body.code]).toEqual([422, 'basket-empty']);
    await shopper.put(1, { quantity: 1 });
    expect((await shopper.checkOut(key)).status).toBe(202);
  });

  test('of more than there is tells which lines at once', async () => {
    await around.stock({ id: 20, name: 'Rope', availableStock: 3 });
    const shopper = await shopperWith([1, 1], [20, 4]);
    const answer = await shopper.checkOut(newKey());
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'insufficient-stock',
      lines: [{ itemId: 20, name: 'Rope', requested: 4, available: 3 }],
    });
    expect(await eventsOf(shopper)).toEqual([]);
    expect((await shopper.read()).body.items).toHaveLength(2);
  });

  test('at a changed price needs a fresh confirmation of the new total', async () => {
    await around.stock({ id: 21, name: 'Anchor', price: usd(10_000) });
    const shopper = await shopperWith([21, 1]);
    await around.stock({ id: 21, name: 'Anchor', price: usd(12_000) });
    const key = newKey();

    const refused = await shopper.checkOut(key);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'price-changed',
      changes: [{ itemId: 21, oldPrice: usd(10_000), newPrice: usd(12_000) }],
      total: usd(13_750),
    });
    const stale = await shopper.checkOut(key, { ...order, acceptedTotal: usd(11_590) });
    expect([stale.status, stale.body.code]).toEqual([409, 'price-changed']);
    expect(await eventsOf(shopper)).toEqual([]);

    const confirmed = await shopper.checkOut(key, { ...order, acceptedTotal: refused.body.total });
    expect(confirmed.status).toBe(202);
    expect(await eventsOf(shopper)).toMatchObject([{ data: { totals: { total: usd(13_750) } } }]);
  });
});

describe('checkouts at the same moment', () => {
  test('fifty of the same on two replicas make one order and fifty same answers', async () => {
    const shopper = await shopperWith([1, 1]);
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        callAs(index % 2 ? replica.url : other.url, shopper).checkOut(key),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const events = await eventsOf(shopper);
    expect(events).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.orderId))).toEqual(new Set([events[0]?.subject]));
  });

  test('fifty under keys of their own on one basket make exactly one order', async () => {
    const shopper = await shopperWith([1, 1]);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        callAs(index % 2 ? replica.url : other.url, shopper).checkOut(newKey()),
      ),
    );
    const accepted = answers.filter(({ status }) => status === 202);
    const refused = answers.filter(({ status, body }) => status === 422 && body.code === 'basket-empty');
    expect([accepted.length, refused.length]).toEqual([1, 49]);
    expect(await eventsOf(shopper)).toHaveLength(1);
    expect(await checkoutKeysOf(shopper)).toHaveLength(1);
  });

  test('with changes of the basket order exactly what some version of it held', async () => {
    const shopper = await shopperWith([1, 1]);
    const [answer] = await Promise.all([
      shopper.checkOut(newKey()),
      ...[2, 3, 4, 5].map((quantity) => callAs(other.url, shopper).put(1, { quantity })),
    ]);
    expect(answer.status).toBe(202);
    const [event] = await eventsOf(shopper);
    const { lines, totals } = event?.data as {
      lines: { quantity: number; unitPrice: { amount: number } }[];
      totals: { items: { amount: number } };
    };
    expect(lines).toHaveLength(1);
    expect(totals.items.amount).toBe(Number(lines[0]?.quantity) * Number(lines[0]?.unitPrice.amount));
  });
});
