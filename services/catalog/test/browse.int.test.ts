import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ItemPage, TypeTree } from '@quayside/contracts';
import { createTestCatalog, newItem, troublesIn, type TestCatalog } from './test-catalog.ts';

const items = [
  newItem(1, { name: 'Storm Jacket', description: 'Sealed seams for sailing.', priceAmount: 25900 }),
  newItem(2, { name: 'Harbour Duffel', typeId: 2, priceAmount: 8900, initialStock: 0 }),
  newItem(3, { name: 'Räuber Smock', brandId: 2, description: 'A storm smock.', priceAmount: 14900 }),
  newItem(4, { name: 'Dry Bag 40L', brandId: 2, typeId: 2, priceAmount: 3900 }),
  newItem(5, { name: 'Old Sou’wester', description: 'Withdrawn.', priceAmount: 2900 }),
];
const list = '/api/v1/catalog/items';

let catalog: TestCatalog;
beforeAll(async () => {
  catalog = await createTestCatalog(items);
  await catalog.pool.query('UPDATE items SET active = false WHERE id = 5');
});
afterAll(() => catalog.close());

const find = async (query: string): Promise<ItemPage> => {
  const { body } = await catalog.request.get(`${list}?${query}`).expect(200);
  return body as ItemPage;
};
const idsOf = async (query: string) => (await find(query)).items.map(({ id }) => id);

describe('GET /api/v1/catalog/items', () => {
  test('lists the active items in the order of the shop, with their total', async () => {
    const page = await find('');
    expect(page).toMatchObject({ page: 1, pageSize: 24, totalItems: 4 });
    expect(page.items.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(page.items[0]).toEqual({
      id: 1,
      sku: 'QS-TST-0001',
      slug: 'item-1',
      name: 'Storm Jacket',
      description: 'Sealed seams for sailing.',
      brand: { id: 1, slug: 'hallvik', name: 'Hallvik' },
      type: { id: 1, slug: 'foul-weather', name: 'Foul-Weather Gear' },
      price: { amount: 25900, currency: 'USD' },
      availableStock: 10,
      pictureUrl: expect.stringMatching(/^\/api\/v1\/catalog\/items\/1\/picture\?v=[0-9a-f]{16}$/),
      active: true,
      version: 1,
    });
  });

  test('pages without overlap, and past the end is an empty page', async () => {
    expect(await idsOf('pageSize=3')).toEqual([1, 2, 3]);
    expect(await idsOf('pageSize=3&page=2')).toEqual([4]);
    expect(await find('pageSize=3&page=9')).toMatchObject({ items: [], page: 9, totalItems: 4 });
  });

  test.each([
    ['brand=fjellmork', [3, 4]],
    ['brand=fjellmork,hallvik&type=bags', [2, 4]],
    ['minPrice=8900&maxPrice=14900', [2, 3]],
    ['minPrice=9000&maxPrice=100', []],
    ['inStock=true', [1, 3, 4]],
    ['inStock=false', [2]],
    ['ids=4,1,99', [1, 4]],
    ['brand=nobody', []],
    ['sort=name', [4, 2, 3, 1]],
    ['sort=-name', [1, 3, 2, 4]],
    ['sort=price', [4, 2, 3, 1]],
    ['sort=-price', [1, 3, 2, 4]],
    ['sort=newest', [4, 3, 2, 1]],
  ])('answers %s', async (query, ids) => {
    expect(await idsOf(query)).toEqual(ids);
  });

  test.each([
    ['storm', [1, 3]], // the name weighs more than the description
    ['jackets', [1]],
    ['sailin', [1]],
    ['rauber', [3]],
    ['RÄUB', [3]],
    ['fjellmörk smo', [3]],
    ['dry 40', [4]],
    ['hallvik duff', [2]],
    ['the storm jacket', [1]],
    ['storm duffel', []],
    ["'&|!", []],
    ['🛶', []],
    [')(:*\\', []],
    ['%', []],
    ['zz\u0000yy', []],
    ['x'.repeat(100), []],
    ['storm '.repeat(16).trim(), [1, 3]],
  ])('finds %j', async (q, ids) => {
    expect(await idsOf(`q=${encodeURIComponent(q)}`)).toEqual(ids);
  });

  test.each([
    'page=0',
    'page=1.5',
    'pageSize=0',
    'pageSize=101',
    'pageSize=many',
    'sort=cheapest',
    'minPrice=-1',
    'maxPrice=',
    'page=1e2',
    'pageSize=0x10',
    'ids=1,%202',
    'ids=0',
    'ids=1,x',
    'brand=',
    'inStock=yes',
    'q=',
    `q=${'x'.repeat(101)}`,
    'colour=red',
    'q=a&q=b',
  ])('refuses %s as malformed', async (query) => {
    const { body } = await catalog.request.get(`${list}?${query}`).expect(400);
    expect(body).toMatchObject({ code: 'malformed-request', status: 400 });
    expect(body.errors.length).toBeGreaterThan(0);
  });

  test('shows inactive items only to admins who ask', async () => {
    const bearer = async (token: Promise<string>) => `Bearer ${await token}`;
    const asked = () => catalog.request.get(`${list}?includeInactive=true`);
    await asked().expect(403);
    await asked()
      .set('authorization', await bearer(catalog.minter.shopper()))
      .expect(403);
    await asked()
      .set('authorization', await bearer(catalog.minter.guest()))
      .expect(403);
    await asked()
      .set('authorization', await bearer(catalog.minter.admin({ scope: 'shop' })))
      .expect(403);
    const { body } = await asked()
      .set('authorization', await bearer(catalog.minter.admin()))
      .expect(200);
    expect(body.totalItems).toBe(5);
    const unasked = await catalog.request
      .get(list)
      .set('authorization', await bearer(catalog.minter.admin()));
    expect(unasked.body.totalItems).toBe(4);
  });
});

describe('GET /api/v1/catalog/items/{idOrSlug}', () => {
  test('finds by id and by slug, with the ETag of its version', async () => {
    const byId = await catalog.request.get(`${list}/3`).expect(200).expect('etag', '"v1"');
    const bySlug = await catalog.request.get(`${list}/item-3`).expect(200);
    expect(byId.body).toMatchObject({ id: 3, name: 'Räuber Smock' });
    expect(bySlug.body).toEqual(byId.body);
  });

  test.each(['0', '99', 'no-such-slug', '9999999999'])('does not find %s', async (idOrSlug) => {
    const { body } = await catalog.request.get(`${list}/${idOrSlug}`).expect(404);
    expect(body).toMatchObject({ code: 'item-not-found' });
  });

  test.each(['-1', '1.5', 'Räuber', '%00', 'a'.repeat(121)])('refuses %s as malformed', async (idOrSlug) => {
    const { body } = await catalog.request.get(`${list}/${encodeURI(idOrSlug)}`).expect(400);
    expect(body).toMatchObject({ code: 'malformed-request' });
  });

  test('hides an inactive item from all but admins', async () => {
    await catalog.request.get(`${list}/5`).expect(404);
    const shopper = await catalog.minter.shopper();
    await catalog.request.get(`${list}/5`).set('authorization', `Bearer ${shopper}`).expect(404);
    const admin = await catalog.minter.admin();
    const { body } = await catalog.request
      .get(`${list}/5`)
      .set('authorization', `Bearer ${admin}`)
      .expect(200);
    expect(body).toMatchObject({ id: 5, active: false });
  });
});

describe('GET /api/v1/catalog/brands and types', () => {
  test('name all, by name', async () => {
    const brands = await catalog.request.get('/api/v1/catalog/brands').expect(200);
    expect(brands.body).toEqual({
      items: [
        { id: 2, slug: 'fjellmork', name: 'Fjellmörk' },
        { id: 1, slug: 'hallvik', name: 'Hallvik' },
      ],
    });
    const types = await catalog.request.get('/api/v1/catalog/types').expect(200);
    expect(types.body.items.map(({ slug }: { slug: string }) => slug)).toEqual(['bags', 'foul-weather']);
  });

  test('say at their first version that there is a second one', async () => {
    const first = await catalog.request.get('/api/v1/catalog/types').expect(200);
    expect(first.headers).toMatchObject({
      deprecation: '@1795824000',
      sunset: 'Tue, 30 Nov 2027 00:00:00 GMT',
      link: '</api/v2/catalog/types>; rel="successor-version"',
    });
    const second = await catalog.request.get('/api/v2/catalog/types').expect(200);
    expect(second.headers).not.toHaveProperty('deprecation');
    const { items } = second.body as TypeTree;
    const slugs = items.map(({ slug }) => slug);
    expect(slugs).toEqual(expect.arrayContaining(['bags', 'foul-weather']));
    for (const [at, { parent }] of items.entries())
      if (parent !== null) expect(slugs.slice(0, at)).toContain(parent);
  });
});

describe('GET /api/v1/catalog/items/{id}/picture', () => {
  const pictureUrl = async () => (await find('ids=1')).items[0]?.pictureUrl ?? '';

  test('may be kept for ever at the address that carries its hash', async () => {
    const response = await catalog.request.get(await pictureUrl()).expect(200);
    expect(response.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(Buffer.from(response.body as Uint8Array).toString()).toBe('picture of 1');
  });

  test('must be asked again at any other address', async () => {
    await catalog.request.get(`${list}/1/picture`).expect(200).expect('cache-control', 'public, no-cache');
    await catalog.request
      .get(`${list}/1/picture?v=old`)
      .expect(200)
      .expect('cache-control', 'public, no-cache');
  });

  test('is not sent again to who has it', async () => {
    const { headers } = await catalog.request.get(`${list}/1/picture`).expect(200);
    for (const tag of [headers['etag'], `W/${headers['etag']}`, `"other", ${headers['etag']}`, '*']) {
      const again = await catalog.request
        .get(`${list}/1/picture`)
        .set('if-none-match', String(tag))
        .expect(304);
      expect(again.headers['etag']).toBe(headers['etag']);
      expect(again.text).toBe('');
    }
  });

  test('of an inactive item stays, for the orders that show it', async () => {
    await catalog.request.get(`${list}/5/picture`).expect(200);
  });

  test('of nothing is not found', async () => {
    const { body } = await catalog.request.get(`${list}/99/picture`).expect(404);
    expect(body).toMatchObject({ code: 'picture-not-found' });
  });
});

test('reading sends no message, changes no version and logs no warning', async () => {
  expect(await catalog.outbox()).toEqual([]);
  const { rows } = await catalog.pool.query('SELECT 1 FROM items WHERE version <> 1');
  expect(rows).toEqual([]);
  expect(troublesIn(catalog.lines)).toEqual([]);
});
