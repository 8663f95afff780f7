import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { usd } from './settings.ts';
import { callAs } from './call-basket.ts';
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

beforeAll(async () => {
  around = await openSurroundings();
  replica = await startReplica(around);
  await around.stock({ id: 1, name: 'Tent', slug: 'tent', price: usd(20_000) });
  await around.stock({ id: 2, active: false });
});
afterAll(async () => {
  await replica.stop();
  await around.close();
});

const stored = (owner: { id: string }) => around.redis.hgetall(around.keys.basket(owner.id));
const shopper = async () => {
  const who = await aShopper(around);
  return { ...who, ...callAs(replica.url, who) };
};

describe('GET /api/v1/basket', () => {
  test('of somebody who never put anything in is empty and costs nothing', async () => {
    const { read, id } = await shopper();
    const answer = await read();
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ items: [], totals: { total: usd(0) }, version: 0 });
    expect(await stored({ id })).toEqual({});
  });

  test('is only for who shows a token', async () => {
    const answer = await request(replica.url).get('/api/v1/basket');
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
  });

  test('shows nobody the basket of another', async () => {
    const one = await shopper();
    await one.put(1, { quantity: 1 });
    expect((await (await shopper()).read()).body.items).toEqual([]);
  });

  test('shows the price last seen beside the new one until the line is set again', async () => {
    await around.stock({ id: 3, price: usd(1_000) });
    const { put, read } = await shopper();
    await put(3, { quantity: 1 });
    await around.stock({ id: 3, price: usd(1_200) });
    const changed = { unitPrice: usd(1_200), previousUnitPrice: usd(1_000) };
    expect((await read()).body.items[0]).toMatchObject(changed);
    expect((await read()).body.items[0]).toMatchObject(changed);
    const again = await put(3, { quantity: 1 });
    expect(again.body.items[0]).not.toHaveProperty('previousUnitPrice');
  });

  test('shows a running campaign and its discount', async () => {
    await around.stock({ id: 4, typeSlug: 'ropes', price: usd(1_000) });
    const { id, name } = await around.campaign({ typeSlug: 'ropes', discountPercent: 25 });
    const { put, read } = await shopper();
    await put(4, { quantity: 2 });
    expect((await read()).body).toMatchObject({
      campaign: { id, name, discountPercent: 25 },
      totals: { items: usd(2_000), discount: usd(500), shipping: usd(790), tax: usd(120), total: usd(2_410) },
    });
  });
});

describe('POST /api/v1/basket/items', () => {
  test('puts more in, of what is in already too', async () => {
    const { add } = await shopper();
    expect((await add({ itemId: 1, quantity: 1 })).status).toBe(200);
    const { body } = await add({ itemId: 1, quantity: 2 });
    expect(body.items).toMatchObject([{ itemId: 1, quantity: 3 }]);
  });

  test('counts every one of those that come at the same moment', async () => {
    const { add, read } = await shopper();
    const answers = await Promise.all(Array.from({ length: 8 }, () => add({ itemId: 1, quantity: 1 })));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect((await read()).body.items).toMatchObject([{ itemId: 1, quantity: 8 }]);
  });

  test('beyond what there is says how many there are, and changes nothing', async () => {
    const { add, read } = await shopper();
    await add({ itemId: 1, quantity: 1 });
    const { status, body } = await add({ itemId: 1, quantity: 10 });
    expect([status, body.code]).toEqual([409, 'insufficient-stock']);
    expect(body.lines).toEqual([{ itemId: 1, name: 'Tent', requested: 11, available: 10 }]);
    expect((await read()).body.items).toMatchObject([{ itemId: 1, quantity: 1 }]);
  });

  test.each([
    ['an item that there is not', { itemId: 404, quantity: 1 }, 404, 'item-not-found'],
    ['an item that is not sold', { itemId: 2, quantity: 1 }, 409, 'item-not-active'],
    ['none', { itemId: 1, quantity: 0 }, 400, 'malformed-request'],
    ['nothing', {}, 400, 'malformed-request'],
  ])('of %s is refused', async (_what, body, status, code) => {
    const { add, read } = await shopper();
    const answer = await add(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await read()).body.items).toEqual([]);
  });
});

describe('PUT /api/v1/basket/items/{itemId}', () => {
  test('puts the wanted quantity in, at the current price', async () => {
    const { put, id } = await shopper();
    const answer = await put(1, { quantity: 2 });
    expect(answer.status).toBe(200);
    const totals = {
      items: usd(40_000),
      discount: usd(0),
      shipping: usd(0),
      tax: usd(3_200),
      total: usd(43_200),
    };
    expect(answer.body).toEqual({
      items: [
        {
          itemId: 1,
          slug: 'tent',
          name: 'Tent',
          unitPrice: usd(20_000),
          quantity: 2,
          pictureUrl: '/pictures/1.webp',
          available: true,
          availableStock: 10,
        },
      ],
      totals,
      price: {
        lines: [
          {
            itemId: 1,
            unitPrice: usd(20_000),
            quantity: 2,
            subtotal: usd(40_000),
            adjustments: [],
            taxes: [{ name: 'Sales tax', rate: 800, amount: usd(3_200), included: false }],
            total: usd(43_200),
          },
        ],
        shipping: {
          method: 'standard',
          name: 'Standard',
          price: usd(0),
          adjustments: [],
          taxes: [],
          total: usd(0),
          promisedDays: { min: 3, max: 5 },
        },
        totals,
      },
      terms: {
        country: 'US',
        currency: 'USD',
        currencies: ['USD'],
        taxIncluded: false,
        shippingMethod: 'standard',
        shippingMethods: [
          { method: 'standard', name: 'Standard', price: usd(0), promisedDays: { min: 3, max: 5 } },
          { method: 'express', name: 'Express', price: usd(2_000), promisedDays: { min: 1, max: 1 } },
        ],
      },
      version: 1,
    });
    expect(await stored({ id })).toEqual({
      version: '1',
      lines: JSON.stringify([{ itemId: 1, quantity: 2, seenPrice: usd(20_000) }]),
      choice: '{}',
    });
    expect(await around.redis.exists(around.keys.outbox)).toBe(0);
    expect(replica.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('sets, it does not add', async () => {
    const { put, read } = await shopper();
    await put(1, { quantity: 2 });
    await put(1, { quantity: 5 });
    expect((await read()).body.items).toMatchObject([{ itemId: 1, quantity: 5 }]);
  });

  test.each([
    ['zero', { quantity: 0 }],
    ['below zero', { quantity: -1 }],
    ['a fraction', { quantity: 1.5 }],
    ['far too many', { quantity: 1e9 }],
    ['no number', { quantity: '2' }],
    ['nothing', {}],
    ['an unknown field', { quantity: 1, price: 1 }],
  ])('refuses %s and changes nothing', async (_what, body) => {
    const { put, id } = await shopper();
    const answer = await put(1, body);
    expect([answer.status, answer.type, answer.body.code]).toEqual([
      400,
      'application/problem+json',
      'malformed-request',
    ]);
    expect(answer.body.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(await stored({ id })).toEqual({});
  });

  test('refuses a body that is not JSON', async () => {
    const { token, id } = await shopper();
    const answer = await request(replica.url)
      .put('/api/v1/basket/items/1')
      .set({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })
      .send('{"quantity":');
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed-json']);
    expect(await stored({ id })).toEqual({});
  });

  test('refuses an item that does not exist, was removed, or is not sold now', async () => {
    await around.stock({ id: 9 });
    await around.removeFromCatalog(9);
    const { put, id } = await shopper();
    const answers = [
      await put(404, { quantity: 1 }),
      await put(9, { quantity: 1 }),
      await put(2, { quantity: 1 }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'item-not-found'],
      [404, 'item-not-found'],
      [409, 'item-not-active'],
    ]);
    expect(await stored({ id })).toEqual({});
  });

  test.each(['abc', '0', '-1', '1.5', '2147483648', '1e2', '0x10', '%201'])(
    'refuses %p as an item id',
    async (itemId) => {
      const answer = await (await shopper()).put(itemId, { quantity: 1 });
      expect([answer.status, answer.body.code]).toEqual([400, 'malformed-request']);
    },
  );

  test('lets a guest shop for thirty days, and a user for ever', async () => {
    const guest = await aGuest(around);
    const user = await shopper();
    await callAs(replica.url, guest).put(1, { quantity: 1 });
    await user.put(1, { quantity: 1 });
    const days = (await around.redis.ttl(around.keys.basket(guest.id))) / 86_400;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThanOrEqual(30);
    expect(await around.redis.ttl(around.keys.basket(user.id))).toBe(-1);
  });

  test('loses none of thirty changes at the same moment', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => 100 + index);
    await Promise.all(ids.map((id) => around.stock({ id })));
    const { put, read } = await shopper();
    const answers = await Promise.all(ids.map((id) => put(id, { quantity: 1 })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const held = (await read()).body.items.map(({ itemId }: { itemId: number }) => itemId);
    expect(held.sort((a: number, b: number) => a - b)).toEqual(ids);
  });
});

describe('DELETE /api/v1/basket/items/{itemId}', () => {
  test('takes the item out and leaves the rest', async () => {
    await around.stock({ id: 5 });
    const { put, remove, id } = await shopper();
    await put(1, { quantity: 2 });
    await put(5, { quantity: 1 });
    const answer = await remove(1);
    expect(answer.status).toBe(200);
    expect(answer.body.items).toMatchObject([{ itemId: 5 }]);
    expect((await stored({ id }))['version']).toBe('3');
  });

  test('of what is not in changes nothing', async () => {
    const { put, remove, id } = await shopper();
    await put(1, { quantity: 2 });
    const answer = await remove(5);
    expect([answer.status, answer.body.version]).toEqual([200, 1]);
    expect((await stored({ id }))['version']).toBe('1');
  });
});
