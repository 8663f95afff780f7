import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

let catalog: TestCatalog;
let staff: string;
beforeAll(async () => {
  catalog = await createTestCatalog([{ ...newItem(1, { name: 'Lantern' }), status: 'draft' }, newItem(2)]);
  staff = `Bearer ${await catalog.minter.merchandiser({ id: '0198c0de-0000-7000-8000-00000000ad01', name: 'Mo' })}`;
});
afterAll(() => catalog.close());

const link = (id: number, as = staff) =>
  catalog.request.post(`/api/v1/admin/catalog/products/${id}/preview-link`).set('authorization', as);
const open = (path: string) =>
  catalog.request.get(`/api/v1/catalog/previews/${path.replace('/preview/', '')}`);

test('a link shows a draft as its page would, to whoever has it, and nothing on the way keeps it', async () => {
  await catalog.request.get('/api/v1/catalog/products/item-1').expect(404);
  const { body } = await link(1).expect(200);
  expect(Date.parse(body.expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000);
  const answer = await open(body.path).expect(200);
  expect(answer.body).toMatchObject({ name: 'Lantern', slug: 'item-1', variants: [{ availableStock: 10 }] });
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  const { body: shown } = await catalog.request.get('/api/v1/catalog/products/item-2');
  const { body: previewed } = await open((await link(2)).body.path);
  expect(previewed).toEqual(shown);
});

test('what was not signed opens nothing, and without the key nothing does', async () => {
  const { body } = await link(1);
  for (const path of [
    body.path.replace('/1-', '/2-'),
    body.path.slice(0, -2),
    '/preview/1',
    '/preview/x'.repeat(4),
  ]) {
    expect((await open(path)).status).toBe(404);
  }
  const forged = await open(body.path.replace('/1-', '/2-'));
  expect(forged.body.code).toBe('preview-not-valid');
  await catalog.pool.query('UPDATE preview_key SET key = DEFAULT');
  expect((await open(body.path)).body.code).toBe('preview-not-valid');
  expect((await open((await link(1)).body.path)).status).toBe(200);
});

test('is made by those who keep the catalog, of a product that is there', async () => {
  expect((await link(99).expect(404)).body.code).toBe('product-not-found');
  await link(1, `Bearer ${await catalog.minter.shopper()}`).expect(403);
});
