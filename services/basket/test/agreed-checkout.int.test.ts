import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
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

beforeAll(async () => {
  around = await openSurroundings();
  replica = await startReplica(around);
  await around.stock({ id: 1, name: 'Tent' });
});
afterAll(async () => {
  await replica.stop();
  await around.close();
});

const newKey = () => uuidv7();
const shopperWith = async (...items: [itemId: number, quantity: number][]) => {
  const who = await aShopper(around);
  const calls = callAs(replica.url, who);
  for (const [itemId, quantity] of items) await calls.put(itemId, { quantity });
  return { ...who, ...calls };
};
const checkoutKeysOf = (owner: { id: string }) => around.redis.keys(around.keys.checkout(owner.id, '*'));

describe('what is agreed to at a checkout', () => {
  test.each([
    [{ country: 'US', city: 'Portland', street: '1', postalCode: '???' }, ['street', 'state', 'postalCode']],
    [{ country: 'DE', city: undefined }, ['city']],
    [{ country: 'HK' }, ['state']],
    [{ country: 'US', city: 'Portland', state: 'OR', postalCode: '9720' }, ['postalCode']],
  ])('to an address that is none in its country is refused and burns nothing: %j', async (change, faulty) => {
    const shopper = await shopperWith([1, 1]);
    const shippingAddress = { ...order.shippingAddress, ...change };
    const { status, body } = await shopper.checkOut(newKey(), { ...order, shippingAddress });
    expect([status, body.code]).toEqual([422, 'address-invalid']);
    expect(body.faults.map(({ field }: { field: string }) => field)).toEqual(faulty);
    expect(await checkoutKeysOf(shopper)).toEqual([]);
    expect((await shopper.read()).body.items).toHaveLength(1);
  });

  test.each([
    {
      country: 'US',
      street: '1 Pier',
      street2: 'Floor 2',
      city: 'Monterey',
      state: 'CA',
      postalCode: '93940-1234',
    },
    {
      country: 'HK',
      street: '8 Nathan Road',
      state: 'Kowloon',
      company: 'Harbour Ltd',
      phone: '+852 2345 6789',
    },
    { country: 'AE', street: 'Marina Walk 3', state: 'DU' },
    { country: 'IE', street: 'The farm by the pier', city: 'Dingle' },
  ])('goes to an address as there are in its country: %j', async (lines) => {
    const shopper = await shopperWith([1, 1]);
    const shippingAddress = { name: 'Sam Shopper', ...lines };
    const { body } = await shopper.checkOut(newKey(), { ...order, shippingAddress });
    expect(body).toEqual({ orderId: expect.any(String) });
    const [kept] = Object.values(await around.redis.hgetall(around.keys.details(shopper.id)));
    expect(JSON.parse(kept ?? '')).toMatchObject({ shippingAddress });
  });

  test('of another basket of the same total than was shown is refused, and names what is in it', async () => {
    const shopper = await shopperWith([1, 2]);
    const key = newKey();
    const accept = (quantity: number) =>
      shopper.checkOut(key, { ...order, acceptedLines: [{ itemId: 1, quantity }] });
    const refused = await accept(1);
    expect([refused.status, refused.body.code]).toEqual([409, 'basket-changed']);
    expect(refused.body.lines).toEqual([{ itemId: 1, name: expect.any(String), quantity: 2 }]);
    expect(await checkoutKeysOf(shopper)).toEqual([]);
    expect((await accept(2)).status).toBe(202);
  });
});
