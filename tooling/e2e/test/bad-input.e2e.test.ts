import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buyOne, plentifulItem } from '../src/buy.ts';
import { createShopClient, type Answer, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';

const { origin } = theStack();
let shopper: ShopClient;
let itemId: number;

beforeAll(async () => {
  shopper = createShopClient(origin);
  await shopper.signIn('shopper@quayside.test');
  itemId = await plentifulItem(shopper);
  await shopper.emptyBasket();
});
beforeEach(async () => {
  await shopper.put(itemId, 2);
});

const isProblem = ({ status, body, headers }: Answer, expected: number, code: string): void => {
  expect([status, (body as { code?: string }).code]).toEqual([expected, code]);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect((body as { traceId: string }).traceId).toMatch(/^[0-9a-f]{32}$/);
};

const nothingChanged = async (): Promise<void> => {
  const { body } = await shopper.basket();
  expect(body.items.map((line) => [line.itemId, line.quantity])).toEqual([[itemId, 2]]);
};

describe('a basket refuses', () => {
  test.each([0, -1, 1.5, 1e9, '1', null])('the quantity %j', async (quantity) => {
    isProblem(await shopper.put(itemId, quantity), 400, 'malformed-request');
    await nothingChanged();
  });

  test('an item nobody sells', async () => {
    isProblem(await shopper.put(2_000_000_000, 1), 404, 'item-not-found');
    await nothingChanged();
  });

  test('a body that is not JSON', async () => {
    const answer = await shopper.call('PUT', `/api/v1/basket/items/${itemId}`, { raw: '{"quantity":' });
    isProblem(answer, 400, 'malformed-json');
    await nothingChanged();
  });

  test('a field it does not know', async () => {
    const answer = await shopper.call('PUT', `/api/v1/basket/items/${itemId}`, {
      body: { quantity: 3, unitPrice: { amount: 1, currency: 'USD' } },
    });
    isProblem(answer, 400, 'malformed-request');
    await nothingChanged();
  });
});

describe('a checkout refuses', () => {
  test('to go without an Idempotency-Key', async () => {
    const answer = await shopper.call('POST', '/api/v1/basket/checkout', {
      body: {
        shippingAddress: { name: 'A', street: 'B 1', city: 'C', postalCode: '1', country: 'DK' },
        paymentToken: 'tok_ok',
      },
    });
    isProblem(answer, 400, 'idempotency-key-missing');
    await nothingChanged();
  });

  test('a total that is not ours', async () => {
    isProblem(await shopper.checkoutWith({ total: 1 }), 409, 'price-changed');
    await nothingChanged();
  });

  test('an empty basket', async () => {
    await shopper.call('DELETE', `/api/v1/basket/items/${itemId}`);
    isProblem(await shopper.checkoutWith(), 422, 'basket-empty');
  });

  test('another body under the same key', async () => {
    const key = crypto.randomUUID();
    const first = await shopper.checkoutWith({ key });
    expect(first.status).toBe(202);
    isProblem(await shopper.checkoutWith({ key, token: 'tok_other' }), 422, 'idempotency-key-reused');
  });
});

describe('an order', () => {
  test('of somebody else does not exist', async () => {
    const orderId = await buyOne(shopper);
    const other = createShopClient(origin);
    await other.signIn('admin@quayside.test');
    isProblem(await other.order(orderId), 404, 'order-not-found');
    isProblem(await other.call('POST', `/api/v1/orders/${orderId}/cancel`), 404, 'order-not-found');
  });

  test('is nothing a stranger may ask for', async () => {
    isProblem(await createShopClient(origin).orders(), 401, 'unauthenticated');
  });
});

describe('a catalog refuses', () => {
  test.each(['pageSize=0', 'pageSize=101', 'page=0', 'page=x', 'sort=cheapest', 'colour=red', 'minPrice=-1'])(
    'the query %s',
    async (query) => {
      isProblem(await shopper.call('GET', `/api/v1/catalog/items?${query}`), 400, 'malformed-request');
    },
  );

  test('a price from who is not an admin', async () => {
    const before = (await shopper.item(itemId)).body;
    const answer = await shopper.call('PUT', `/api/v1/catalog/items/${itemId}`, {
      body: { price: { amount: 1, currency: 'USD' } },
      headers: { 'if-match': `"v${before.version}"` },
    });
    isProblem(answer, 403, 'forbidden');
    expect((await shopper.item(itemId)).body.price).toEqual(before.price);
  });
});

describe('a page', () => {
  test.each(['/products/nope', '/products/NOPE!', `/products/${'x'.repeat(500)}`, '/orders/abc'])(
    'at %s is not there',
    async (path) => {
      expect((await shopper.call('GET', path)).status).toBe(404);
    },
  );
});
