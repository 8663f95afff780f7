import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { processes } from '@quayside/system';
import { buyOne, plentifulItem, settled } from '../src/buy.ts';
import { createControl, eventually } from '../src/control.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';

const stack = theStack();
const control = createControl(stack);
let shopper: ShopClient;

beforeAll(async () => {
  shopper = createShopClient(stack.origin);
  await shopper.signIn('shopper@quayside.test');
});
afterEach(() => control.allReady());

const timesInList = async (orderId: string): Promise<number> =>
  (await shopper.orders()).body.items.filter(({ id }) => id === orderId).length;

const paidOnce = async (orderId: string) => {
  expect(await settled(shopper, orderId)).toBe('paid');
  const { body } = await shopper.order(orderId);
  expect(body.history.filter(({ status }) => status === 'paid')).toHaveLength(1);
  expect(await timesInList(orderId)).toBe(1);
};

describe('a checkout', () => {
  test('with Ordering stopped becomes a paid order when Ordering is back', async () => {
    await control.stop('ordering');
    const orderId = await buyOne(shopper);
    expect((await shopper.items()).status).toBe(200);
    expect((await shopper.order(orderId)).status).toBe(503);
    await control.start('ordering');
    await paidOnce(orderId);
  });

  test('with Kafka stopped becomes a paid order when Kafka is back', async () => {
    await control.stop('kafka');
    const orderId = await buyOne(shopper);
    await control.start('kafka');
    await paidOnce(orderId);
  });

  test('sent twice at once is one order, and the same answer twice', async () => {
    await shopper.put(await plentifulItem(shopper), 1);
    const key = crypto.randomUUID();
    const before = (await shopper.orders()).body.totalItems;
    const [first, second] = await Promise.all([shopper.checkoutWith({ key }), shopper.checkoutWith({ key })]);
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body).toEqual(first.body);
    await paidOnce(first.body.orderId);
    expect((await shopper.orders()).body.totalItems).toBe(before + 1);
    const late = await shopper.checkoutWith({ key });
    expect([late.status, late.body]).toEqual([202, first.body]);
  });

  test('refused by the payment company ends cancelled when no other card comes, and the stock is released', async () => {
    const itemId = await plentifulItem(shopper);
    const before = (await shopper.item(itemId)).body.availableStock;
    await shopper.put(itemId, 1);
    const { body } = await shopper.checkoutWith({ token: 'tok_declined' });
    expect(await settled(shopper, body.orderId)).toBe('cancelled');
    await eventually('the stock to be released', async () => {
      const { body: item } = await shopper.item(itemId);
      return item.availableStock === before;
    });
  });

  test('whose payment answer never comes is looked up and paid once', async () => {
    await paidOnce(await buyOne(shopper, 'tok_timeout'));
  });
});

describe('while Catalog is stopped', () => {
  const open = (path: string) =>
    fetch(`${stack.origin}${path}`, { headers: { 'sec-fetch-mode': 'navigate' } });
  const openWithout = async (path: string) => {
    await control.stop('catalog');
    const answer = await open(path);
    await control.start('catalog');
    return answer;
  };

  test('a page that nobody opened before says that it is not available now, and when to come back', async () => {
    const answer = await openWithout('/products/some-lamp');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  test.each(['/', '/catalog?inStock=true'])('%s is what it was when it was opened last', async (path) => {
    await eventually('the page to be there', async () => (await open(path)).status === 200);
    const answer = await openWithout(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<h1');
  });
});

describe('kill -9', () => {
  const ours = processes.filter(({ kind }) => kind !== 'stand-in').map(({ name }) => name);

  test.each(ours)('of %s right after a checkout loses and doubles nothing', async (name) => {
    const orderId = await buyOne(shopper);
    await control.kill(name);
    await control.allReady();
    await paidOnce(orderId);
  });

  test.each([0, 150, 600, 1100, 1400])(
    'of the worker %i ms into an order loses and doubles nothing',
    async (delay) => {
      const orderId = await buyOne(shopper);
      await control.kill('ordering-worker', { afterMs: delay });
      await control.allReady();
      await paidOnce(orderId);
    },
  );
});
