import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogEvents, type AdminProduct } from '@quayside/contracts';
import { createTestCatalog, newProduct, type TestCatalog } from './test-catalog.ts';

const jacket = (id: number, name: string, german: string) =>
  newProduct(id, {
    name,
    slug: `jacket-${id}`,
    texts: { de: { name: german, description: 'Beschrieben.' } },
    variants: [
      {
        ...{ id, sku: `QS-J-${id}`, optionValues: [], initialStock: 5, mediaAt: 0 },
        prices: [{ currency: 'USD', amount: 1000 }],
      },
    ],
  });

let catalog: TestCatalog;
let staff: { authorization: string };
beforeAll(async () => {
  catalog = await createTestCatalog([
    jacket(1, 'Gale jacket', 'Böenjacke für Größere'),
    jacket(2, 'Harbour jacket', 'Hafenjacke'),
    jacket(3, 'Pier jacket', 'Hafenjacke'),
    jacket(4, 'Jacket', 'Jacket 1'),
    jacket(5, 'Parka', '防水'),
  ]);
  staff = { authorization: `Bearer ${await catalog.minter.admin()}` };
}, 60_000);
afterAll(() => catalog.close());

const get = async (path: string) => (await catalog.request.get(`/api/v1/catalog${path}`).expect(200)).body;
const adminPath = (id: number) => `/api/v1/admin/catalog/products/${id}`;
const read = async (id: number): Promise<AdminProduct> =>
  (await catalog.request.get(adminPath(id)).set(staff).expect(200)).body;
const change = async (id: number, body: object) => {
  const { version } = await read(id);
  return catalog.request
    .put(adminPath(id))
    .set({ ...staff, 'if-match': `"v${version}"` })
    .send(body);
};
const withSlug = async (id: number, slug: string | null, more: object = {}) => {
  const { texts } = await read(id);
  return change(id, { texts: { de: { ...texts.de, slug, ...more } } });
};
const germanSlug = async (id: number) => (await read(id)).texts.de?.slug;

describe('a German slug', () => {
  test('is made from the German name, as German is written without umlauts, and is of one product', async () => {
    expect(await Promise.all([1, 2, 3, 4, 5].map(germanSlug))).toEqual([
      'boeenjacke-fuer-groessere',
      'hafenjacke',
      'hafenjacke-3',
      // Another product has it in English.
      'jacket-1-4',
      null,
    ]);
  });

  test('leads to the product in each language, which says all that it has', async () => {
    for (const slug of ['hafenjacke', 'jacket-2']) {
      for (const query of ['', '?language=de'])
        expect(await get(`/products/${slug}${query}`)).toMatchObject({
          ...{ id: 2, slug: 'jacket-2', slugs: { de: 'hafenjacke' } },
        });
    }
    expect((await get('/products/jacket-5')).slugs).toBeUndefined();
    await get('/products/hafenjacke/reviews');
    await get('/products/hafenjacke/questions');
    await get('/products/hafenjacke/bought-together');
  });

  test('is in lists and in the pages for search engines', async () => {
    const { items } = await get('/products?language=de&q=hafenjacke');
    expect(items).toContainEqual(expect.objectContaining({ slug: 'jacket-2', slugs: { de: 'hafenjacke' } }));
    const { items: pages } = await get('/product-pages');
    expect(pages).toContainEqual(
      expect.objectContaining({ slug: 'jacket-1', slugs: { de: 'boeenjacke-fuer-groessere' } }),
    );
  });
});

describe('staff', () => {
  test('name it anew: the one before leads on, and items are told of the new one', async () => {
    await catalog.pool.query('DELETE FROM outbox');
    const { status, body } = await withSlug(2, 'jacke-fuer-den-hafen');
    expect([status, body.texts?.de?.slug]).toEqual([200, 'jacke-fuer-den-hafen']);
    expect((await get('/products/hafenjacke')).id).toBe(2);
    const told = (await catalog.outbox()).filter(({ type }) => type === catalogEvents.itemChanged.type);
    expect(told.map(({ data }) => data)).toMatchObject([
      { id: 2, slug: 'jacket-2', slugs: { de: 'jacke-fuer-den-hafen' } },
    ]);
    const { items } = await get('/products?language=de&q=hafenjacke');
    expect(items).toContainEqual(expect.objectContaining({ slugs: { de: 'jacke-fuer-den-hafen' } }));
  });

  test('change other texts, and it stays; say that they want none of their own, and it is made anew', async () => {
    const { texts } = await read(2);
    const { slug: _, ...rest } = texts.de ?? { slug: null };
    expect((await change(2, { texts: { de: { ...rest, name: 'Kaijacke' } } })).status).toBe(200);
    expect(await germanSlug(2)).toBe('jacke-fuer-den-hafen');
    expect((await withSlug(2, null)).status).toBe(200);
    expect(await germanSlug(2)).toBe('kaijacke');
    expect((await get('/products/jacke-fuer-den-hafen')).id).toBe(2);
  });

  test('cannot give it what another product has, in whatever language', async () => {
    for (const slug of ['jacket-1', 'boeenjacke-fuer-groessere']) {
      const { status, body } = await withSlug(2, slug);
      expect([status, body.code, body.detail]).toEqual([
        409,
        'slug-taken',
        expect.stringMatching(`${slug}$`),
      ]);
    }
    const english = await change(2, { slug: 'boeenjacke-fuer-groessere' });
    expect([english.status, english.body.code]).toEqual([409, 'slug-taken']);
    expect((await withSlug(2, 'Ä')).status).toBe(400);
  });

  test('take back the slug of before, also the English one for both', async () => {
    expect((await withSlug(2, 'hafenjacke')).status).toBe(200);
    expect((await withSlug(2, 'jacket-2')).status).toBe(200);
    expect(await get('/products/jacket-2')).toMatchObject({ id: 2, slugs: { de: 'jacket-2' } });
    expect((await get('/products/hafenjacke')).id).toBe(2);
  });

  test('take the German texts away: what had their slug leads to the product', async () => {
    expect((await change(3, { texts: { de: null } })).status).toBe(200);
    expect(await get('/products/hafenjacke-3')).toMatchObject({ id: 3, slug: 'jacket-3' });
  });

  test('free it for another product, which then has it', async () => {
    expect((await withSlug(1, 'sturm')).status).toBe(200);
    expect((await withSlug(4, 'boeenjacke-fuer-groessere')).status).toBe(200);
    expect((await get('/products/boeenjacke-fuer-groessere')).id).toBe(4);
  });
});

test('two at once do not get the same', async () => {
  const answers = await Promise.all([withSlug(1, 'die-eine'), withSlug(5, 'die-eine')]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});
