import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runMigrations } from '@quayside/postgres';
import { testDatabase } from '@quayside/testkit';
import { allMigrations } from '../src/store/migrations/all-migrations.ts';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

let catalog: TestCatalog;
let admin: string;
// Foul-weather gear (1) with jackets (3) in it, and bags (2).
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1, { typeId: 3 }), newItem(2, { typeId: 2 })]);
  admin = `Bearer ${await catalog.minter.admin()}`;
}, 60_000);
afterAll(() => catalog.close());

const base = '/api/v1/admin/catalog/categories';
const get = async (path: string) => (await catalog.request.get(`/api/v1${path}`).expect(200)).body;
const read = async (id: number) =>
  (await catalog.request.get(`${base}/${id}`).set('authorization', admin).expect(200)).body;
const add = (body: object) => catalog.request.post(base).set('authorization', admin).send(body);
const change = async (id: number, body: object) =>
  catalog.request
    .put(`${base}/${id}`)
    .set({ authorization: admin, 'if-match': `"v${(await read(id)).version}"` })
    .send(body);
const remove = async (id: number) =>
  catalog.request
    .delete(`${base}/${id}`)
    .set({ authorization: admin, 'if-match': `"v${(await read(id)).version}"` })
    .expect(204);
const german = async (id: number): Promise<string | null> => (await read(id)).slugs.de;
const translate = (term: string, text: string) =>
  catalog.pool.query("INSERT INTO translations VALUES ('de', $1, $2)", [term, text]);
const asked = async (slug: string) => (await get(`/catalog/products?category=${slug}`)).askedCategories;

describe('a German slug', () => {
  test('is made from the German name, whoever writes that, and is of one category', async () => {
    expect((await change(1, { names: { de: 'Ölzeug für Stürme' } })).body.slugs).toEqual({
      de: 'oelzeug-fuer-stuerme',
    });
    // The English one of another.
    await translate('Bags & Dry Bags', 'Jackets');
    expect(await german(2)).toBe('jackets-2');
    expect((await change(2, { slugs: { de: 'taschen' } })).body).toMatchObject({ slugs: { de: 'taschen' } });
    await change(3, { names: { de: 'Jacken' } });
    const made = await add({ slug: 'coats', name: 'Coats', names: { de: 'Jacken' } }).expect(201);
    expect(made.body.slugs).toEqual({ de: `jacken-${made.body.id}` });
    expect((await change(made.body.id, { slugs: { de: null } })).body.slugs).toEqual({
      de: `jacken-${made.body.id}`,
    });
    await remove(made.body.id);
  });

  test('stays under another name, and may be that of the shop', async () => {
    const { body } = await add({ slug: 'parkas', name: 'Parkas', names: { de: 'Parkas' } }).expect(201);
    expect(body.slugs).toEqual({ de: 'parkas' });
    expect((await change(body.id, { names: { de: 'Lange Jacken' } })).body.slugs).toEqual({ de: 'parkas' });
    await remove(body.id);
  });

  test('leads to what the English one leads to, and the answers have both', async () => {
    for (const slug of ['foul-weather', 'oelzeug-fuer-stuerme']) {
      const list = await get(`/catalog/products?category=${slug}`);
      expect(list.items).toMatchObject([
        { id: 1, type: { slug: 'foul-weather', slugs: { de: 'oelzeug-fuer-stuerme' } } },
      ]);
      expect((await get(`/catalog/items?type=${slug}`)).totalItems).toBe(1);
    }
    const { facets, askedCategories } = await get('/catalog/products?category=jacken,no-such');
    const root = { slug: 'foul-weather', slugs: { de: 'oelzeug-fuer-stuerme' } };
    expect(askedCategories).toEqual([
      { asked: 'jacken', path: [root, { slug: 'jackets', slugs: { de: 'jacken' } }] },
    ]);
    expect(facets.categories).toContainEqual({
      ...{ slug: 'jackets', slugs: { de: 'jacken' }, name: 'Jackets', count: 1 },
      ...{ parent: root.slug, parentSlugs: root.slugs },
    });
    expect((await get('/catalog/products?category=no-such')).totalItems).toBe(0);
    expect((await get('/catalog/products/item-1')).categories).toMatchObject([root, { slug: 'jackets' }]);
    expect((await get('/catalog/types?language=de')).items).toContainEqual(expect.objectContaining(root));
    const { items } = (await catalog.request.get('/api/v2/catalog/types').expect(200)).body;
    expect(items).toContainEqual({
      ...{ slug: 'jackets', slugs: { de: 'jacken' }, name: 'Jackets', parent: 'foul-weather' },
    });
    expect((await get('/catalog/suggestions?q=item')).categories).toContainEqual(
      expect.objectContaining({ slug: 'jackets', slugs: { de: 'jacken' }, parentSlugs: root.slugs }),
    );
  });
});

describe('staff', () => {
  test('name it anew in either language: the one before leads on until another takes it', async () => {
    const { body } = await change(2, { slug: 'luggage', slugs: { de: 'gepaeck' } });
    expect(body).toMatchObject({ slug: 'luggage', slugs: { de: 'gepaeck' } });
    const now = [{ slug: 'luggage', slugs: { de: 'gepaeck' } }];
    for (const slug of ['bags', 'taschen', 'luggage', 'gepaeck'])
      expect(await asked(slug)).toEqual([{ asked: slug, path: now }]);
    const trail = await catalog.request
      .get('/api/v1/admin/catalog/audit?entity=category&entityId=2')
      .set('authorization', admin);
    expect(trail.body.items[0]).toMatchObject({
      before: { slug: 'bags', germanSlug: 'taschen' },
      after: { slug: 'luggage', germanSlug: 'gepaeck' },
    });
    const { body: other } = await add({ slug: 'taschen', name: 'Pockets' }).expect(201);
    expect(await asked('taschen')).toEqual([{ asked: 'taschen', path: [{ slug: 'taschen' }] }]);
    await remove(other.id);
    expect(await asked('taschen')).toEqual([]);
  });

  test.each([
    ['the German one of another', { slugs: { de: 'jacken' } }, 'jacken'],
    ['the English one of another', { slugs: { de: 'jackets' } }, 'jackets'],
    ['in English the German one of another', { slug: 'jacken' }, 'jacken'],
    ['in English the English one of another', { slug: 'jackets' }, 'jackets'],
  ])('are refused %s, and told which it is', async (_, body, slug) => {
    const before = await read(2);
    const refused = await change(2, body);
    expect([refused.status, refused.body.code]).toEqual([409, 'slug-taken']);
    expect(refused.body.detail).toBe(`Something else has the slug ${slug}`);
    const made = await add({ slug: 'x', name: 'X', ...body }).expect(409);
    expect(made.body).toMatchObject({ code: 'slug-taken', detail: refused.body.detail });
    expect(await read(2)).toEqual(before);
  });

  test('are refused what cannot be one', async () => {
    expect((await change(2, { slugs: { de: 'Ölzeug' } })).status).toBe(400);
  });

  test('two at once do not get the same', async () => {
    const answers = await Promise.all([2, 3].map((id) => change(id, { slugs: { de: 'eines' } })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

test('what a process of before writes is held to it', async () => {
  await catalog.pool.query("UPDATE categories SET slug = 'rainwear' WHERE id = 1");
  expect(await asked('foul-weather')).toMatchObject([{ path: [{ slug: 'rainwear' }] }]);
  await expect(catalog.pool.query("UPDATE categories SET slug = 'eines' WHERE id = 1")).rejects.toMatchObject(
    {
      code: '23505',
    },
  );
});

test('a word of something else does not wait for a change of the tree', async () => {
  const [tree, words] = await Promise.all([catalog.pool.connect(), catalog.pool.connect()]);
  await tree.query('BEGIN; LOCK TABLE categories IN SHARE ROW EXCLUSIVE MODE');
  await words.query("BEGIN; SET LOCAL lock_timeout = '1s'");
  await words.query("INSERT INTO translations VALUES ('de', 'Oilskin', 'Ölhaut')");
  await Promise.all([words.query('ROLLBACK'), tree.query('ROLLBACK')]);
  tree.release();
  words.release();
});

test('what was there before the upgrade has slugs from its German names', async () => {
  const database = await testDatabase();
  const at = allMigrations.findIndex(({ name }) => name === '0080-slugs-of-categories');
  await runMigrations(database.url, allMigrations.slice(0, at));
  await database.pool.query(`
    INSERT INTO categories (id, slug, name, path)
    VALUES (101, 'hats', 'Hats', '{101}'), (102, 'huete', 'Huts', '{102}'), (103, 'caps', 'Caps', '{103}');
    INSERT INTO translations VALUES ('de', 'Hats', 'Hüte'), ('de', 'Caps', '帽');`);
  await runMigrations(database.url, allMigrations);
  const { rows } = await database.pool.query('SELECT id, slugs FROM categories WHERE id > 100 ORDER BY id');
  expect(rows).toEqual([
    { id: 101, slugs: { de: 'huete-101' } },
    { id: 102, slugs: {} },
    { id: 103, slugs: {} },
  ]);
  await database.drop();
});
