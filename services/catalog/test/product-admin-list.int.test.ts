import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NewProduct } from '../src/store/new-catalog.ts';
import { createTestCatalog, newItem, newProduct, type TestCatalog } from './test-catalog.ts';

const variant = (id: number, amount: number, initialStock: number) => ({
  id,
  sku: `QS-GLE-${id}`,
  optionValues: [String(id)],
  prices: [{ currency: 'USD', amount }],
  initialStock,
  mediaAt: 0,
});
const gale: Partial<NewProduct> = {
  name: 'Gale jacket',
  categoryId: 3,
  options: [{ name: 'Number', values: ['2', '3'] }],
  variants: [variant(2, 20_000, 3), variant(3, 21_000, 7)],
};

let catalog: TestCatalog;
let admin: string;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1), newProduct(2, gale), newItem(4, { initialStock: 0 })]);
  admin = `Bearer ${await catalog.minter.admin()}`;
  const draft = { slug: 'list-me', name: 'Zebra list', brandId: 2, categoryId: 2 };
  await call('post', products).send(draft).expect(201);
});
afterAll(() => catalog.close());

const products = '/api/v1/admin/catalog/products';
const call = (method: 'get' | 'post', path: string) =>
  catalog.request[method](path).set('authorization', admin);
const slugs = async (query: string): Promise<string[]> =>
  (await call('get', `${products}?${query}`).expect(200)).body.items.map(
    ({ slug }: { slug: string }) => slug,
  );

test.each<[string, string[]]>([
  ['q=gale', ['item-2']],
  ['q=qs-gle', ['item-2']],
  ['q=%25', []],
  ['brand=2', ['list-me']],
  ['category=2', ['list-me']],
  ['category=1', ['item-2', 'item-1', 'item-4']],
  ['category=3', ['item-2']],
  ['sort=-name', ['list-me', 'item-4', 'item-1', 'item-2']],
  ['sort=-changed&pageSize=1', ['list-me']],
  ['sort=-id&page=2&pageSize=2', ['item-2', 'item-1']],
  ['status=draft', ['list-me']],
  ['status=archived', []],
  ['missing=price', ['list-me']],
  ['missing=picture', ['list-me']],
  ['missing=text', ['item-2', 'item-1', 'item-4', 'list-me']],
  ['stock=in', ['item-2', 'item-1']],
  ['stock=out', ['item-4', 'list-me']],
  ['stock=low', ['item-2', 'item-4']],
  ['q=gale&status=active&brand=1&category=1&stock=low&missing=text', ['item-2']],
])('%s finds %j', async (query, found) => {
  expect(await slugs(query)).toEqual(found);
});

test('a line sums up the variants', async () => {
  const { body } = await call('get', `${products}?q=gale`).expect(200);
  expect(body).toMatchObject({ totalItems: 1, page: 1 });
  expect(body.items[0]).toMatchObject({
    brand: { slug: 'hallvik' },
    category: { slug: 'jackets' },
    variants: 2,
    priceFrom: 20_000,
    priceTo: 21_000,
    currency: 'USD',
    available: 10,
  });
});

test.each(['sort=price', 'status=gone', 'stock=1', 'missing=sku', 'brand=x', 'unknown=1'])(
  'refuses %s',
  async (query) => {
    expect((await call('get', `${products}?${query}`).expect(400)).body.code).toBe('malformed-request');
  },
);
