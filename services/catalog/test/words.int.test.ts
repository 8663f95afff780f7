import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogEvents, type ShopWord } from '@quayside/contracts';
import { createTestCatalog, newProduct, troublesIn, type TestCatalog } from './test-catalog.ts';

const jacket = (id: number, german?: string) =>
  newProduct(id, {
    name: `Jacket ${id}`,
    tags: ['storm-proof'],
    attributes: { material: 'Wool', waterproof: true, weight: 900 },
    options: [
      { name: 'Colour', values: ['Red', 'Moss'] },
      { name: 'Length', values: ['36–39'] },
    ],
    ...(german && { texts: { de: { name: german, description: 'Beschrieben.' } } }),
    variants: ['Red', 'Moss'].map((colour, at) => ({
      ...{
        id: id * 10 + at,
        sku: `QS-J-${id}-${at}`,
        optionValues: [colour, '36–39'],
        initialStock: 5,
        mediaAt: 0,
      },
      prices: [{ currency: 'USD', amount: 1000 }],
    })),
  });

let catalog: TestCatalog;
let staff: { authorization: string };
beforeAll(async () => {
  catalog = await createTestCatalog([jacket(1, 'Zugjacke'), jacket(2)]);
  staff = { authorization: `Bearer ${await catalog.minter.merchandiser()}` };
}, 60_000);
afterAll(() => catalog.close());
afterEach(async () => {
  expect(troublesIn(catalog.lines)).toEqual([]);
  await catalog.pool.query('DELETE FROM outbox');
});

const base = '/api/v1/admin/catalog/words';
const shop = async (path: string) => (await catalog.request.get(`/api/v1/catalog${path}`).expect(200)).body;
const list = async (query = ''): Promise<ShopWord[]> =>
  (await catalog.request.get(`${base}?pageSize=50${query}`).set(staff).expect(200)).body.items;
const wordOf = async (term: string): Promise<ShopWord> => {
  const found = (await list()).find((word) => word.term === term);
  if (!found) throw new Error(`There is no word ${term}`);
  return found;
};
const put = (id: number, version: number, de: unknown) =>
  catalog.request
    .put(`${base}/${id}`)
    .set({ ...staff, 'if-match': `"v${version}"` })
    .send({ names: { de } });
const write = async (term: string, de: string | null) => {
  const { id, version } = await wordOf(term);
  return put(id, version, de);
};
const terms = async (query: string) => (await list(query)).map(({ term }) => term);
const told = async () =>
  (await catalog.outbox()).flatMap(({ type, data }) =>
    type === catalogEvents.itemChanged.type ? [data as { id: number; names?: object }] : [],
  );

test('words of products and attributes are listed by what they are, searched, sorted and filtered', async () => {
  expect(await list('&sort=term')).toMatchObject([
    { term: 'Colour', uses: ['option'], names: { de: null }, version: 1 },
    { term: 'Length', uses: ['option'] },
    { term: 'Material', uses: ['attribute'] },
    { term: 'Moss', uses: ['option-value'] },
    { term: 'Red', uses: ['option-value'] },
    { term: 'storm-proof', uses: ['tag'] },
    { term: 'Waterproof', uses: ['attribute'] },
    { term: 'Weight', uses: ['attribute'] },
    { term: 'Wool', uses: ['attribute-value'] },
    { term: 'Yes', uses: ['attribute-value'] },
  ]);
  expect(await terms('&use=option-value&sort=-term')).toEqual(['Red', 'Moss']);
  expect((await write('Wool', 'Wolle')).status).toBe(200);
  expect(await terms('&q=woll')).toEqual(['Wool']);
  expect(await terms('&german=true')).toEqual(['Wool']);
  expect(await terms('&german=false&use=attribute-value')).toEqual(['Yes']);
  await catalog.request.get(`${base}?use=brand`).set(staff).expect(400);
});

describe('a word that is written in German', () => {
  test('is what German lists, filters and pages say, and what is found by', async () => {
    expect((await shop('/products?q=Schafwolle&language=de')).items).toEqual([]);
    const { status, body, headers } = await write('Wool', 'Schafwolle');
    expect([status, body.names, headers['etag']]).toEqual([
      200,
      { de: 'Schafwolle' },
      `"v${body.version as number}"`,
    ]);
    const { items, facets } = await shop('/products?q=Schafwolle&language=de');
    expect(items.map(({ id }: { id: number }) => id)).toEqual([1, 2]);
    expect(facets.attributes[0]).toMatchObject({ code: 'material', values: [{ name: 'Schafwolle' }] });
    await write('Material', 'Stoff');
    expect((await shop('/products/item-1?language=de')).attributes).toContainEqual({
      ...{ code: 'material', name: 'Stoff', value: 'Schafwolle' },
    });
    await write('storm-proof', 'sturmfest');
    expect((await shop('/products?q=sturmfest&language=de')).items).toHaveLength(2);
    expect((await shop('/products/item-1')).attributes).toContainEqual({
      ...{ code: 'material', name: 'Material', value: 'Wool' },
    });
  });

  test('is in the audit log with what it was before', async () => {
    const { id } = await wordOf('Wool');
    const { body } = await catalog.request
      .get(`/api/v1/admin/catalog/audit?entity=word&entityId=${id}`)
      .set(staff)
      .expect(200);
    expect(body.items[0]).toMatchObject({
      ...{ action: 'changed', before: { german: 'Wolle' }, after: { german: 'Schafwolle' } },
    });
  });

  test('is told of with the variants that are called by it, once, and only where somebody calls them in German', async () => {
    await write('Red', 'Rot');
    await write('Moss', 'Moosgrün');
    await catalog.tellRenamed();
    expect((await told()).map(({ id, names }) => [id, names])).toEqual([
      [10, { de: 'Zugjacke, Rot, 36–39' }],
      [11, { de: 'Zugjacke, Moosgrün, 36–39' }],
    ]);
    await catalog.pool.query('DELETE FROM outbox');
    await write('Material', 'Gewebe');
    await catalog.tellRenamed();
    expect(await told()).toEqual([]);
  });

  test('is taken back by null', async () => {
    expect((await write('Moss', null)).body.names).toEqual({ de: null });
    const { options } = await shop('/products/item-1?language=de');
    expect(options[0]).toEqual({ name: 'Colour', values: ['Rot', 'Moss'] });
    await catalog.tellRenamed();
  });
});

test('nothing is written that is no word, is stale, is new to nobody, or is of no product', async () => {
  const word = await wordOf('Red');
  const { id, version } = word;
  for (const bad of ['', 'zwei\nZeilen', 7, 'x'.repeat(201), undefined])
    expect((await put(id, version, bad)).status).toBe(400);
  const stale = await put(id, version + 1, 'Hellrot');
  expect([stale.status, stale.body.code, stale.body.current.names]).toEqual([
    ...[412, 'stale-version', { de: 'Rot' }],
  ]);
  expect((await put(id, version, 'Rot')).body.version).toBe(version);
  const unknown = await put(99_999, 1, 'Rot');
  expect([unknown.status, unknown.body.code]).toEqual([404, 'word-not-found']);
  expect((await catalog.request.get(`${base}/99999`).set(staff)).status).toBe(404);
  await catalog.request
    .put(`${base}/${id}`)
    .set(staff)
    .send({ names: { de: 'x' } })
    .expect(428);
  expect(await wordOf('Red')).toEqual(word);
});

test('of two who write at once one is told what the other wrote', async () => {
  const { id, version } = await wordOf('Colour');
  const answers = await Promise.all([put(id, version, 'Farbe'), put(id, version, 'Farbton')]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
});

test('words come with the products that have them, and go when none has them any more', async () => {
  const path = '/api/v1/admin/catalog/products/2';
  const { body } = await catalog.request.get(path).set(staff).expect(200);
  await catalog.request
    .put(path)
    .set({ ...staff, 'if-match': `"v${body.version as number}"` })
    .send({ tags: ['storm-proof', 'Red'], attributes: { material: 'Loden' } })
    .expect(200);
  expect(await wordOf('Loden')).toMatchObject({ uses: ['attribute-value'], names: { de: null } });
  expect(await wordOf('Red')).toMatchObject({ uses: ['option-value', 'tag'], names: { de: 'Rot' } });
  await catalog.pool.query(`UPDATE products SET attributes = '{"material": "Wool"}', tags = '{}'`);
  await catalog.recountWords();
  expect(await terms('&use=tag')).toEqual([]);
  expect(await terms('&use=attribute-value')).toEqual(['Wool']);
  expect(await wordOf('Red')).toMatchObject({ uses: ['option-value'] });
});
