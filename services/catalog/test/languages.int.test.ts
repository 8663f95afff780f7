import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogEvents } from '@quayside/contracts';
import { createTestCatalog, newProduct, type TestCatalog } from './test-catalog.ts';

/** Dearer in euros is what is cheaper in dollars; one is not sold in euros. */
const euros: Record<number, { currency: string; amount: number; compareAt?: number }[]> = {
  1: [{ currency: 'EUR', amount: 6000, compareAt: 7000 }],
  2: [{ currency: 'EUR', amount: 900 }],
};

const jacket = (id: number, name: string, german?: string) =>
  newProduct(id, {
    name,
    slug: `jacket-${id}`,
    categoryId: 3,
    attributes: { material: 'Wool' },
    options: [{ name: 'Colour', values: ['Red', 'Moss'] }],
    ...(german && { texts: { de: { name: german, description: `${german}: beschrieben.` } } }),
    variants: ['Red', 'Moss'].map((colour, at) => ({
      id: id * 10 + at,
      sku: `QS-J-${id}-${at}`,
      optionValues: [colour],
      prices: [{ currency: 'USD', amount: 1000 * id }, ...(euros[id] ?? [])],
      initialStock: 5,
      mediaAt: 0,
    })),
  });

let catalog: TestCatalog;
beforeAll(async () => {
  catalog = await createTestCatalog([
    jacket(1, 'Anchor jacket', 'Zugjacke'),
    jacket(2, 'Zip jacket', 'Ankerjacke'),
    jacket(3, 'Harbour jacket'),
  ]);
  await catalog.pool.query(`
    INSERT INTO translations (language, term, text) VALUES
      ('de', 'Foul-Weather Gear', 'Schlechtwetterzeug'), ('de', 'Jackets', 'Jacken'), ('de', 'Material', 'Stoff'),
      ('de', 'Wool', 'Wolle'), ('de', 'Colour', 'Farbe'), ('de', 'Red', 'Rot'), ('de', 'Yes', 'Ja')`);
}, 60_000);
afterAll(() => catalog.close());

const get = async (path: string) => (await catalog.request.get(`/api/v1/catalog${path}`).expect(200)).body;

describe('in German', () => {
  test('a list has German names in the order of German names, and filters by German words', async () => {
    const { items, facets } = await get('/products?language=de&sort=name');
    expect(
      items.map(({ name, type }: { name: string; type: { name: string } }) => [name, type.name]),
    ).toEqual([
      ['Ankerjacke', 'Schlechtwetterzeug'],
      // What has no German text is called what it is called.
      ['Harbour jacket', 'Schlechtwetterzeug'],
      ['Zugjacke', 'Schlechtwetterzeug'],
    ]);
    expect(facets.categories.map(({ slug, name }: { slug: string; name: string }) => [slug, name])).toEqual([
      ['jackets', 'Jacken'],
      ['foul-weather', 'Schlechtwetterzeug'],
    ]);
    expect(facets.attributes).toMatchObject([
      { code: 'material', name: 'Stoff', values: [{ slug: 'wool', name: 'Wolle', count: 3 }] },
    ]);
  });

  test('a product has its texts, and the words of the shop, in German', async () => {
    const product = await get('/products/jacket-1?language=de');
    expect(product).toMatchObject({
      ...{ name: 'Zugjacke', description: 'Zugjacke: beschrieben.' },
      categories: [{ name: 'Schlechtwetterzeug' }, { name: 'Jacken' }],
      attributes: [{ code: 'material', name: 'Stoff', value: 'Wolle' }],
      options: [{ name: 'Farbe', values: ['Rot', 'Moss'] }],
      variants: [{ optionValues: ['Rot'] }, { optionValues: ['Moss'] }],
    });
  });

  test('so have suggestions and departments', async () => {
    const { products } = await get('/suggestions?q=zugjacke&language=de');
    expect(products).toMatchObject([{ name: 'Zugjacke' }]);
    const { items } = await get('/types?language=de');
    expect(items).toContainEqual(
      expect.objectContaining({ slug: 'foul-weather', name: 'Schlechtwetterzeug' }),
    );
  });
});

test('without a language, and in one that nobody wrote in, all is as the shop calls it', async () => {
  for (const query of ['', '&language=fr']) {
    const { items, facets } = await get(`/products?sort=name${query}`);
    expect(items.map(({ name }: { name: string }) => name)).toEqual([
      'Anchor jacket',
      'Harbour jacket',
      'Zip jacket',
    ]);
    expect(facets.attributes[0]).toMatchObject({ name: 'Material', values: [{ name: 'Wool' }] });
  }
  expect((await get('/products/jacket-1')).options).toEqual([{ name: 'Colour', values: ['Red', 'Moss'] }]);
});

describe('in euros', () => {
  const shown = async (query: string) =>
    (await get(`/products?${query}`)).items.map(
      ({ id, price, priceTo }: { id: number; price: object; priceTo: object }) => [id, price, priceTo],
    );

  test('a list has the prices of that currency, is sorted by them, and has last what is not sold in it', async () => {
    expect(await shown('currency=EUR&sort=price')).toEqual([
      [2, { amount: 900, currency: 'EUR' }, { amount: 900, currency: 'EUR' }],
      [1, { amount: 6000, currency: 'EUR', compareAt: 7000 }, { amount: 6000, currency: 'EUR' }],
      [3, { amount: 3000, currency: 'USD' }, { amount: 3000, currency: 'USD' }],
    ]);
    expect((await shown('sort=price')).map(([id]: [number]) => id)).toEqual([1, 2, 3]);
  });

  test('a range of prices is one of that currency, and so are its bands', async () => {
    expect((await shown('currency=EUR&minPrice=5000')).map(([id]: [number]) => id)).toEqual([1]);
    expect((await get('/products?currency=EUR')).facets.prices).toEqual([
      { from: 0, to: 2500, count: 1 },
      { from: 5000, to: 10_000, count: 1 },
    ]);
  });

  test('one that nothing is sold in shows the prices of the shop', async () => {
    expect((await shown('currency=CHF&sort=price')).map(([id]: [number]) => id)).toEqual([1, 2, 3]);
    await catalog.request.get('/api/v1/catalog/products?currency=euro').expect(400);
  });
});

test('what is refused as a language is told so', async () => {
  for (const path of ['/products?language=german', '/types?language=DE', '/suggestions?q=a&language='])
    await catalog.request.get(`/api/v1/catalog${path}`).expect(400);
});

test('a word that is translated is in lists at once', async () => {
  await catalog.pool.query(
    `INSERT INTO translations VALUES ('de', 'Moss', 'Moos') ON CONFLICT (language, term) DO UPDATE SET text = 'Moos'`,
  );
  expect((await get('/products/jacket-1?language=de')).options[0].values).toEqual(['Rot', 'Moos']);
});

test('an item whose product has German texts is told with its German name, also when those alone change', async () => {
  const told = async () =>
    (await catalog.outbox())
      .filter(({ type }) => type === catalogEvents.itemChanged.type)
      .map(({ data }) => data as { id: number; name: string; names?: Record<string, string> });
  const staff = { authorization: `Bearer ${await catalog.minter.admin()}` };
  const path = '/api/v1/admin/catalog/products/1';
  const { body, headers } = await catalog.request.get(path).set(staff).expect(200);
  await catalog.request
    .put(path)
    .set({ ...staff, 'if-match': headers['etag'] ?? '' })
    .send({ texts: { de: { ...body.texts.de, name: 'Seejacke' } } })
    .expect(200);
  expect(await told()).toMatchObject([
    { id: 10, name: 'Anchor jacket, Red', names: { de: 'Seejacke, Rot' } },
    { id: 11, name: 'Anchor jacket, Moss', names: { de: 'Seejacke, Moos' } },
  ]);
});
