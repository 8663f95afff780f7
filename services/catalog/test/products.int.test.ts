import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Product, ProductPages } from '@quayside/contracts';
import { createTestCatalog, newProduct, type TestCatalog } from './test-catalog.ts';

const variant = (id: number, optionValues: string[], amount: number, initialStock = 5) => ({
  id,
  sku: `QS-JKT-${id}`,
  optionValues,
  prices: [
    { currency: 'USD', amount, compareAt: amount + 1000 },
    { currency: 'EUR', amount: amount - 500 },
  ],
  initialStock,
  weightGrams: 980,
  mediaAt: 0,
});
const jacket = newProduct(1, {
  slug: 'offshore-jacket',
  oldSlugs: ['offshore-jacket-red', 'old-jacket'],
  name: 'Offshore Jacket',
  description: 'Keeps the spray out.',
  categoryId: 3,
  tags: ['sailing'],
  attributes: { material: 'Laminate', waterproof: true, weight: 980 },
  options: [
    { name: 'Colour', values: ['Red', 'Navy'] },
    { name: 'Size', values: ['S', 'M'] },
  ],
  variants: [
    variant(11, ['Red', 'S'], 38900),
    variant(12, ['Red', 'M'], 39900, 0),
    variant(13, ['Navy', 'S'], 38900),
  ],
});
const draft = newProduct(2, {
  slug: 'draft-jacket',
  status: 'draft',
  variants: [{ ...variant(21, [], 1000), sku: 'DRAFT' }],
});
const products = '/api/v1/catalog/products';

let catalog: TestCatalog;
beforeAll(async () => {
  catalog = await createTestCatalog([jacket, draft]);
  await catalog.pool.query(`
    INSERT INTO product_texts (product_id, language, name, description, seo_title)
    VALUES (1, 'de', 'Hochseejacke', 'Hält die Gischt ab.', 'Hochseejacke kaufen')`);
});
afterAll(() => catalog.close());

const find = async (path: string): Promise<Product> =>
  (await catalog.request.get(`${products}/${path}`).expect(200)).body as Product;

describe('GET /api/v1/catalog/products/{slug}', () => {
  test('answers the product with all that is sold of it', async () => {
    const { body, headers } = await catalog.request.get(`${products}/offshore-jacket`).expect(200);
    expect(headers['etag']).toBe('"v1"');
    expect(body).toEqual({
      id: 1,
      slug: 'offshore-jacket',
      slugs: { de: 'hochseejacke' },
      name: 'Offshore Jacket',
      description: 'Keeps the spray out.',
      brand: { id: 1, slug: 'hallvik', name: 'Hallvik' },
      categories: [
        { id: 1, slug: 'foul-weather', name: 'Foul-Weather Gear' },
        { id: 3, slug: 'jackets', name: 'Jackets' },
      ],
      tags: ['sailing'],
      attributes: [
        { code: 'material', name: 'Material', value: 'Laminate' },
        { code: 'waterproof', name: 'Waterproof', value: true },
        { code: 'weight', name: 'Weight', value: 980, unit: 'g' },
      ],
      options: [
        { name: 'Colour', values: ['Red', 'Navy'] },
        { name: 'Size', values: ['S', 'M'] },
      ],
      media: [
        { url: expect.stringMatching(/^\/api\/v1\/catalog\/images\/[0-9a-f]{16}$/), alt: 'Picture of 1' },
      ],
      seo: {},
      variants: expect.arrayContaining([
        {
          itemId: 11,
          sku: 'QS-JKT-11',
          optionValues: ['Red', 'S'],
          price: { amount: 38900, currency: 'USD', compareAt: 39900 },
          prices: [
            { amount: 38900, currency: 'USD', compareAt: 39900 },
            { amount: 38400, currency: 'EUR' },
          ],
          weightGrams: 980,
          pictureUrl: expect.stringMatching(/^\/api\/v1\/catalog\/items\/11\/picture\?v=/),
          active: true,
          availableStock: 5,
        },
      ]),
      version: 1,
    });
    const { variants } = body as Product;
    expect(variants.map(({ itemId, availableStock }) => [itemId, availableStock])).toEqual([
      [11, 5],
      [12, 0],
      [13, 5],
    ]);
  });

  test.each(['offshore-jacket-red', 'old-jacket'])('is led to by the old slug %s', async (slug) => {
    expect(await find(slug)).toEqual(await find('offshore-jacket'));
  });

  test('is in the language asked for, where there are texts in it', async () => {
    expect(await find('offshore-jacket?language=de')).toMatchObject({
      name: 'Hochseejacke',
      description: 'Hält die Gischt ab.',
      seo: { title: 'Hochseejacke kaufen' },
    });
    expect(await find('offshore-jacket?language=fr')).toMatchObject({ name: 'Offshore Jacket' });
    await catalog.request.get(`${products}/offshore-jacket?language=deutsch`).expect(400);
  });

  test.each(['no-such-product', 'draft-jacket'])('does not find %s', async (slug) => {
    const { body } = await catalog.request.get(`${products}/${slug}`).expect(404);
    expect(body).toMatchObject({ code: 'product-not-found' });
  });

  test('shows its pictures at addresses that may be kept for ever', async () => {
    const { media } = await find('offshore-jacket');
    const response = await catalog.request.get(media[0]?.url ?? '').expect(200);
    expect(response.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    await catalog.request.get('/api/v1/catalog/images/0000000000000000').expect(404);
    await catalog.request.get('/api/v1/catalog/images/..%2f').expect(400);
  });
});

describe('a variant', () => {
  test('is an item, named after its product and its options', async () => {
    const { body } = await catalog.request.get('/api/v1/catalog/items/13').expect(200);
    expect(body).toMatchObject({
      id: 13,
      slug: 'offshore-jacket',
      name: 'Offshore Jacket, Navy, S',
      type: { slug: 'foul-weather' },
      price: { amount: 38900, currency: 'USD' },
    });
  });

  test('of a draft is no item for anybody but admins', async () => {
    await catalog.request.get('/api/v1/catalog/items/21').expect(404);
  });

  test('that is edited says so alone; an edit of the product is one of all its variants', async () => {
    const authorization = `Bearer ${await catalog.minter.admin()}`;
    const put = (id: number, version: number, body: object) =>
      catalog.request
        .put(`/api/v1/catalog/items/${id}`)
        .set({ authorization, 'if-match': `"v${version}"` })
        .send(body);
    await put(11, 1, { price: { amount: 37000, currency: 'EUR' } }).expect(200);
    await put(13, 1, { name: 'Ocean Jacket' }).expect(200);
    const told = (await catalog.outbox()).map(({ type, subject, data }) => [
      type.replace('quayside.catalog.', ''),
      subject,
      (data as { version: number }).version,
    ]);
    expect(told).toEqual([
      ['item-changed.v1', '11', 2],
      ['item-price-changed.v1', '11', 2],
      ['item-changed.v1', '11', 3],
      ['item-changed.v1', '12', 2],
      ['item-changed.v1', '13', 2],
    ]);
    expect(await find('offshore-jacket')).toMatchObject({ name: 'Ocean Jacket', version: 3 });
    const stale = await put(12, 1, { name: 'Lake Jacket' }).expect(412);
    expect(stale.body).toMatchObject({ code: 'stale-version' });
    expect(await find('offshore-jacket')).toMatchObject({ name: 'Ocean Jacket', version: 3 });
  });
});

describe('GET /api/v1/catalog/product-pages', () => {
  const read = async (part: string) =>
    (await catalog.request.get(`/api/v1/catalog/product-pages${part}`).expect(200)).body as ProductPages;

  test('names what has a page, with its pictures, and not a draft', async () => {
    const { media } = await find('offshore-jacket');
    expect(await read('')).toEqual({
      parts: 1,
      items: [
        {
          ...{ slug: 'offshore-jacket', slugs: { de: 'hochseejacke' } },
          pictureUrls: media.map(({ url }) => url),
        },
      ],
    });
  });

  test('a part beyond the last is empty', async () => {
    expect(await read('?part=2')).toEqual({ parts: 1, items: [] });
    await catalog.request.get('/api/v1/catalog/product-pages?part=0').expect(400);
  });

  test('there are as many parts as ids need', async () => {
    await catalog.pool.query(`
      INSERT INTO products (id, slug, name, description, brand_id, category_id, status)
      SELECT 20001, 'far-out', 'Far out', 'Far', brand_id, category_id, 'active' FROM products WHERE id = 1`);
    expect(await read('?part=3')).toEqual({ parts: 3, items: [{ slug: 'far-out', pictureUrls: [] }] });
    await catalog.pool.query('DELETE FROM products WHERE id = 20001');
  });
});
