import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { AdminProduct } from '@quayside/contracts';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

let catalog: TestCatalog;
let admin: string;
beforeAll(async () => {
  catalog = await createTestCatalog([newItem(1), newItem(2)]);
  await catalog.pool.query(`UPDATE products SET status = 'draft' WHERE id = 1`);
  admin = `Bearer ${await catalog.minter.admin()}`;
});
afterAll(() => catalog.close());
afterEach(() => void (catalog.lines.length = 0));

const path = (id: number) => `/api/v1/admin/catalog/products/${id}`;
const call = (method: 'get' | 'post' | 'put', at: string) =>
  catalog.request[method](at).set('authorization', admin);
const read = async (id: number): Promise<AdminProduct> => (await call('get', path(id)).expect(200)).body;
const change = async (id: number, body: object, at = path(id)) =>
  call('put', at)
    .set('if-match', `"v${(await read(id)).version}"`)
    .send(body);
const inShop = async () =>
  (await catalog.request.get('/api/v1/catalog/products').expect(200)).body.items.map(
    ({ id }: { id: number }) => id,
  );
const [past, future] = ['2026-01-01T09:00:00.000Z', '2999-01-01T09:00:00.000Z'];

test('a draft is published when its time has come, once, and the log says by what', async () => {
  await change(1, { publishAt: future }).then(({ status }) => expect(status).toBe(200));
  await catalog.publishPlanned();
  expect(await read(1)).toMatchObject({ status: 'draft', publishAt: future });
  expect(await inShop()).toEqual([2]);

  await change(1, { publishAt: past });
  await Promise.all([catalog.publishPlanned(), catalog.publishPlanned()]);
  expect(await read(1)).toMatchObject({ status: 'active', publishAt: null });
  expect(await inShop()).toEqual([1, 2]);
  const { body } = await call('get', '/api/v1/admin/catalog/audit?entity=product&entityId=1').expect(200);
  const published = body.items.filter(({ after }: { after: object }) => 'status' in after);
  expect(published).toMatchObject([
    {
      actor: { id: 'schedule', name: 'The schedule' },
      before: { status: 'draft', publishAt: past },
      after: { status: 'active', publishAt: null },
    },
  ]);
});

test('what cannot be sold stays a draft that is due, is told of once, and is published when it is mended', async () => {
  const { body } = await call('post', '/api/v1/admin/catalog/products')
    .send({ slug: 'bare', name: 'Bare', brandId: 1, categoryId: 1 })
    .expect(201);
  await change(body.id, { publishAt: past });
  const refusals = () => catalog.lines.filter(({ code }) => code === 'product-not-sellable');
  await catalog.publishPlanned();
  await catalog.publishPlanned();
  expect(await read(body.id)).toMatchObject({ status: 'draft', publishAt: past });
  expect(refusals()).toMatchObject([{ level: 'warn', productId: body.id }]);
  await change(body.id, {
    variants: [{ sku: 'QS-BARE', prices: [{ currency: 'USD', amount: 500 }] }],
  });
  await catalog.publishPlanned();
  expect(await read(body.id)).toMatchObject({ status: 'active', publishAt: null });
  expect(refusals()).toHaveLength(1);
});

test('only a draft can be planned, and whoever publishes or archives it ends the plan', async () => {
  const refused = await change(2, { publishAt: future });
  expect([refused.status, refused.body.code]).toEqual([409, 'product-not-draft']);
  await change(2, { status: 'draft' }, `${path(2)}/status`);
  await change(2, { publishAt: future });
  await change(2, { status: 'archived' }, `${path(2)}/status`);
  expect(await read(2)).toMatchObject({ status: 'archived', publishAt: null });
  const { status } = await change(2, { publishAt: 'tomorrow' });
  expect(status).toBe(400);
});
