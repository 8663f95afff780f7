import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestCatalog, newItem, troublesIn, type TestCatalog } from './test-catalog.ts';

const ada = { id: '0198c0de-0000-7000-8000-00000000ad01', name: 'Ada Admin' };
let catalog: TestCatalog;
let admin: string;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1), newItem(2), newItem(3, { brandId: 2 })]);
  admin = `Bearer ${await catalog.minter.admin({ id: ada.id })}`;
});
afterAll(() => catalog.close());
afterEach(async () => {
  await catalog.pool.query('DELETE FROM outbox');
  catalog.lines.length = 0;
});

const brands = '/api/v1/admin/catalog/brands';
const call = (method: 'get' | 'post' | 'put' | 'delete', path: string, token = admin) =>
  catalog.request[method](path).set('authorization', token);
const post = (body: object) => call('post', brands).send(body);
const put = (id: number, body: object, version = 1) =>
  call('put', `${brands}/${id}`).set('if-match', `"v${version}"`).send(body);
const remove = (id: number, version = 1) =>
  call('delete', `${brands}/${id}`).set('if-match', `"v${version}"`);
const audit = async (query = '') =>
  (await call('get', `/api/v1/admin/catalog/audit${query}`).expect(200)).body.items;

const stored = async () =>
  (await catalog.pool.query('SELECT slug, name, description, version FROM brands ORDER BY id')).rows;
const entries = async () => (await catalog.pool.query('SELECT 1 FROM audit_log')).rowCount;
/** Whatever `work` does, it leaves brands, outbox, audit log and log as they were. */
const expectNothingDone = async (work: () => Promise<unknown>) => {
  const before = [await stored(), await entries()];
  await work();
  expect([await stored(), await entries()]).toEqual(before);
  expect(await catalog.outbox()).toEqual([]);
  expect(troublesIn(catalog.lines)).toEqual([]);
};

const added = async (slug: string) => (await post({ slug, name: slug }).expect(201)).body as { id: number };

describe('POST brands', () => {
  test('adds a brand that can be read by its address, and says in the log who did', async () => {
    const { body, headers } = await post({ slug: 'tern', name: ' Tern & Co ', description: 'Ropes.' }).expect(
      201,
    );
    expect(body).toMatchObject({
      slug: 'tern',
      name: 'Tern & Co',
      description: 'Ropes.',
      products: 0,
      version: 1,
    });
    expect(headers).toMatchObject({ location: `${brands}/${body.id}`, etag: '"v1"' });
    expect((await call('get', headers['location'] ?? '').expect(200)).body).toEqual(body);
    expect((await audit(`?entity=brand&entityId=${body.id}`))[0]).toMatchObject({
      actor: ada,
      action: 'created',
      after: { slug: 'tern', name: 'Tern & Co', description: 'Ropes.' },
    });
    const { body: all } = await catalog.request.get('/api/v1/catalog/brands').expect(200);
    expect(all.items).toContainEqual({ id: body.id, slug: 'tern', name: 'Tern & Co' });
    expect(await catalog.outbox()).toEqual([]);
  });

  test('refuses a slug that another has', () =>
    expectNothingDone(async () => {
      expect((await post({ slug: 'hallvik', name: 'Other' }).expect(409)).body).toMatchObject({
        code: 'slug-taken',
      });
    }));

  test.each([
    [{}],
    [{ slug: 'x' }],
    [{ slug: 'Not a slug', name: 'x' }],
    [{ slug: 'x', name: ' ' }],
    [{ slug: 'x', name: 'a\u0000b' }],
    [{ slug: 'x', name: 'a\nb' }],
    [{ slug: 'x', name: 'a'.repeat(10_000) }],
    [{ slug: 'x', name: 'x', description: '' }],
    [{ slug: 'x', name: 'x', id: 9 }],
  ])('refuses %.80j', (body) =>
    expectNothingDone(async () => {
      expect((await post(body).expect(400)).body).toMatchObject({ code: 'malformed-request' });
    }),
  );
});

describe('PUT brand', () => {
  test('changes a name, in the products, their search and for whoever listens too', async () => {
    const { body, headers } = await put(1, { name: 'Hallvik Nord' }).expect(200);
    expect(body).toMatchObject({ id: 1, slug: 'hallvik', name: 'Hallvik Nord', products: 2, version: 2 });
    expect(headers['etag']).toBe('"v2"');
    expect((await catalog.outbox()).map(({ type, data }) => ({ type, data }))).toMatchObject(
      [1, 2].map((id) => ({
        type: 'quayside.catalog.item-changed.v1',
        data: { id, brand: { name: 'Hallvik Nord' }, version: 2 },
      })),
    );
    const { body: found } = await catalog.request.get('/api/v1/catalog/items?q=nord').expect(200);
    expect(found.items).toHaveLength(2);
    const [entry] = await audit('?entity=brand&entityId=1');
    expect(entry).toMatchObject({ actor: ada, action: 'changed' });
    expect([entry.before, entry.after]).toEqual([{ name: 'Hallvik' }, { name: 'Hallvik Nord' }]);
  });

  test('leaves what is absent, and clears what is null', async () => {
    const { id } = await added('clear-me');
    await put(id, { description: 'Some' }).expect(200);
    expect((await put(id, { description: null }, 2).expect(200)).body).toMatchObject({
      slug: 'clear-me',
      description: null,
    });
    expect(await catalog.outbox()).toEqual([]);
  });

  test('shows whoever comes late what it is now', async () => {
    const { id } = await added('late');
    await put(id, { name: 'First' }).expect(200);
    await expectNothingDone(async () => {
      const { body } = await put(id, { name: 'Second' }).expect(412);
      expect(body).toMatchObject({
        code: 'stale-version',
        current: { id, name: 'First', slug: 'late', version: 2 },
      });
    });
  });

  test('lets one of two through who save at the same time', async () => {
    const { id } = await added('both');
    const answers = await Promise.all([put(id, { name: 'A' }), put(id, { name: 'B' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await audit(`?entity=brand&entityId=${id}&action=changed`)).toHaveLength(1);
  });

  test('with nothing new is done without a trace', () =>
    expectNothingDone(() => put(2, { name: 'Fjellmörk' }).expect(200)));

  test('refuses what is no change, not there, taken, or not said on what', () =>
    expectNothingDone(async () => {
      await put(2, {}).expect(400);
      await put(2, { name: null }).expect(400);
      await put(2, { version: 4 }).expect(400);
      expect((await put(99, { name: 'x' }).expect(404)).body).toMatchObject({ code: 'brand-not-found' });
      expect((await put(2, { slug: 'hallvik' }).expect(409)).body).toMatchObject({
        code: 'slug-taken',
        detail: 'Something else has the slug hallvik',
      });
      await call('put', `${brands}/2`).send({ name: 'x' }).expect(428);
    }));
});

describe('DELETE brand', () => {
  test('deletes one that no product is of', async () => {
    const { id } = await added('short-lived');
    await remove(id).expect(204);
    await call('get', `${brands}/${id}`).expect(404);
    expect((await audit(`?entity=brand&entityId=${id}`))[0]).toMatchObject({
      action: 'deleted',
      before: { slug: 'short-lived' },
    });
  });

  test('keeps one that products are of, one that changed meanwhile, and says what is not there', async () => {
    const { id } = await added('stays');
    await put(id, { name: 'Stays' }).expect(200);
    await expectNothingDone(async () => {
      expect((await remove(2).expect(409)).body).toMatchObject({ code: 'brand-in-use' });
      expect((await remove(id, 1).expect(412)).body).toMatchObject({
        code: 'stale-version',
        current: { name: 'Stays' },
      });
      expect((await remove(99).expect(404)).body).toMatchObject({ code: 'brand-not-found' });
      await call('delete', `${brands}/${id}`).expect(428);
    });
  });
});

describe('GET brands', () => {
  const slugs = async (query: string): Promise<string[]> =>
    (await call('get', `${brands}?${query}`).expect(200)).body.items.map(
      ({ slug }: { slug: string }) => slug,
    );

  test('searches, filters, sorts and pages', async () => {
    await post({ slug: 'zz-100', name: 'Zz 100%' }).expect(201);
    expect(await slugs('used=true&sort=-products')).toEqual(['hallvik', 'fjellmork']);
    expect(await slugs('used=true&sort=products')).toEqual(['fjellmork', 'hallvik']);
    expect(await slugs('q=0%25')).toEqual(['zz-100']);
    expect(await slugs('q=FJELLM%C3%96RK')).toEqual(['fjellmork']);
    expect((await slugs('sort=-changed'))[0]).toBe('zz-100');
    expect(await slugs('used=false')).not.toContain('hallvik');
    const { body } = await call('get', `${brands}?sort=slug&pageSize=1&page=2`).expect(200);
    expect(body).toMatchObject({ page: 2, pageSize: 1 });
    expect(body.items).toHaveLength(1);
    expect(body.totalItems).toBeGreaterThan(2);
  });

  test.each(['sort=price', 'page=0', 'pageSize=101', 'q=', 'used=1', 'q=a%00b', 'unknown=1'])(
    'refuses %s',
    async (query) => {
      expect((await call('get', `${brands}?${query}`).expect(400)).body).toMatchObject({
        code: 'malformed-request',
      });
    },
  );
});

test('edits of items and adjustments of their stock are in the log', async () => {
  await call('put', '/api/v1/catalog/items/2')
    .set('if-match', '"v2"')
    .send({ active: false, name: 'Other' })
    .expect(200);
  await call('post', '/api/v1/catalog/items/2/stock-adjustments')
    .send({ delta: -2, reason: 'mice' })
    .expect(200);
  expect(await audit('?entityId=2')).toMatchObject([
    {
      entity: 'stock',
      action: 'adjusted',
      actor: ada,
      before: { onHand: 10 },
      after: { onHand: 8, reason: 'mice' },
    },
    {
      entity: 'item',
      action: 'changed',
      before: { active: true, name: 'Item 2' },
      after: { active: false, name: 'Other' },
    },
  ]);
});

test('is for admins alone', () =>
  expectNothingDone(async () => {
    const { shopper, guest } = catalog.minter;
    for (const token of [await shopper(), await guest()]) {
      await call('get', brands, `Bearer ${token}`).expect(403);
      await call('get', '/api/v1/admin/catalog/audit', `Bearer ${token}`).expect(403);
      await call('post', brands, `Bearer ${token}`).send({ slug: 'x', name: 'x' }).expect(403);
      await call('delete', `${brands}/2`, `Bearer ${token}`).set('if-match', '"v1"').expect(403);
    }
    await catalog.request.get(brands).expect(401);
  }));
