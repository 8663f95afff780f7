import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

const ada = { id: '0198c0de-0000-7000-8000-00000000ad01', name: 'Ada Admin' };
let catalog: TestCatalog;
let replica: TestCatalog;
let staff: string;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1, { name: 'Lantern' }), newItem(2, { name: 'Anchor' })]);
  replica = await createTestCatalog([], { DATABASE_URL: catalog.databaseUrl });
  await Promise.all([catalog.start(), replica.start()]);
  staff = `Bearer ${await catalog.minter.admin({ id: ada.id })}`;
});
afterAll(async () => {
  await replica.close();
  await catalog.close();
});

const groups = '/api/v1/admin/catalog/synonyms';
const call = (method: 'get' | 'post' | 'put' | 'delete', path = '') =>
  catalog.request[method](`${groups}${path}`).set('authorization', staff);
const found = async (on: TestCatalog, q: string): Promise<string[]> => {
  const { body } = await on.request.get(`/api/v1/catalog/products?q=${q}`).expect(200);
  return body.items.map(({ name }: { name: string }) => name);
};
/** At once where it was changed, and in every other process when it hears of it. */
const finds = async (q: string, names: string[]): Promise<void> => {
  expect(await found(catalog, q)).toEqual(names);
  await waitUntil(async () => (await found(replica, q)).join() === names.join(), {
    describe: `${q} to find ${names.join() || 'nothing'} in another process`,
  });
};

test('a group is added, changed and deleted, and each time the search goes by it in every process', async () => {
  await finds('hurricane', []);
  const made = await call('post')
    .send({ phrases: ['lantern', ' hurricane '] })
    .expect(201);
  expect(made.body).toMatchObject({ phrases: ['lantern', 'hurricane'], version: 1 });
  expect(made.headers['location']).toBe(`${groups}/${made.body.id}`);
  await finds('hurricane', ['Lantern']);

  const path = `/${made.body.id}`;
  const change = (etag: string, phrases: string[]) =>
    call('put', path).set('if-match', etag).send({ phrases });
  const { body } = await change('"v1"', ['anchor', 'hurricane']).expect(200);
  expect(body).toMatchObject({ phrases: ['anchor', 'hurricane'], version: 2 });
  await finds('hurricane', ['Anchor']);
  const stale = await change('"v1"', ['anchor', 'hook']);
  expect([stale.status, stale.body.current.phrases]).toEqual([412, ['anchor', 'hurricane']]);
  expect((await change('"v2"', ['anchor', 'hurricane'])).body.version).toBe(2);

  await call('delete', path).set('if-match', '"v1"').expect(412);
  await call('delete', path).set('if-match', '"v2"').expect(204);
  await finds('hurricane', []);
  expect((await call('get', path).expect(404)).body.code).toBe('synonyms-not-found');
  const { body: log } = await catalog.request
    .get(`/api/v1/admin/catalog/audit?entity=synonyms&entityId=${made.body.id}`)
    .set('authorization', staff);
  expect(log.items).toMatchObject([
    { action: 'deleted', actor: ada },
    { action: 'changed', before: { phrases: ['lantern', 'hurricane'] } },
    { action: 'created' },
  ]);
  expect(await catalog.outbox()).toEqual([]);
});

test('groups are listed, searched in all their phrases, and sorted', async () => {
  const { body: made } = await call('post').send({ phrases: ['Torch', 'Flashlight'] });
  const list = async (query: string): Promise<string[]> =>
    (await call('get', query).expect(200)).body.items.map(({ phrases }: { phrases: string[] }) => phrases[0]);
  expect(await list('')).toEqual(['smock', 'Torch']);
  expect(await list('?sort=-phrase')).toEqual(['Torch', 'smock']);
  expect(await list('?q=LIGHT')).toEqual(['Torch']);
  expect(await list('?q=%25')).toEqual([]);
  expect((await call('get', `/${made.id}`).expect(200)).headers['etag']).toBe('"v1"');
});

test.each<[object]>([
  [{ phrases: ['alone'] }],
  [{ phrases: ['Torch', 'torch'] }],
  [{ phrases: ['torch', '!!'] }],
  [{ phrases: ['torch', ''] }],
  [{ phrases: ['torch', 'x'.repeat(61)] }],
  [{ phrases: 'torch' }],
  [{}],
])('what is no group is 400, and none is made (%j)', async (body) => {
  const count = async () => (await call('get')).body.totalItems;
  const before = await count();
  await call('post').send(body).expect(400);
  expect(await count()).toBe(before);
});
