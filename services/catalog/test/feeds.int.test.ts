import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AdminProduct } from '@quayside/contracts';
import { inTransaction } from '@quayside/postgres';
import { manyProduct } from '../seed/many-products.ts';
import { addManyProducts } from '../src/store/add-many-products.ts';
import { createFeedProducts, feedPartSql } from '../src/store/feeds/feed-products.ts';
import { createTestCatalog, newItem, newProduct, type TestCatalog } from './test-catalog.ts';
import { importsOf } from './test-imports.ts';

const jacket = newProduct(7, {
  slug: 'gale-jacket',
  name: 'Gale & Squall <Jacket>',
  description: 'Keeps <the wind> out.\n\nAnd the rain & the "spray".',
  texts: { de: { name: 'Sturmjacke', description: 'Hält den Wind ab.' } },
  categoryId: 3,
  options: [
    { name: 'Color', values: ['Red', 'Blue'] },
    { name: 'Length', values: ['M', 'L'] },
  ],
  variants: [
    {
      id: 71,
      sku: 'GALE-RED-M',
      barcode: '4006381333931',
      optionValues: ['Red', 'M'],
      prices: [
        { currency: 'USD', amount: 12_900, compareAt: 14_900 },
        { currency: 'EUR', amount: 11_900 },
      ],
      initialStock: 3,
      weightGrams: 850,
      mediaAt: 0,
    },
    {
      id: 72,
      sku: 'GALE-BLUE-L',
      optionValues: ['Blue', 'L'],
      prices: [{ currency: 'USD', amount: 12_900 }],
      initialStock: 0,
      mediaAt: 0,
    },
  ],
});
const [english, german] = ['/feeds/google.xml', '/de/feeds/google.xml'];
let catalog: TestCatalog;
let other: TestCatalog;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1), newProduct(9, { status: 'draft' }), jacket]);
  await inTransaction(catalog.pool, (tx) =>
    tx.query(
      `INSERT INTO translations (language, term, text)
       VALUES ('de', 'Red', 'Rot'), ('de', 'Jackets', 'Jacken'), ('de', 'Foul-Weather Gear', 'Ölzeug')`,
    ),
  );
  other = await createTestCatalog([newItem(100)]);
  await other.start();
}, 60_000);
afterAll(async () => {
  await catalog.close();
  await other.close();
});

const feed = (path = english, headers: Record<string, string> = {}) => {
  const asked = catalog.request
    .get(path)
    .buffer(true)
    .parse((res, done) => {
      let text = '';
      res.setEncoding('utf8');
      res.on('data', (part: string) => (text += part));
      res.on('end', () => done(null, text));
    });
  for (const [name, value] of Object.entries(headers)) asked.set(name, value);
  return asked;
};
const xml = async (path = english): Promise<string> => (await feed(path).expect(200)).body as string;
const itemOf = (text: string, sku: string): Record<string, string> => {
  const item = text.split('<item>').find((one) => one.includes(`<g:id>${sku}</g:id>`)) ?? '';
  return Object.fromEntries(
    [...item.matchAll(/<g:(\w+)>(.*?)<\/g:\1>/g)].map(([, name, value]) => [name, value]),
  );
};

describe('the feed for Google', () => {
  test('tells of each variant that is sold what Google asks for', async () => {
    const answer = await feed().expect(200);
    expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8');
    const text = answer.body as string;
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"')).toBe(true);
    expect(text.match(/<item>/g)).toHaveLength(3);
    expect(itemOf(text, 'GALE-RED-M')).toEqual({
      id: 'GALE-RED-M',
      item_group_id: '7',
      title: 'Gale &amp; Squall &lt;Jacket&gt;, Red, M',
      description:
        'Keeps &amp;lt;the wind&amp;gt; out.&lt;br&gt;&lt;br&gt;And the rain &amp;amp; the &amp;quot;spray&amp;quot;.',
      link: 'http://shop.test/products/gale-jacket?item=71',
      image_link: expect.stringMatching(/^http:\/\/shop\.test\/api\/v1\/catalog\/images\/[0-9a-f]{16}$/),
      ...{ availability: 'in_stock', price: '149.00 USD', sale_price: '129.00 USD', condition: 'new' },
      ...{ brand: 'Hallvik', gtin: '4006381333931', mpn: 'GALE-RED-M' },
      ...{
        product_type: 'Foul-Weather Gear &gt; Jackets',
        color: 'Red',
        size: 'M',
        shipping_weight: '850 g',
      },
    });
    const blue = itemOf(text, 'GALE-BLUE-L');
    expect(blue).toMatchObject({ availability: 'out_of_stock', price: '129.00 USD' });
    expect(blue).not.toHaveProperty('sale_price');
    expect(itemOf(text, 'QS-TST-0001')).not.toHaveProperty('item_group_id');
  });

  test('speaks German, in euros, of what has a price in them', async () => {
    const text = await xml(german);
    expect(text.match(/<item>/g)).toHaveLength(1);
    expect(itemOf(text, 'GALE-RED-M')).toMatchObject({
      title: 'Sturmjacke, Rot, M',
      link: 'http://shop.test/de/produkte/sturmjacke?item=71',
      price: '119.00 EUR',
      product_type: 'Ölzeug &gt; Jacken',
      color: 'Rot',
    });
  });

  test('is not sent again to who has it, until something changes, an availability too', async () => {
    const first = await feed().expect(200);
    const { etag = '', 'last-modified': since = '' } = first.headers;
    expect(first.headers['cache-control']).toBe('public, max-age=3600');
    await feed(english, { 'if-none-match': `"other", ${etag}` }).expect(304);
    await feed(english, { 'if-modified-since': since }).expect(304);
    await feed(english, { 'if-modified-since': new Date(Date.parse(since) - 1000).toUTCString() }).expect(
      200,
    );
    // The tag counts, where there is one.
    await feed(english, { 'if-none-match': '"other"', 'if-modified-since': since }).expect(200);
    await catalog.request.head(english).expect(200).expect('etag', etag);
    const staff = `Bearer ${await catalog.minter.admin()}`;
    await catalog.request
      .post('/api/v1/catalog/items/71/stock-adjustments')
      .set('authorization', staff)
      .send({ delta: -1, reason: 'lost' })
      .expect(200);
    const second = await feed(english, { 'if-none-match': etag }).expect(200);
    expect(second.headers['etag']).not.toBe(etag);
    await catalog.request
      .put('/api/v1/catalog/items/1')
      .set({ authorization: staff, 'if-match': '"v1"' })
      .send({ price: { amount: 999, currency: 'USD' } })
      .expect(200);
    await feed(english, { 'if-none-match': String(second.headers['etag']) }).expect(200);
  });

  test('is read by our own import, which makes the same products of it', async () => {
    const staff = importsOf(other, `Bearer ${await other.minter.admin()}`);
    const one = await staff.uploaded(await xml(), 'google.xml');
    expect(one.settings).toMatchObject({ format: 'google', sheet: 'Feed' });
    const checked = await staff.check(one);
    expect(checked.found).toMatchObject({ products: 2, variants: 3, faulty: 0 });
    expect((await staff.run(one.id)).job).toMatchObject({ done: 2, failed: 0 });
    const { rows } = await other.pool.query<{ id: number }>(
      `SELECT id FROM products WHERE slug LIKE 'gale%'`,
    );
    const made: AdminProduct = (
      await staff.call('get', `/api/v1/admin/catalog/products/${rows[0]?.id}`).expect(200)
    ).body;
    expect(made).toMatchObject({
      name: 'Gale & Squall <Jacket>',
      description: jacket.description,
      options: [
        { name: 'Color', values: ['Red', 'Blue'] },
        { name: 'Size', values: ['M', 'L'] },
      ],
      variants: [
        {
          ...{ sku: 'GALE-RED-M', barcode: '4006381333931', optionValues: ['Red', 'M'], weightGrams: 850 },
          prices: [{ currency: 'USD', amount: 12_900, compareAt: 14_900 }],
        },
        { sku: 'GALE-BLUE-L', optionValues: ['Blue', 'L'], prices: [{ amount: 12_900, compareAt: null }] },
      ],
    });
    const brands = await other.pool.query(
      `SELECT brands.name AS brand, categories.name AS category, cardinality(path) AS depth FROM products
         JOIN brands ON brands.id = brand_id JOIN categories ON categories.id = category_id WHERE products.id = $1`,
      [rows[0]?.id],
    );
    expect(brands.rows).toEqual([{ brand: 'Hallvik', category: 'Jackets', depth: 2 }]);
  });
});

describe('a feed that is uploaded', () => {
  const rss = (items: string, head = '<?xml version="1.0"?>') =>
    `${head}<rss xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>${items}</channel></rss>`;
  const staff = async () => importsOf(other, `Bearer ${await other.minter.admin()}`);

  test('may say things in any order, deeper ones, and several pictures', async () => {
    const one = await (
      await staff()
    ).uploaded(
      rss(`<item><title>Mug</title><g:id>MUG</g:id><link>http://x.test/mug</link><g:availability>in_stock</g:availability>
        <g:shipping><g:price>5 USD</g:price></g:shipping><g:price>9.50 USD</g:price></item>
        <item><g:id>CUP</g:id><title><![CDATA[Cup & saucer]]></title><link>http://x.test/cup</link>
        <g:additional_image_link>http://x.test/1.jpg</g:additional_image_link>
        <g:additional_image_link>http://x.test/2.jpg</g:additional_image_link></item>`),
    );
    expect(one.columns).toEqual(['title', 'id', 'link', 'availability', 'price', 'additional_image_link']);
    expect(one.sample).toEqual([
      ['Mug', 'MUG', 'http://x.test/mug', 'in_stock', '9.50 USD', ''],
      ['Cup & saucer', 'CUP', 'http://x.test/cup', '', '', 'http://x.test/1.jpg\nhttp://x.test/2.jpg'],
    ]);
  });

  test.each([
    ['holds no items', rss(''), /without items/],
    ['breaks off', rss('<item><id>1').slice(0, -30), /broken/],
    ['defines entities', rss('', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'), /document type/],
    ['is in another encoding', rss('', '<?xml version="1.0" encoding="ISO-8859-1"?>'), /ISO-8859-1/],
  ])('and %s is refused', async (_, file, words) => {
    const { body } = await (await staff()).upload(file).expect(422);
    expect(body).toMatchObject({ code: 'import-file-unfit', detail: expect.stringMatching(words) });
  });
});

test('asks the database the same number of times however many variants a product has, and some products at a time', async () => {
  const asked: string[] = [];
  const { pool } = catalog;
  const counted = new Proxy(pool, {
    get: (target, name) =>
      name === 'query'
        ? (...query: unknown[]) => {
            asked.push(String(query[0]));
            return (target.query as (...all: unknown[]) => unknown)(...query);
          }
        : Reflect.get(target, name),
  });
  await addManyProducts(pool, {
    count: 600,
    announce: async () => undefined,
    make: (number, ids) => manyProduct(number, { templates: [newItem(1)], brandIds: [1, 2], ...ids }),
  });
  let products = 0;
  for await (const _ of createFeedProducts({ pool: counted }).all('de')) products += 1;
  expect(products).toBe(602);
  expect(asked.filter((sql) => sql === feedPartSql)).toHaveLength(4);
  expect(asked.length).toBeLessThan(20);
});
