import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ProductList } from '@quayside/contracts';
import { createTestCatalog, newItem, newProduct, type TestCatalog } from './test-catalog.ts';

const sold = (id: number, amount: number, initialStock: number) => ({
  id,
  sku: `QS-NEW-${id}`,
  optionValues: [String(id)],
  prices: [{ currency: 'USD', amount, ...(id === 62 && { compareAt: 9900 }) }],
  initialStock,
  mediaAt: 0,
});
const products = [
  newItem(1, { name: 'Storm Jacket', description: 'Sealed seams for sailing.', priceAmount: 25900 }),
  newItem(2, { name: 'Harbour Duffel', typeId: 2, priceAmount: 8900, initialStock: 0 }),
  newItem(3, { name: 'Räuber Smock', brandId: 2, description: 'A storm smock.', priceAmount: 14900 }),
  newItem(4, { name: 'Dry Bag 40L', brandId: 2, typeId: 2, priceAmount: 3900 }),
  newItem(5, { name: 'Old Sou’wester', description: 'Withdrawn.', priceAmount: 2900 }),
  newProduct(6, {
    name: 'Deck Coat',
    description: 'Long.',
    categoryId: 3,
    tags: ['regatta'],
    attributes: { material: 'Stretch woven', waterproof: true, weight: 900 },
    options: [{ name: 'Number', values: ['61', '62', '63'] }],
    variants: [sold(61, 9500, 0), sold(62, 8500, 2), sold(63, 12500, 3)],
  }),
];
const list = '/api/v1/catalog/products';

let catalog: TestCatalog;
beforeAll(async () => {
  catalog = await createTestCatalog(products);
  await catalog.pool.query(`UPDATE products SET status = 'archived' WHERE id = 5`);
});
afterAll(() => catalog.close());

const find = async (query: string): Promise<ProductList> => {
  const { body } = await catalog.request.get(`${list}?${query}`).expect(200);
  return body as ProductList;
};
const idsOf = async (query: string) => (await find(query)).items.map(({ id }) => id);

describe('GET /api/v1/catalog/products', () => {
  test('lists the active products in the order of the shop, with total and facets', async () => {
    const page = await find('');
    expect(page).toMatchObject({ page: 1, pageSize: 24, totalItems: 5 });
    expect(page.items.map(({ id }) => id)).toEqual([1, 2, 3, 4, 6]);
    expect(page.items[4]).toEqual({
      id: 6,
      slug: 'item-6',
      name: 'Deck Coat',
      brand: { id: 1, slug: 'hallvik', name: 'Hallvik' },
      type: { id: 1, slug: 'foul-weather', name: 'Foul-Weather Gear' },
      itemId: expect.any(Number),
      price: { amount: 8500, currency: 'USD', compareAt: 9900 },
      priceTo: { amount: 12500, currency: 'USD' },
      pictureUrl: expect.stringMatching(/^\/api\/v1\/catalog\/images\/[0-9a-f]{16}$/),
      availableStock: 5,
    });
    expect(page.facets).toEqual({
      brands: [
        { slug: 'fjellmork', name: 'Fjellmörk', count: 2 },
        { slug: 'hallvik', name: 'Hallvik', count: 3 },
      ],
      categories: [
        { slug: 'bags', name: 'Bags & Dry Bags', count: 2 },
        { slug: 'foul-weather', name: 'Foul-Weather Gear', count: 3 },
        { slug: 'jackets', name: 'Jackets', count: 1, parent: 'foul-weather' },
      ],
      prices: [
        { from: 2500, to: 5000, count: 1 },
        { from: 5000, to: 10000, count: 2 },
        { from: 10000, to: 20000, count: 1 },
        { from: 20000, to: 50000, count: 1 },
      ],
      inStock: 4,
      ratings: [],
      attributes: [
        {
          code: 'material',
          name: 'Material',
          values: [{ slug: 'stretch-woven', name: 'Stretch woven', count: 1 }],
        },
        { code: 'waterproof', name: 'Waterproof', values: [{ slug: 'yes', name: 'Yes', count: 1 }] },
      ],
    });
  });

  test('pages without overlap, and past the end is an empty page', async () => {
    expect(await idsOf('pageSize=3')).toEqual([1, 2, 3]);
    expect(await idsOf('pageSize=3&page=2')).toEqual([4, 6]);
    expect(await find('pageSize=3&page=9')).toMatchObject({ items: [], page: 9, totalItems: 5 });
  });

  test.each([
    ['brand=fjellmork', [3, 4]],
    ['brand=fjellmork,hallvik&category=bags', [2, 4]],
    ['category=foul-weather', [1, 3, 6]],
    ['category=jackets,bags', [2, 4, 6]],
    ['attributes=material:stretch-woven', [6]],
    ['attributes=material:stretch-woven,material:wool,waterproof:yes', [6]],
    ['attributes=material:stretch-woven,waterproof:no', []],
    ['attributes=colour:red', []],
    ['attributes=constructor:x', []],
    ['minPrice=8900&maxPrice=14900', [2, 3, 6]],
    ['minPrice=9000&maxPrice=100', []],
    ['maxPrice=8500', [4, 6]],
    ['inStock=true', [1, 3, 4, 6]],
    ['inStock=false', [2]],
    ['brand=nobody', []],
    ['sort=name', [6, 4, 2, 3, 1]],
    ['sort=-name', [1, 3, 2, 4, 6]],
    ['sort=price', [4, 6, 2, 3, 1]],
    ['sort=-price', [1, 3, 2, 6, 4]],
    ['sort=newest', [6, 4, 3, 2, 1]],
  ])('answers %s', async (query, ids) => {
    expect(await idsOf(query)).toEqual(ids);
  });

  test('counts each facet without its own filter', async () => {
    const { totalItems, facets } = await find('brand=fjellmork&category=bags');
    expect(totalItems).toBe(1);
    expect(facets.brands.map(({ slug, count }) => [slug, count])).toEqual([
      ['fjellmork', 1],
      ['hallvik', 1],
    ]);
    expect(facets.categories.map(({ slug, count }) => [slug, count])).toEqual([
      ['bags', 1],
      ['foul-weather', 1],
    ]);
  });

  test.each([
    ['storm', [1, 3]], // the name weighs more than the description
    ['jackets', [1, 6]], // as does the name of the category
    ['sailin', [1]],
    ['rauber', [3]],
    ['RÄUB', [3]],
    ['fjellmörk smo', [3]],
    ['dry 40', [4]],
    ['hallvik duff', [2]],
    ['the storm jacket', [1]],
    ['regatta', [6]],
    ['QS-NEW-62', [6]],
    ['qs-new-62', [6]],
    ['QS-TST-0004', [4]],
    ['withdrawn', []],
    ['storm duffel', [2, 1, 3]],
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

  test('filters, sorts and counts what a search found', async () => {
    expect(await idsOf('q=storm&sort=price')).toEqual([3, 1]);
    const { items, facets } = await find('q=storm&brand=hallvik');
    expect(items.map(({ id }) => id)).toEqual([1]);
    expect(facets.brands.map(({ slug, count }) => [slug, count])).toEqual([
      ['fjellmork', 1],
      ['hallvik', 1],
    ]);
  });

  test.each([
    'page=0',
    'pageSize=101',
    'sort=cheapest',
    'minPrice=-1',
    'brand=',
    'category=Bags!',
    'attributes=',
    'attributes=material',
    'attributes=material:',
    'attributes=material:Wool',
    'attributes=__proto__:x',
    'inStock=yes',
    'q=',
    'q=a&q=b',
    'colour=red',
    'includeInactive=true',
  ])('refuses %s as malformed', async (query) => {
    const { body } = await catalog.request.get(`${list}?${query}`).expect(400);
    expect(body).toMatchObject({ code: 'malformed-request', status: 400 });
    expect(body.errors.length).toBeGreaterThan(0);
  });

  test('shows an edit and a delivery to whoever made it, in the very next list', async () => {
    const authorization = `Bearer ${await catalog.minter.admin()}`;
    const first = async () => (await find('category=bags&sort=newest')).items[0];
    for (let round = 1; round <= 10; round += 1) {
      await catalog.request
        .put('/api/v1/catalog/items/4')
        .set({ authorization, 'if-match': `"v${round}"` })
        .send({ price: { amount: 3900 + round, currency: 'USD' } })
        .expect(200);
      await catalog.request
        .post('/api/v1/catalog/items/4/stock-adjustments')
        .set({ authorization })
        .send({ delta: 1, reason: 'found' })
        .expect(200);
      expect(await first()).toMatchObject({
        id: 4,
        price: { amount: 3900 + round },
        availableStock: 10 + round,
      });
    }
  });
});

describe('what a product shows of others', () => {
  test('follows a renamed brand, a category above its own and a redefined attribute, as do searches', async () => {
    await catalog.pool.query(`
      UPDATE brands SET name = 'Osprey' WHERE id = 2;
      UPDATE categories SET name = 'Monsoon' WHERE id = 1;
      UPDATE attributes SET name = 'Rainproof' WHERE code = 'waterproof'`);
    const { items, facets } = await find('');
    expect(items.map(({ brand, type }) => [brand.name, type.name])).toEqual([
      ['Hallvik', 'Monsoon'],
      ['Hallvik', 'Bags & Dry Bags'],
      ['Osprey', 'Monsoon'],
      ['Osprey', 'Bags & Dry Bags'],
      ['Hallvik', 'Monsoon'],
    ]);
    expect(facets.attributes.map(({ name }) => name)).toContain('Rainproof');
    expect(await idsOf('q=osprey')).toEqual([3, 4]);
    expect(await idsOf('q=monsoon')).toEqual([1, 3, 6]);
    expect(await idsOf('q=rainproof')).toEqual([6]);
    expect(await idsOf('q=fjellmork')).toEqual([]);
  });
});
