import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdminProduct } from '@quayside/contracts';
import { createTestCatalog, newItem, newProduct, type TestCatalog } from './test-catalog.ts';
import { importsOf } from './test-imports.ts';

const odd = newProduct(7, {
  slug: 'odd-one',
  name: "=HYPERLINK(1) 'quoted'",
  description: '-first line,\n"second" line;\n\n+third',
  tags: ['a, b', '@home', "'=x"],
  categoryId: 3,
  attributes: { material: '+wool', waterproof: false, weight: 12.5 },
  options: [
    { name: 'Size', values: ['M', 'L'] },
    { name: 'Colour', values: ['=red'] },
  ],
  variants: [
    {
      id: 71,
      sku: 'ODD-1',
      barcode: '0012345',
      optionValues: ['M', '=red'],
      prices: [
        { currency: 'USD', amount: 1999, compareAt: 2999 },
        { currency: 'JPY', amount: 300 },
      ],
      initialStock: 3,
      weightGrams: 120,
      mediaAt: 0,
    },
    {
      id: 72,
      sku: 'ODD-2',
      optionValues: ['L', '=red'],
      prices: [{ currency: 'USD', amount: 100_000 }],
      initialStock: 0,
      mediaAt: 0,
    },
  ],
});

let catalog: TestCatalog;
let staff: ReturnType<typeof importsOf>;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1), newItem(2), odd]);
  await catalog.start();
  staff = importsOf(catalog, `Bearer ${await catalog.minter.admin()}`);
}, 60_000);
afterAll(() => catalog.close());

const exported = async (query = ''): Promise<string> => {
  const answer = await staff.call('get', `/api/v1/admin/catalog/products.csv${query}`).expect(200);
  expect(answer.headers['content-type']).toContain('text/csv');
  return answer.text;
};
const all = async (): Promise<AdminProduct[]> =>
  Promise.all(
    [1, 2, 7].map(async (id) => (await staff.call('get', `/api/v1/admin/catalog/products/${id}`)).body),
  );

test('no cell of an export is a formula', async () => {
  const cells = (await exported()).split(/,|\r\n/);
  expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
});

test('an export that is imported changes nothing, and what was exported is all there is', async () => {
  await staff
    .call('put', '/api/v1/admin/catalog/products/7')
    .set('if-match', '"v1"')
    .send({
      seoTitle: '@title',
      texts: { de: { name: '=Seltsam', description: 'Zeile\nzwei', seoTitle: null, seoDescription: '-x' } },
    })
    .expect(200);
  const before = await all();
  const file = await exported();
  await catalog.pool.query('DELETE FROM outbox');
  const one = await staff.uploaded(file);
  expect(one.settings.format).toBe('quayside');
  expect((await staff.check(one)).found).toMatchObject({ products: 3, variants: 4, faults: 0 });
  expect((await staff.run(one.id)).job).toMatchObject({ total: 3, done: 0, unchanged: 3 });
  expect(await all()).toEqual(before);
  expect(await catalog.outbox()).toEqual([]);
  expect(await exported()).toBe(file);
});

test('an export makes the same products in a shop that has none of them', async () => {
  const file = (await exported('?q=ODD-1'))
    .replaceAll('odd-one', 'odd-copy')
    .replaceAll('ODD-', 'COPY-')
    .replaceAll('seltsam', 'seltsame-kopie')
    .replace('0012345', '');
  expect((await staff.imported(file)).job).toMatchObject({ total: 1, done: 1 });
  const { rows } = await catalog.pool.query<{ id: number }>(
    `SELECT id FROM products WHERE slug = 'odd-copy'`,
  );
  const { body: copy } = await staff.call('get', `/api/v1/admin/catalog/products/${rows[0]?.id}`);
  const [, , original] = await all();
  const { de } = (original as AdminProduct).texts;
  expect(de?.slug).toBe('seltsam');
  const told = ({
    name,
    description,
    texts,
    seoTitle,
    tags,
    attributes,
    options,
    brandId,
    categoryId,
  }: AdminProduct) => ({
    ...{ name, description, texts, seoTitle, tags, attributes, options, brandId, categoryId },
  });
  expect(told(copy)).toEqual({
    ...told(original as AdminProduct),
    texts: { de: { ...de, slug: 'seltsame-kopie' } },
  });
  expect(copy.variants).toMatchObject([
    { sku: 'COPY-1', optionValues: ['M', '=red'], weightGrams: 120, onHand: 3 },
    { sku: 'COPY-2', prices: [{ amount: 100_000 }] },
  ]);
});

test('an export has what the filters of the table find', async () => {
  const lines = (await exported('?category=3')).trim().split('\r\n');
  expect(lines.filter((line) => line.startsWith('item-'))).toEqual([]);
  expect(
    (await staff.call('get', '/api/v1/admin/catalog/products.csv?status=gone').expect(400)).body.code,
  ).toBe('malformed-request');
});
