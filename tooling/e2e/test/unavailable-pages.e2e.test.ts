import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createControl } from '../src/control.ts';
import { buyOne, settled } from '../src/buy.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';

const stack = theStack();
const control = createControl(stack);
let shopper: ShopClient;
let order: string;
beforeAll(async () => {
  shopper = createShopClient(stack.origin);
  await shopper.signIn('shopper@quayside.test');
  const id = await buyOne(shopper);
  await settled(shopper, id);
  order = `/orders/${id}`;
});
afterEach(() => control.allReady());

const open = async (path: string) => {
  const headers = { 'sec-fetch-mode': 'navigate', accept: 'text/html' };
  const { status, headers: told, body } = await shopper.call<string>('GET', path, { headers });
  return { status, retryAfter: told.get('retry-after'), cache: told.get('cache-control') ?? '', body };
};

describe.each([
  ['basket', () => ['/basket', '/de/warenkorb', '/checkout', '/wishlist']],
  ['ordering', () => ['/orders', '/de/bestellungen', order]],
] as const)('while %s is stopped', (name, paths) => {
  test('pages that are nothing without it are 503, are not kept, and say when to come back; the account is there', async () => {
    await control.stop(name);
    for (const path of paths()) {
      const answer = await open(path);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(Number(answer.retryAfter)).toBeGreaterThan(0);
      expect(answer.cache).toContain('no-store');
      expect(answer.body).toContain('<h');
    }
    expect((await open('/account')).status).toBe(200);
    await control.start(name);
    await control.allReady();
    for (const path of paths()) expect([path, (await open(path)).status]).toEqual([path, 200]);
  }, 120_000);
});
