import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { callAs } from './call-basket.ts';
import {
  aGuest,
  aShopper,
  openSurroundings,
  startReplica,
  type Replica,
  type Surroundings,
} from './running-basket.ts';
import { eur, settings, usd } from './settings.ts';

let around: Surroundings;
let replica: Replica;

beforeAll(async () => {
  around = await openSurroundings();
  replica = await startReplica(around);
  await around.stock({ id: 1, price: usd(5_000), prices: [usd(5_000), eur(4_500)] });
  await around.stock({ id: 2, price: usd(3_000) });
  await around.stock({ id: 3, price: eur(2_000) });
});
afterAll(async () => {
  await replica.stop();
  await around.close();
});

const shopper = async () => {
  const who = await aShopper(around);
  return { ...who, ...callAs(replica.url, who) };
};
const stored = ({ id }: { id: string }) => around.redis.hgetall(around.keys.basket(id));

describe('where a shopper seems to be', () => {
  const add = async (who: Awaited<ReturnType<typeof shopper>>, country: string) =>
    request(replica.url)
      .post('/api/v1/basket/items')
      .set('authorization', `Bearer ${who.token}`)
      .send({ itemId: 1, quantity: 1, country });

  test('is where the basket goes, as long as nothing was chosen and we send there', async () => {
    const austrian = await shopper();
    expect((await add(austrian, 'AT')).body).toMatchObject({
      items: [{ unitPrice: eur(4_500) }],
      terms: { country: 'AT', currency: 'EUR' },
    });
    expect((await add(austrian, 'CA')).body.terms.country).toBe('AT');
    expect((await austrian.read()).body).toMatchObject({
      terms: { country: 'AT' },
      items: [{ quantity: 2 }],
    });

    const chosen = await shopper();
    await chosen.choose({ country: 'CA', state: 'AB' });
    expect((await add(chosen, 'AT')).body.terms).toMatchObject({ country: 'CA', state: 'AB' });
    expect((await add(await shopper(), 'AQ')).body.terms.country).toBe('US');
    expect((await add(await shopper(), 'Austria')).status).toBe(400);
  });
});

describe('PUT /api/v1/basket/terms', () => {
  test('prices the basket by country, currency and shipping, also when read again', async () => {
    const { put, choose, read } = await shopper();
    await put(1, { quantity: 2 });
    const answer = await choose({ country: 'AT', currency: 'EUR', shippingMethod: 'express' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      items: [{ unitPrice: eur(4_500) }],
      totals: { items: eur(9_000), shipping: eur(2_000), tax: eur(1_833), total: eur(11_000) },
      terms: {
        country: 'AT',
        currency: 'EUR',
        currencies: ['EUR', 'USD'],
        taxIncluded: true,
        shippingMethod: 'express',
      },
      version: 2,
    });
    expect(answer.body.items[0]).not.toHaveProperty('previousUnitPrice');
    expect((await read()).body).toEqual(answer.body);
  });

  test('of a guest works as well, and moves with the basket at sign-in', async () => {
    const guest = await aGuest(around);
    await callAs(replica.url, guest).put(1, { quantity: 1 });
    await callAs(replica.url, guest).choose({ country: 'AT' });
    const user = await shopper();
    const merged = await user.merge({ guestToken: guest.token });
    expect(merged.body).toMatchObject({
      terms: { country: 'AT', currency: 'EUR' },
      totals: { items: eur(4_500) },
    });
  });

  test('stays when the basket is bought', async () => {
    const { put, choose, read, checkOut } = await shopper();
    await put(2, { quantity: 1 });
    await choose({ country: 'CA', state: 'AB' });
    expect((await checkOut('a-key')).status).toBe(202);
    expect((await read()).body).toMatchObject({ items: [], terms: { country: 'CA', state: 'AB' } });
  });

  test.each<[string, object, number, string]>([
    ['a country that is not sold to', { country: 'FR' }, 422, 'country-not-sold-to'],
    ['a state that is none', { country: 'CA', state: 'Bavaria' }, 422, 'state-unknown'],
    ['a currency not taken there', { country: 'US', currency: 'EUR' }, 422, 'currency-not-sold-in'],
    ['a way nothing is sent', { shippingMethod: 'airship' }, 422, 'shipping-method-unknown'],
    [
      'a currency in which a line has no price',
      { country: 'AT', currency: 'EUR' },
      409,
      'basket-currency-mixed',
    ],
    ['a currency that does not exist', { currency: 'ZZZ' }, 400, 'malformed-request'],
    ['a price', { country: 'AT', total: usd(1) }, 400, 'malformed-request'],
  ])('with %s is refused, and nothing changes', async (_what, body, status, code) => {
    const { put, choose, id } = await shopper();
    await put(1, { quantity: 1 });
    await put(2, { quantity: 1 });
    const before = await stored({ id });
    const answer = await choose(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await stored({ id })).toEqual(before);
  });
});

describe('two currencies in one basket', () => {
  test('are refused when an item has no price in that of the others', async () => {
    const { put, id } = await shopper();
    await put(2, { quantity: 1 });
    const before = await stored({ id });
    const answer = await put(3, { quantity: 1 });
    expect([answer.status, answer.body.code]).toEqual([409, 'basket-currency-mixed']);
    expect(answer.body).toMatchObject({ currency: 'USD', itemIds: [3] });
    expect(await stored({ id })).toEqual(before);
  });

  test('are refused when an item is put in at a price in another', async () => {
    const { put, choose, id } = await shopper();
    await choose({ country: 'AT', currency: 'EUR' });
    expect((await put(1, { quantity: 1, currency: 'EUR' })).status).toBe(200);
    const before = await stored({ id });
    const answer = await put(1, { quantity: 2, currency: 'USD' });
    expect([answer.status, answer.body.code]).toEqual([409, 'basket-currency-mixed']);
    expect(await stored({ id })).toEqual(before);
  });
});

describe('GET /api/v1/sales-regions', () => {
  test('tells anybody who is sold to, in which currencies, and no rates', async () => {
    const { status, body, text } = await request(replica.url).get('/api/v1/sales-regions');
    expect(status).toBe(200);
    expect(body.defaultCountry).toBe('US');
    expect(body.countries.map(({ country }: { country: string }) => country)).toEqual(
      settings.countries.map(({ country }) => country),
    );
    expect(body.countries).toContainEqual({
      country: 'CA',
      currencies: ['USD'],
      taxIncluded: false,
      states: [
        { code: 'BC', name: 'British Columbia' },
        { code: 'AB', name: 'Alberta' },
      ],
    });
    expect(text).not.toContain('rate');
  });
});

describe('a basket of the first release', () => {
  test('is read, priced in full, and bought', async () => {
    const { id, read, checkOut } = await shopper();
    // As 0.1.0 wrote it: no choice, and the settings were variables.
    await around.redis.hset(around.keys.basket(id), {
      version: '4',
      lines: '[{"itemId":2,"quantity":2,"seenPrice":{"amount":3000,"currency":"USD"}}]',
    });
    const { body } = await read();
    expect(body).toMatchObject({
      items: [{ itemId: 2, quantity: 2, unitPrice: usd(3_000) }],
      totals: { items: usd(6_000), shipping: usd(790), tax: usd(480), total: usd(7_270) },
      terms: { country: 'US', currency: 'USD', shippingMethod: 'standard' },
      version: 4,
    });
    expect(body.items[0]).not.toHaveProperty('previousUnitPrice');
    expect((await checkOut('first-release')).status).toBe(202);
  });
});
