import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { AdminProduct, ProductUpdate } from '@quayside/contracts';
import { createTestCatalog, newItem, newProduct, troublesIn, type TestCatalog } from './test-catalog.ts';

export const ada = { id: '0198c0de-0000-7000-8000-00000000ad01', name: 'Ada Admin' };
export const products = '/api/v1/admin/catalog/products';
/** Variants as they were read, in the form in which they are written. */
export const asWritten = ({ variants }: AdminProduct): NonNullable<ProductUpdate['variants']> =>
  variants.map(({ onHand: _, reserved: __, available: ___, ...written }) => written);
export const newVariant = (sku: string, optionValues: string[] = []) => ({
  sku,
  optionValues,
  prices: [{ currency: 'USD', amount: 1000 }],
});
export const codes = ({ obstacles }: AdminProduct) => obstacles.map(({ code }) => code);

/** Opens what these tests need before the first of them, and closes it after the last. */
export const productDesk = () => {
  const variant = (id: number, size: string) => ({
    id,
    sku: `QS-JKT-${size}`,
    optionValues: [size],
    prices: [
      { currency: 'USD', amount: 20_000 },
      { currency: 'EUR', amount: 18_000 },
    ],
    initialStock: 5,
    mediaAt: 0,
  });

  let catalog: TestCatalog;
  let admin: string;
  beforeAll(async () => {
    catalog = await createTestCatalog([
      newItem(1),
      newProduct(2, {
        name: 'Gale jacket',
        options: [{ name: 'Size', values: ['S', 'M', 'L'] }],
        variants: [variant(2, 'S'), variant(3, 'M')],
      }),
      newItem(4, { initialStock: 0 }),
    ]);
    admin = `Bearer ${await catalog.minter.admin({ id: ada.id })}`;
  });
  afterAll(() => catalog.close());
  afterEach(async () => {
    await catalog.pool.query('DELETE FROM outbox');
    catalog.lines.length = 0;
  });

  const call = (method: 'get' | 'post' | 'put', path: string, token = admin) =>
    catalog.request[method](path).set('authorization', token);
  const read = async (id: number): Promise<AdminProduct> =>
    (await call('get', `${products}/${id}`).expect(200)).body;
  const put = (id: number, version: number, body: object, path = '') =>
    call('put', `${products}/${id}${path}`).set('if-match', `"v${version}"`).send(body);
  /** Changes it as it is now. */
  const change = async (id: number, body: ProductUpdate) => put(id, (await read(id)).version, body);
  const setStatus = async (id: number, status: string) =>
    put(id, (await read(id)).version, { status }, '/status');
  const draft = async (slug: string, more: object = {}): Promise<AdminProduct> =>
    (
      await call('post', products)
        .send({ slug, name: slug, brandId: 1, categoryId: 3, ...more })
        .expect(201)
    ).body;

  const told = async () =>
    (await catalog.outbox()).map(({ type, data }) => ({ ...(data as object), event: type.split('.')[2] }));
  const lastEntry = async (id: number) =>
    (await call('get', `/api/v1/admin/catalog/audit?entity=product&entityId=${id}`).expect(200)).body
      .items[0];
  const expectNothingDone = async (id: number, work: () => Promise<unknown>) => {
    const state = async () => [
      await read(id),
      (await catalog.pool.query('SELECT 1 FROM audit_log')).rowCount,
      (await catalog.pool.query('SELECT id, sku FROM items ORDER BY id')).rows,
    ];
    const before = await state();
    await work();
    expect(await state()).toEqual(before);
    expect(await catalog.outbox()).toEqual([]);
    expect(troublesIn(catalog.lines)).toEqual([]);
  };
  return {
    catalog: () => catalog,
    call,
    read,
    put,
    change,
    setStatus,
    draft,
    told,
    lastEntry,
    expectNothingDone,
  };
};
