import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestCatalog, newItem, troublesIn, type TestCatalog } from './test-catalog.ts';

let catalog: TestCatalog;
let admin: string;
// Foul-weather gear (1) with jackets (3) in it, and bags (2).
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1, { typeId: 3 }), newItem(2, { typeId: 2 })]);
  admin = `Bearer ${await catalog.minter.admin()}`;
});
afterAll(() => catalog.close());
afterEach(async () => {
  await catalog.pool.query('DELETE FROM outbox');
  catalog.lines.length = 0;
});

const base = '/api/v1/admin/catalog/categories';
const call = (method: 'get' | 'post' | 'put' | 'delete', path = '', version?: number) => {
  const request = catalog.request[method](base + path).set('authorization', admin);
  return version === undefined ? request : request.set('if-match', `"v${version}"`);
};
interface Row {
  id: number;
  name: string;
  path: number[];
  version: number;
}
const tree = async (): Promise<Row[]> => (await call('get').expect(200)).body.items;
const versionOf = async (id: number) => (await tree()).find((row) => row.id === id)?.version ?? 0;
const paths = async () => (await tree()).map(({ path }) => path.join('/'));
const audit = async (id: number) =>
  (
    await catalog.request
      .get(`/api/v1/admin/catalog/audit?entity=category&entityId=${id}`)
      .set('authorization', admin)
      .expect(200)
  ).body.items;
const entries = async () => (await catalog.pool.query('SELECT 1 FROM audit_log')).rowCount;

const expectNothingDone = async (work: () => Promise<unknown>) => {
  const before = [await tree(), await entries()];
  await work();
  expect([await tree(), await entries()]).toEqual(before);
  expect(await catalog.outbox()).toEqual([]);
  expect(troublesIn(catalog.lines)).toEqual([]);
};

describe('a category in German', () => {
  const german = async () =>
    (await catalog.request.get('/api/v1/catalog/types?language=de').expect(200)).body.items;
  const nameOf = async (slug: string) =>
    (await german()).find((one: { slug: string }) => one.slug === slug)?.name;

  test('has the word that staff gave it, keeps it under another name, and loses it by null', async () => {
    const made = await call('post')
      .send({ slug: 'lanterns', name: 'Lanterns', names: { de: 'Laternen' } })
      .expect(201);
    const { id } = made.body as Row;
    expect(made.body).toMatchObject({ names: { de: 'Laternen' } });
    expect(await nameOf('lanterns')).toBe('Laternen');
    const renamed = await call('put', `/${id}`, 1).send({ name: 'Storm lanterns' }).expect(200);
    expect(renamed.body).toMatchObject({ names: { de: 'Laternen' }, version: 2 });
    await call('put', `/${id}`, 2)
      .send({ names: { de: 'Sturmlaternen' } })
      .expect(200);
    expect(await nameOf('lanterns')).toBe('Sturmlaternen');
    expect((await audit(id))[0]).toMatchObject({ action: 'changed', after: { german: 'Sturmlaternen' } });
    const same = await call('put', `/${id}`, 3).send({ names: { de: 'Sturmlaternen' } });
    expect([same.status, same.body.version]).toEqual([200, 3]);
    await call('put', `/${id}`, 3)
      .send({ names: { de: null } })
      .expect(200);
    expect(await nameOf('lanterns')).toBe('Storm lanterns');
    await call('put', `/${id}`, 4)
      .send({ names: { de: 'Zwei\nZeilen' } })
      .expect(400);
    await call('delete', `/${id}`, 4).expect(204);
  });
});

describe('the tree of categories', () => {
  test('gets a new one at the end of where it is put', async () => {
    const { body, headers } = await call('post')
      .send({ slug: 'smocks', name: 'A smock', parentId: 1 })
      .expect(201);
    expect(body).toMatchObject({ slug: 'smocks', parentId: 1, path: [1, body.id], products: 0, version: 1 });
    expect(headers).toMatchObject({ location: `${base}/${body.id}`, etag: '"v1"' });
    expect(await paths()).toContain(`1/${body.id}`);
    expect((await paths()).indexOf('1/3')).toBeLessThan((await paths()).indexOf(`1/${body.id}`));
    expect(await audit(body.id)).toMatchObject([
      { action: 'created', after: { slug: 'smocks', parentId: 1 } },
    ]);
    await call('delete', `/${body.id}`, 1).expect(204);
    expect(await audit(body.id)).toMatchObject([{ action: 'deleted' }, { action: 'created' }]);
  });

  test('tells the products below of a new name', async () => {
    await call('put', '/1', 1).send({ name: 'Heavy Weather' }).expect(200);
    expect(await catalog.outbox()).toMatchObject([
      { type: 'quayside.catalog.item-changed.v1', data: { id: 1, type: { name: 'Heavy Weather' } } },
    ]);
    expect((await audit(1))[0]).toMatchObject({ action: 'changed', after: { name: 'Heavy Weather' } });
  });

  test('is moved with all that is in it, and products are then of another type', async () => {
    const { body } = await call('put', '/3/place', 1).send({ parentId: 2, position: 0 }).expect(200);
    expect(body).toMatchObject({ parentId: 2, path: [2, 3], version: 2 });
    expect(await catalog.outbox()).toMatchObject([{ data: { id: 1, type: { slug: 'bags' } } }]);
    expect((await audit(3))[0]).toMatchObject({
      action: 'moved',
      before: { parentId: 1 },
      after: { parentId: 2 },
    });
    await call('put', '/3/place', 2).send({ parentId: null, position: 0 }).expect(200);
    expect((await paths())[0]).toBe('3');
  });

  test('never gets a cycle, not even from two moves at once', async () => {
    const version = await versionOf(2);
    await expectNothingDone(async () => {
      expect(
        (await call('put', '/2/place', version).send({ parentId: 2, position: 0 }).expect(409)).body,
      ).toMatchObject({
        code: 'category-cycle',
      });
    });
    const [one, three] = [await versionOf(1), await versionOf(3)];
    const both = await Promise.all([
      call('put', '/1/place', one).send({ parentId: 3, position: 0 }),
      call('put', '/3/place', three).send({ parentId: 1, position: 0 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await tree()).toHaveLength(3);
  });

  test('with nothing new stays as it is, without a trace', () =>
    expectNothingDone(async () => {
      const at = await versionOf(2);
      await call('put', '/2', at).send({ name: 'Bags & Dry Bags' }).expect(200);
    }));

  test('keeps what is in use, what changed meanwhile, and says what is not there', () =>
    expectNothingDone(async () => {
      const at = await versionOf(2);
      expect((await call('delete', '/2', at).expect(409)).body).toMatchObject({ code: 'category-in-use' });
      expect(
        (
          await call('put', '/2', at + 1)
            .send({ name: 'x' })
            .expect(412)
        ).body,
      ).toMatchObject({
        code: 'stale-version',
        current: { id: 2, name: 'Bags & Dry Bags' },
      });
      expect((await call('put', '/2', at).send({ slug: 'jackets' }).expect(409)).body).toMatchObject({
        code: 'slug-taken',
      });
      expect((await call('put', '/99', 1).send({ name: 'x' }).expect(404)).body).toMatchObject({
        code: 'category-not-found',
      });
      const nowhere = { parentId: 99, position: 0 };
      expect((await call('put', '/2/place', at).send(nowhere).expect(422)).body).toMatchObject({
        code: 'parent-not-found',
      });
      await call('post').send({ slug: 'x', name: 'x', parentId: 99 }).expect(422);
      await call('post').send({ slug: 'bags', name: 'x' }).expect(409);
      await call('put', '/2/place').send(nowhere).expect(428);
    }));

  test.each([
    {},
    { parentId: 1 },
    { parentId: 1, position: -1 },
    { parentId: 0, position: 0 },
    { parentId: null, position: 0, x: 1 },
  ])('refuses the place %j', (body) =>
    expectNothingDone(() => call('put', '/2/place', 1).send(body).expect(400)),
  );
});
