import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestCatalog, newItem, troublesIn, type TestCatalog } from './test-catalog.ts';

let catalog: TestCatalog;
let admin: string;
beforeAll(async () => {
  catalog = await createTestCatalog(Array.from({ length: 20 }, (_, index) => newItem(index + 1)));
  admin = `Bearer ${await catalog.minter.admin({ id: '0198c0de-0000-7000-8000-00000000ad01' })}`;
});
afterAll(() => catalog.close());
afterEach(async () => {
  await catalog.pool.query('DELETE FROM outbox');
  catalog.lines.length = 0;
});

const put = (id: number | string, body: object, ifMatch: string | undefined = '"v1"', token = admin) => {
  const request = catalog.request.put(`/api/v1/catalog/items/${id}`).set('authorization', token);
  return (ifMatch ? request.set('if-match', ifMatch) : request).send(body);
};
const adjust = (id: number | string, body: object, token = admin) =>
  catalog.request
    .post(`/api/v1/catalog/items/${id}/stock-adjustments`)
    .set('authorization', token)
    .send(body);

const stored = async (id: number) => {
  const { rows } = await catalog.pool.query(
    `SELECT name, amount AS price_amount, active, items.version, received, on_hand
       FROM items JOIN products ON products.id = product_id JOIN stock ON stock.item_id = items.id
       JOIN prices ON prices.item_id = items.id
      WHERE items.id = $1`,
    [id],
  );
  return rows[0];
};
const untouched = (id: number) => ({
  name: `Item ${id}`,
  price_amount: 1000 + id,
  active: true,
  version: 1,
  received: 0,
  on_hand: 10,
});
interface Noted {
  event: string;
}
/** @param refused why access was refused meanwhile, as the security log has it */
const expectNothingDone = async (id: number, refused: readonly string[] = []) => {
  expect(await stored(id)).toEqual(untouched(id));
  expect(await catalog.outbox()).toEqual([]);
  expect(troublesIn(catalog.lines)).toEqual([]);
  const security = catalog.lines.flatMap((line) => (line['security'] ? [line['security'] as Noted] : []));
  // Input of the wrong form is there too: once a minute, whichever test sends it first.
  const ofAccess = security.filter(({ event }) => event !== 'input_validation_fail');
  expect(ofAccess).toMatchObject(refused.map((reason) => ({ event: 'authz_fail', reason })));
};
const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('PUT /api/v1/catalog/items/{id}', () => {
  test('changes the price, and tells others old and new', async () => {
    const { body, headers } = await put(1, { price: usd(1234) }).expect(200);
    expect(body).toMatchObject({ id: 1, name: 'Item 1', price: usd(1234), version: 2 });
    expect(headers['etag']).toBe('"v2"');
    expect(await stored(1)).toEqual({ ...untouched(1), price_amount: 1234, version: 2 });
    const events = await catalog.outbox();
    expect(events).toMatchObject([
      {
        type: 'quayside.catalog.item-changed.v1',
        topic: 'catalog.events.v1',
        subject: '1',
        source: 'catalog',
        data: { id: 1, price: usd(1234), version: 2 },
      },
      {
        type: 'quayside.catalog.item-price-changed.v1',
        subject: '1',
        data: { itemId: 1, oldPrice: usd(1001), newPrice: usd(1234), version: 2 },
      },
    ]);
    expect(events[0]?.correlationId).toBe(events[1]?.correlationId);
  });

  test('changes name, description and visibility, and the search with them', async () => {
    const change = { name: 'Barometer Brass', description: 'Reads the weather.', active: false };
    await put(2, change).expect(200);
    expect(await stored(2)).toMatchObject({ name: 'Barometer Brass', active: false, version: 2 });
    expect((await catalog.outbox()).map(({ type }) => type)).toEqual(['quayside.catalog.item-changed.v1']);
    await put(2, { active: true }, '"v2"').expect(200);
    const { body } = await catalog.request.get('/api/v1/catalog/items?q=barom').expect(200);
    expect(body.items.map(({ id }: { id: number }) => id)).toEqual([2]);
  });

  test('tells what the item weighs along with the rest', async () => {
    await catalog.pool.query('UPDATE items SET weight_grams = 1200 WHERE id = 20');
    await put(20, { price: usd(1234) }).expect(200);
    expect((await catalog.outbox())[0]).toMatchObject({ data: { id: 20, weightGrams: 1200 } });
  });

  test('with nothing new is done without a trace', async () => {
    const { headers } = await put(3, { name: 'Item 3', price: usd(1003) }).expect(200);
    expect(headers['etag']).toBe('"v1"');
    await expectNothingDone(3);
  });

  test('refuses a change of what another admin changed meanwhile', async () => {
    await put(4, { name: 'First' }).expect(200);
    await catalog.pool.query('DELETE FROM outbox');
    const { body } = await put(4, { price: usd(1) }).expect(412);
    expect(body).toMatchObject({ code: 'stale-version', status: 412 });
    expect(await stored(4)).toMatchObject({ name: 'First', price_amount: 1004, version: 2 });
    expect(await catalog.outbox()).toEqual([]);
  });

  test('lets only one of two admins through who save at the same time', async () => {
    const both = await Promise.all([put(5, { price: usd(1) }), put(5, { price: usd(2) })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await stored(5)).toMatchObject({ version: 2 });
  });

  test('goes on although stock moved since the admin looked', async () => {
    await adjust(6, { delta: 5, reason: 'delivery' }).expect(200);
    await put(6, { price: usd(700) }, '"v1"').expect(200);
    expect(await stored(6)).toMatchObject({ price_amount: 700, version: 2, on_hand: 15 });
  });

  test('asks for If-Match', async () => {
    const { body } = await put(7, { price: usd(1) }, '').expect(428);
    expect(body).toMatchObject({ code: 'precondition-required' });
    await put(7, { price: usd(1) }, '"other"').expect(400);
    await expectNothingDone(7);
  });

  test.each([
    [{}],
    [{ price: { amount: 0, currency: 'USD' } }],
    [{ price: { amount: -1, currency: 'USD' } }],
    [{ price: { amount: 1.5, currency: 'USD' } }],
    [{ price: { amount: 10 ** 9, currency: 'USD' } }],
    [{ price: { amount: 100, currency: 'XXQ' } }],
    [{ price: 100 }],
    [{ name: ' ' }],
    [{ name: null }],
    [{ name: 'Storm\u0000 jacket' }],
    [{ name: 'Storm\njacket' }],
    [{ name: 'Storm \ud83d jacket' }],
    [{ description: 'Taped\u0000 seams' }],
    [{ description: 'Taped \udfff seams' }],
    [{ availableStock: 9 }],
    [{ name: 'x', version: 3 }],
  ])('refuses %j', async (body) => {
    const response = await put(7, body).expect(400);
    expect(response.body).toMatchObject({ code: 'malformed-request' });
    await expectNothingDone(7);
  });

  test('refuses a price in a currency the item is not sold in', async () => {
    const { body } = await put(7, { price: { amount: 100, currency: 'EUR' } }).expect(422);
    expect(body).toMatchObject({ code: 'currency-not-sold' });
    await expectNothingDone(7);
  });

  test('refuses what is not JSON', async () => {
    const send = (type: string, body: string) =>
      catalog.request
        .put('/api/v1/catalog/items/7')
        .set({ authorization: admin, 'if-match': '"v1"', 'content-type': type })
        .send(body);
    expect((await send('application/json', '{').expect(400)).body).toMatchObject({ code: 'malformed-json' });
    expect((await send('text/plain', '{}').expect(415)).body).toMatchObject({
      code: 'unsupported-media-type',
    });
    await expectNothingDone(7);
  });

  test('does not find what is not there', async () => {
    expect((await put(99, { name: 'x' }).expect(404)).body).toMatchObject({ code: 'item-not-found' });
    await put('item-7', { name: 'x' }).expect(400);
    expect(await catalog.outbox()).toEqual([]);
  });

  test('is for admins', async () => {
    await catalog.request
      .put('/api/v1/catalog/items/7')
      .set('if-match', '"v1"')
      .send({ name: 'x' })
      .expect(401);
    const { shopper, guest } = catalog.minter;
    await put(7, { name: 'x' }, '"v1"', 'Bearer nonsense').expect(401);
    await put(7, { name: 'x' }, '"v1"', `Bearer ${await shopper()}`).expect(403);
    await put(7, { name: 'x' }, '"v1"', `Bearer ${await guest()}`).expect(403);
    await expectNothingDone(7, ['invalid-token', 'forbidden']);
  });
});

describe('POST /api/v1/catalog/items/{id}/stock-adjustments', () => {
  test('books a delivery with its reason and who booked it', async () => {
    const { body, headers } = await adjust(8, { delta: 5, reason: 'delivery 4711' }).expect(200);
    expect(body).toMatchObject({ id: 8, availableStock: 15, version: 1 });
    expect(headers['etag']).toBe('"v1"');
    expect(await stored(8)).toMatchObject({ received: 5, on_hand: 15, version: 1 });
    const { rows } = await catalog.pool.query(
      `SELECT kind, delta, reason, made_by FROM stock_movements WHERE item_id = 8 AND kind = 'adjusted'`,
    );
    expect(rows).toEqual([
      {
        kind: 'adjusted',
        delta: 5,
        reason: 'delivery 4711',
        made_by: '0198c0de-0000-7000-8000-00000000ad01',
      },
    ]);
    expect(await catalog.outbox()).toMatchObject([
      {
        type: 'quayside.catalog.stock-changed.v1',
        subject: '8',
        data: { itemId: 8, available: 15, version: 2 },
      },
    ]);
  });

  test('books a loss down to nothing, not below', async () => {
    await adjust(9, { delta: -11, reason: 'flood' }).expect(409);
    await expectNothingDone(9);
    await adjust(9, { delta: -10, reason: 'flood' }).expect(200);
    expect(await stored(9)).toMatchObject({ on_hand: 0 });
  });

  test('never takes what orders have reserved', async () => {
    await catalog.pool.query('UPDATE stock SET reserved = 4 WHERE item_id = 10');
    const { body } = await adjust(10, { delta: -7, reason: 'theft' }).expect(409);
    expect(body).toMatchObject({ code: 'stock-below-reserved' });
    await expectNothingDone(10);
  });

  test('loses none of many adjustments at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () => adjust(11, { delta: 1, reason: 'found' })),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    expect(await stored(11)).toMatchObject({ on_hand: 20, version: 1 });
    expect((await catalog.outbox()).map(({ data }) => (data as { version: number }).version)).toEqual(
      Array.from({ length: 10 }, (_, index) => index + 2),
    );
  });

  test('refuses more than the ledger can count', async () => {
    await catalog.pool.query('UPDATE stock SET initial = 999999999 WHERE item_id = 13');
    expect((await adjust(13, { delta: 2, reason: 'x' }).expect(422)).body).toMatchObject({
      code: 'stock-too-large',
    });
  });

  test.each([
    [{ delta: 0, reason: 'x' }],
    [{ delta: 1.5, reason: 'x' }],
    [{ delta: 10 ** 9, reason: 'x' }],
    [{ delta: '1', reason: 'x' }],
    [{ delta: 1 }],
    [{ delta: 1, reason: '' }],
    [{ delta: 1, reason: 'Found\u0000 behind the sails' }],
    [{ delta: 1, reason: 'x', itemId: 3 }],
  ])('refuses %j', async (body) => {
    expect((await adjust(12, body).expect(400)).body).toMatchObject({ code: 'malformed-request' });
    await expectNothingDone(12);
  });

  test('is for admins, and for items there are', async () => {
    const body = { delta: 1, reason: 'x' };
    await catalog.request.post('/api/v1/catalog/items/12/stock-adjustments').send(body).expect(401);
    await adjust(12, body, `Bearer ${await catalog.minter.shopper()}`).expect(403);
    expect((await adjust(99, body).expect(404)).body).toMatchObject({ code: 'item-not-found' });
    await expectNothingDone(12, ['forbidden']);
  });
});

test('what an admin may do is in the OpenAPI document', async () => {
  const { body } = await catalog.request.get('/openapi.json').expect(200);
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining([
      '/api/v1/catalog/items',
      '/api/v1/catalog/items/{idOrSlug}',
      '/api/v1/catalog/items/{id}/picture',
      '/api/v1/catalog/items/{id}/stock-adjustments',
    ]),
  );
});
