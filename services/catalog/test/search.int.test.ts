import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ProductList } from '@quayside/contracts';
import { loadDemoCatalog } from '../src/main/demo-catalog.ts';
import { createTestCatalog, type TestCatalog } from './test-catalog.ts';

let catalog: TestCatalog;
beforeAll(async () => {
  catalog = await createTestCatalog(await loadDemoCatalog());
});
afterAll(() => catalog.close());

const find = async (text: string): Promise<ProductList> => {
  const { body } = await catalog.request
    .get(`/api/v1/catalog/products?q=${encodeURIComponent(text)}`)
    .expect(200);
  return body as ProductList;
};

describe('what comes first', () => {
  test.each([
    // As it is written, in part, in any order.
    ['storm jacket', 'Storm Jacket'],
    ['jacket storm', 'Storm Jacket'],
    ['STORM  Jacket!', 'Storm Jacket'],
    ['storm jack', 'Storm Jacket'],
    ['mooring rope', 'Mooring Rope 12 mm'],
    ['barometer', "Ship's Barometer"],
    ['ships bell', "Ship's Bell"],
    ['ship’s clock', "Ship's Clock"],
    ['binoculars 7x50', 'Marine Binoculars'],
    ['merino', 'Merino'],
    ['vhf', 'Handheld VHF'],
    ['the jacket for a storm', 'Storm Jacket'],
    // Plurals and other forms.
    ['barometers', "Ship's Barometer"],
    ['hammocks', 'Hammock'],
    ['sea boot', 'Sea Boots'],
    ['sailing knives', 'Knife'],
    ['tents', 'Tent'],
    ['kettles', 'Kettle'],
    // Measures.
    ['12mm rope', 'Mooring Rope 12 mm'],
    ['60l duffel', 'Expedition Duffel 60 L'],
    ['0,75 l flask', 'Vacuum Flask 0.75 L'],
    ['dry bag 20 l', 'Dry Bag 20 L'],
    // What means the same.
    ['wool jumper', 'Sweater'],
    ['jumper', 'Sweater'],
    ['backpack', 'Rucksack'],
    ['flashlight', 'Torch'],
    ['head torch', 'Headlamp'],
    ['thermos', 'Vacuum Flask'],
    ['life vest', 'Lifejacket'],
    ['raincoat', 'Jacket'],
    ['wellies', 'Boot'],
    ['coffee maker', 'Moka Pot'],
    ['rain hat', "Sou'wester"],
    ['souwester', "Sou'wester"],
    ["sou'wester", "Sou'wester"],
    ['sou wester', "Sou'wester"],
    // In German.
    ['Regenjacke', 'Jacket'],
    ['Schlafsack', 'Sleeping Bag'],
    ['Stirnlampe', 'Headlamp'],
    ['Hängematte', 'Hammock'],
    ['haengematte', 'Hammock'],
    ['Mütze', 'Beanie'],
    ['mutze', 'Beanie'],
    ['Gummistiefel', 'Boot'],
    ['Wollmütze', 'Beanie'],
    ['Zelte', 'Tent'],
    ['Rettungsweste', 'Lifejacket'],
    // Slips.
    ['jaket', 'Jacket'],
    ['jackte', 'Jacket'],
    ['baromter', "Ship's Barometer"],
    ['lattern', 'Lantern'],
    ['hamock', 'Hammock'],
    ['binoculers', 'Binoculars'],
    ['anchr', 'Anchor'],
    ['sweatter', 'Sweater'],
    ['compas', 'Compass'],
    // Together and apart.
    ['life jacket', 'Lifejacket'],
    ['head lamp', 'Headlamp'],
    ['base-layer', 'Merino Base Layer'],
    ['drybag', 'Dry Bag'],
    ['sleepingbag', 'Sleeping Bag'],
    // Some of it.
    ['purple unicorn lantern', 'Lantern'],
  ])('of %j is a %s', async (text, name) => {
    const { items } = await find(text);
    expect(items[0]?.name).toContain(name);
  });

  test.each([
    ['QS-JKT-0001', 1],
    ['qs jkt 0001', 1],
  ])('of the SKU %s is its product alone', async (text, count) => {
    const { items, totalItems } = await find(text);
    expect(totalItems).toBe(count);
    expect(items[0]?.name).toBeDefined();
  });
});

describe('what is said of a search', () => {
  test('a word that nothing holds was taken for the nearest', async () => {
    expect(await find('storm jaket')).toMatchObject({ searchedFor: 'storm jacket' });
    expect(await find('storm jacket')).not.toHaveProperty('searchedFor');
  });

  test('where nothing has all the words, some are enough, and that is told', async () => {
    expect(await find('purple unicorn lantern')).toMatchObject({ matches: 'some' });
    expect(await find('led lantern')).not.toHaveProperty('matches');
  });

  test.each(['zzzzqqq', '!!', '🛶', "'&|!", '‮​', 'a'.repeat(100)])('%j finds nothing', async (text) => {
    expect(await find(text)).toMatchObject({ items: [], totalItems: 0 });
  });

  test('what means the same is heard of when it changes', async () => {
    expect(await find('spinnaker')).toMatchObject({ totalItems: 0 });
    await catalog.pool.query(`INSERT INTO synonyms (phrases) VALUES ('{spinnaker,fender}')`);
    expect((await find('spinnaker')).items[0]?.name).toBe('Fender, White and Navy');
  });
});

describe('GET /api/v1/catalog/suggestions', () => {
  const suggest = (q: string) => catalog.request.get('/api/v1/catalog/suggestions').query({ q });

  test('a text that is still being typed gets a few products, categories and brands', async () => {
    const { body } = await suggest('jack').expect(200);
    expect(body).toMatchObject({
      products: expect.arrayContaining([expect.objectContaining({ slug: expect.any(String) })]),
      categories: expect.arrayContaining([expect.objectContaining({ count: expect.any(Number) })]),
    });
    expect(body.products).toHaveLength(5);
    expect(body.products[0].name).toContain('Jacket');
    expect(body.totalItems).toBeGreaterThan(5);
  });

  test('a slip is named, nothing is nothing, and no text is refused', async () => {
    expect((await suggest('jaket').expect(200)).body).toMatchObject({ searchedFor: 'jacket' });
    expect((await suggest('zzqqxx').expect(200)).body).toEqual({
      products: [],
      categories: [],
      brands: [],
      totalItems: 0,
    });
    expect((await suggest('').expect(400)).body).toMatchObject({ code: 'malformed-request' });
  });
});

describe('any script', () => {
  test.each([
    ['カッパ ガイド', 'カッパ'],
    ['कमल का फूल', 'कमल'],
    ['เสื้อกันฝน', 'เสื้อกันฝน'],
    ['שָׁלוֹם', 'שלום'],
    ['سُتْرَة', 'سترة'],
    ['Ørsted', 'orsted'],
    ['Łódź', 'lodz'],
    ['Größe', 'grosse'],
    ['Größe', 'GRÖSSE'],
    ['Größe', 'groesse'],
    ['Фонарь', 'фонарь'],
    ['İzmir', 'izmir'],
  ])('%s is found by %s and by itself', async (name, text) => {
    const { rows } = await catalog.pool.query<{ name: string }>('SELECT name FROM products WHERE id = 1');
    await catalog.pool.query('UPDATE products SET name = $1 WHERE id = 1', [name]);
    const found = await Promise.all([name, text].map(async (asked) => (await find(asked)).items[0]?.id));
    await catalog.pool.query('UPDATE products SET name = $1 WHERE id = 1', [rows[0]?.name]);
    expect(found).toEqual([1, 1]);
  });
});
