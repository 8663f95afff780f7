import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdminProduct } from '@quayside/contracts';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';
import { importsOf } from './test-imports.ts';

let catalog: TestCatalog;
let staff: ReturnType<typeof importsOf>;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1)]);
  await catalog.start();
  staff = importsOf(catalog, `Bearer ${await catalog.minter.admin()}`);
}, 60_000);
afterAll(() => catalog.close());

const product = async (slug: string): Promise<AdminProduct> => {
  const { rows } = await catalog.pool.query<{ id: number }>('SELECT id FROM products WHERE slug = $1', [
    slug,
  ]);
  return (await staff.call('get', `/api/v1/admin/catalog/products/${rows[0]?.id}`).expect(200)).body;
};

test('WooCommerce: parents, variations that come before them, sale prices, kilograms, and the deepest category', async () => {
  const file = [
    'ID,Type,SKU,Name,Published,Short description,Description,Stock,Weight (kg),Sale price,Regular price,Categories,Tags,Images,Parent,Attribute 1 name,Attribute 1 value(s)',
    '12,variation,woo-tee-red,Woo Tee - Red,1,,,5,0.2,,20,,,,woo-tee,Color,Red',
    '10,variable,woo-tee,Woo Tee,1,Short.,<p>Soft &amp; light</p>,,,,,"Clothing, Clothing > Tees","cotton, summer",,,Color,"Red, Blue"',
    '13,variation,woo-tee-blue,Woo Tee - Blue,1,,,0,0.2,15,20,,,,woo-tee,Color,Blue',
    '20,simple,woo-mug,Woo Mug,-1,A mug,,3,0.45,,9.50,Kitchen,,,,Color,White',
    '30,grouped,woo-set,Woo Set,1,,,,,,,Kitchen,,,,,',
  ].join('\n');
  const one = await staff.uploaded(file);
  expect(one.settings.format).toBe('woocommerce');
  const checked = await staff.check(one, { brand: 'Woo Works' });
  expect(checked.found).toMatchObject({ products: 3, faulty: 1 });
  expect(await staff.faults(one.id)).toMatchObject([{ row: 6, name: 'Type', value: 'grouped' }]);
  expect((await staff.run(one.id)).job).toMatchObject({ done: 2, failed: 0 });
  expect(await product('woo-tee')).toMatchObject({
    name: 'Woo Tee',
    description: 'Soft & light',
    status: 'active',
    tags: ['cotton', 'summer'],
    options: [{ name: 'Color', values: ['Red', 'Blue'] }],
    variants: [
      { sku: 'WOO-TEE-RED', weightGrams: 200, onHand: 5, prices: [{ amount: 2000, compareAt: null }] },
      { sku: 'WOO-TEE-BLUE', onHand: 0, prices: [{ amount: 1500, compareAt: 2000 }] },
    ],
  });
  expect(await product('woo-mug')).toMatchObject({
    status: 'draft',
    description: 'A mug',
    options: [],
    variants: [{ sku: 'WOO-MUG', weightGrams: 450, optionValues: [] }],
  });
  const { rows } = await catalog.pool.query(
    `SELECT name, cardinality(path) AS depth FROM categories WHERE name = 'Tees'`,
  );
  expect(rows).toEqual([{ name: 'Tees', depth: 2 }]);
});

test('Vendure: rows that go on, options by bars, facets; names of files are no pictures, and keep nothing back', async () => {
  const file = [
    'name   , slug  ,description,assets     ,facets                                        ,optionGroups   ,optionValues  ,sku  ,price  ,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets',
    'Laptop , laptop,"Quick, and light"   ,laptop.jpg ,category:Electronics|category:Computers|brand:Pear|colour:grey,screen size|RAM,13 inch|8GB   ,L2201308,1299.00,standard   ,100        ,false         ,             ,',
    '       ,       ,           ,           ,                                              ,               ,15 inch|8GB   ,L2201508,1399.00,standard   ,100        ,false         ,             ,',
  ].join('\n');
  const one = await staff.uploaded(file);
  expect(one.settings.format).toBe('vendure');
  const checked = await staff.check(one);
  expect(checked.found).toMatchObject({ products: 1, variants: 2, faulty: 0, faults: 1 });
  expect(await staff.faults(one.id)).toMatchObject([{ row: 2, code: 'picture-unfit', blocks: false }]);
  expect((await staff.run(one.id)).job).toMatchObject({ done: 1 });
  expect(await product('laptop')).toMatchObject({
    tags: ['grey'],
    options: [
      { name: 'screen size', values: ['13 inch', '15 inch'] },
      { name: 'RAM', values: ['8GB'] },
    ],
    variants: [
      { sku: 'L2201308', prices: [{ amount: 129_900 }], onHand: 100 },
      { sku: 'L2201508', prices: [{ amount: 139_900 }] },
    ],
  });
});

test('Google: a group is a product told apart by what differs, prices say their currency', async () => {
  const file = [
    'id\ttitle\tdescription\tlink\tavailability\tprice\tsale_price\tbrand\tgtin\titem_group_id\tcolor\tsize\tproduct_type\tshipping_weight',
    'g-1\tGoogle Smock\tWarm\thttps://shop.example/1\tin_stock\t80.00 EUR\t64.00 EUR\tHallvik\t4006381333931\tsmock\tRed\tM\tJackets\t1.2 kg',
    'g-2\tGoogle Smock\tWarm\thttps://shop.example/2\tin_stock\t80.00 EUR\t\tHallvik\t\tsmock\tRed\tL\tJackets\t900 g',
    'g-3\tGoogle Bell\tLoud\thttps://shop.example/3\tin_stock\t12.00 USD\t\tHallvik\t\t\tBrass\t\tJackets\t',
  ].join('\n');
  const one = await staff.uploaded(file, 'feed.tsv');
  expect(one.settings).toMatchObject({ format: 'google', delimiter: '\t' });
  expect((await staff.check(one)).found).toMatchObject({ products: 2, variants: 3, faults: 0 });
  expect((await staff.run(one.id)).job).toMatchObject({ done: 2, failed: 0 });
  expect(await product('google-smock')).toMatchObject({
    options: [{ name: 'Size', values: ['M', 'L'] }],
    variants: [
      {
        sku: 'G-1',
        barcode: '4006381333931',
        weightGrams: 1200,
        prices: [{ currency: 'EUR', amount: 6400, compareAt: 8000 }],
      },
      { sku: 'G-2', weightGrams: 900, prices: [{ currency: 'EUR', amount: 8000 }] },
    ],
  });
  expect(await product('google-bell')).toMatchObject({ options: [], variants: [{ sku: 'G-3' }] });
});

test('a currency that does not exist is a fault of its cell, named beside the price or in the heading, and nothing is written', async () => {
  const google = [
    'id\ttitle\tdescription\tlink\tavailability\tprice\tbrand\tproduct_type',
    'z-1\tZedland Bell\tLoud\thttps://shop.example/z\tin_stock\t12.00 ZZZ\tHallvik\tJackets',
  ].join('\n');
  const own =
    'Slug,Name,Brand,Category,SKU,Price USD,Price ZZZ\nzedland-horn,Zedland Horn,Hallvik,Jackets,Z-2,12.00,9.00';
  for (const [file, name, value] of [
    [google, 'price', '12.00 ZZZ'],
    [own, 'Price ZZZ', '9.00'],
  ] as const) {
    const one = await staff.uploaded(file, 'zedland.csv');
    expect((await staff.check(one)).found).toMatchObject({ products: 1, faulty: 1, faults: 1 });
    expect(await staff.faults(one.id)).toMatchObject([{ row: 2, name, value, code: 'currency-unknown' }]);
  }
  const { body } = await staff.call('get', '/api/v1/admin/catalog/products?q=zedland').expect(200);
  expect(body.items).toEqual([]);
});

test('columns of nobody in particular are guessed by their names, and mapped by hand', async () => {
  const file =
    'Artikel;Product name;Brand;Category;SKU;Price;Qty\nx;Glove "Oslo";Hallvik;Jackets > Gloves;GLV-1;1.299,00;4';
  const one = await staff.uploaded(file);
  expect(one.settings).toMatchObject({
    format: 'custom',
    delimiter: ';',
    mapping: [null, 'name', 'brand', 'category', 'sku', 'price', 'stock'],
  });
  expect((await staff.check(one, { status: 'draft' })).found).toMatchObject({ faults: 0, decimal: 'comma' });
  expect((await staff.run(one.id)).job).toMatchObject({ done: 1 });
  expect((await product('glove-oslo')).variants).toMatchObject([
    { sku: 'GLV-1', prices: [{ amount: 129_900 }] },
  ]);
});
