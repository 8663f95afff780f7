import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdminProduct } from '@quayside/contracts';
import { createTestCatalog, eventsFromNowOn, newItem, type TestCatalog } from './test-catalog.ts';
import { importsOf, shopifyFile, smock } from './test-imports.ts';

let catalog: TestCatalog;
let staff: ReturnType<typeof importsOf>;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1), newItem(2, { sku: 'TAKEN-1' })]);
  await catalog.start();
  const token = await catalog.minter.admin({ id: '0198c0de-0000-7000-8000-00000000ad01' });
  staff = importsOf(catalog, `Bearer ${token}`);
}, 60_000);
afterAll(() => catalog.close());

const product = async (q: string): Promise<AdminProduct> => {
  const { body } = await staff.call('get', `/api/v1/admin/catalog/products?q=${q}`).expect(200);
  return (await staff.call('get', `/api/v1/admin/catalog/products/${body.items[0].id}`).expect(200)).body;
};

test('a file of Shopify becomes products with variants, prices and stock', async () => {
  const one = await staff.uploaded(shopifyFile(smock), 'from-shopify.csv');
  expect(one).toMatchObject({
    name: 'from-shopify.csv',
    state: 'uploaded',
    settings: { format: 'shopify', encoding: 'utf-8', delimiter: ',' },
  });
  const checked = await staff.check(one);
  expect(checked).toMatchObject({
    state: 'checked',
    found: { rows: 2, products: 1, variants: 2, faulty: 0, faults: 0, decimal: 'point' },
  });
  const announced = await eventsFromNowOn(catalog.pool);
  const done = await staff.run(one.id);
  expect(done).toMatchObject({ state: 'done', job: { total: 1, done: 1, failed: 0 } });
  const made = await product('gale');
  expect(made).toMatchObject({
    slug: 'gale-smock',
    status: 'active',
    name: 'Gale Smock',
    description: 'Keeps the wind out.\n\nAnd the rain.',
    brandId: 1,
    categoryId: 3,
    tags: ['sailing', 'offshore'],
    options: [{ name: 'Size', values: ['M', 'L'] }],
    variants: [
      {
        sku: 'GALE-M',
        optionValues: ['M'],
        prices: [{ currency: 'USD', amount: 12_900, compareAt: 14_900 }],
        weightGrams: 850,
        onHand: 7,
      },
      { sku: 'GALE-L', prices: [{ amount: 12_900, compareAt: null }], onHand: 0 },
    ],
  });
  const types = (await announced()).map(({ type }) => type);
  expect(types.filter((type) => type.includes('item-changed'))).toHaveLength(2);
  expect(types.filter((type) => type.includes('stock-changed'))).toHaveLength(2);
  const { body: log } = await staff.call(
    'get',
    `/api/v1/admin/catalog/audit?entity=product&entityId=${made.id}`,
  );
  expect(log.items).toMatchObject([{ action: 'created', actor: { name: 'Ada Admin' } }]);
});

test('the same file again changes nothing; another price and count change just these', async () => {
  expect((await staff.imported(shopifyFile(smock))).job).toMatchObject({ done: 0, unchanged: 1 });
  const [first, second] = smock;
  const dearer = [{ ...first, 'Variant Price': '139.00', 'Variant Inventory Qty': '9' }, second ?? {}];
  expect((await staff.imported(shopifyFile(dearer))).job).toMatchObject({ done: 1, unchanged: 0 });
  expect((await product('gale')).variants).toMatchObject([
    { sku: 'GALE-M', prices: [{ amount: 13_900 }], onHand: 9 },
    { sku: 'GALE-L', prices: [{ amount: 12_900 }], onHand: 0 },
  ]);
});

test('every fault is listed by row and column, as a file too; the rest is imported, and mended cells come after', async () => {
  const faulty = [
    ...smock,
    { ...smock[0], Handle: 'too-long', Title: 'x'.repeat(10_000), 'Variant SKU': 'LONG-1' },
    { ...smock[0], Handle: 'no-price', Title: 'Bell', 'Variant SKU': 'BELL-1', 'Variant Price': 'ask us' },
    { ...smock[0], Handle: 'controlled', Title: 'Bell\u0007', 'Variant SKU': 'BELL-2' },
    { ...smock[0], Handle: 'item-1', Title: 'Taken', 'Variant SKU': 'TAKEN-1' },
    { ...smock[0], Handle: 'twin', Title: '=1+1', 'Variant SKU': 'gale-m' },
  ];
  const one = await staff.uploaded(shopifyFile(faulty));
  const checked = await staff.check(one);
  expect(checked.found).toMatchObject({ products: 6, faulty: 5, faults: 5 });
  expect(await staff.faults(one.id)).toMatchObject([
    { row: 4, name: 'Title', code: 'cell-unfit', detail: '10000 characters, and 200 at most are taken' },
    { row: 5, name: 'Variant Price', value: 'ask us', code: 'price-unfit' },
    { row: 6, name: 'Title', code: 'cell-unfit' },
    { row: 7, column: null, code: 'import-row-unfit', detail: 'Product 2 has the SKU TAKEN-1' },
    { row: 8, name: 'Variant SKU', code: 'sku-twice', detail: 'Row 2 has the SKU GALE-M too' },
  ]);
  const file = await staff.call('get', `${staff.imports}/${one.id}/faults.csv`).expect(200);
  expect(file.text.split('\r\n')[2]).toMatch(/^5,Variant Price,ask us,/);
  const column = one.columns.indexOf('Variant Price');
  await staff
    .call('put', `${staff.imports}/${one.id}/cells`)
    .send({ cells: [{ row: 5, column, value: '49.00' }] })
    .expect(202);
  expect((await staff.settled(one.id)).found).toMatchObject({ faulty: 4, faults: 4 });
  expect((await staff.run(one.id)).job).toMatchObject({ total: 2, done: 2, failed: 0 });
  expect((await product('bell')).variants[0]?.prices[0]?.amount).toBe(4900);
});
