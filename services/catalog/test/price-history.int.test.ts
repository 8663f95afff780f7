import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdminProduct, Product } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import { createTestCatalog, newItem, newProduct, type TestCatalog } from './test-catalog.ts';

const ada = { id: '0198c0de-0000-7000-8000-00000000ad01', name: 'Ada Admin' };
let catalog: TestCatalog;
let staff: string;
beforeAll(async () => {
  catalog = await createTestCatalog([
    newItem(1),
    newItem(2),
    newItem(3),
    { ...newItem(4), status: 'draft' },
    newProduct(5, {
      variants: [
        {
          id: 5,
          sku: 'QS-NEW-0005',
          optionValues: [],
          prices: [{ currency: 'USD', amount: 900, compareAt: 1200 }],
          initialStock: 1,
          mediaAt: 0,
        },
      ],
    }),
  ]);
  await catalog.start();
  staff = `Bearer ${await catalog.minter.admin({ id: ada.id })}`;
});
afterAll(() => catalog.close());

const products = '/api/v1/admin/catalog/products';
const call = (method: 'get' | 'post' | 'put', path: string) =>
  catalog.request[method](path).set('authorization', staff);
const changesOf = async (id: number, query = '') =>
  (await call('get', `${products}/${id}/price-changes${query}`).expect(200)).body;
type Prices = { currency: string; amount: number; compareAt?: number | null }[];
const setPrices = async (id: number, prices: Prices) => {
  const { body } = await call('get', `${products}/${id}`);
  const { variants, version } = body as AdminProduct;
  const next = variants.map(({ onHand: _, reserved: __, available: ___, ...variant }) => ({
    ...variant,
    prices,
  }));
  await call('put', `${products}/${id}`)
    .set('if-match', `"v${version}"`)
    .send({ variants: next })
    .expect(200);
};
const shown = async (id: number): Promise<Product> =>
  (await catalog.request.get(`/api/v1/catalog/products/item-${id}`).expect(200)).body;
const lowestOf = async (id: number, currency = 'USD') =>
  (await shown(id)).variants[0]?.prices.find((price) => price.currency === currency)?.lowestPrior;
/** Time went by since the last change. */
const passed = (id: number, days: number) =>
  catalog.pool.query(`UPDATE price_changes SET at = at - $2 * interval '1 day' WHERE item_id = $1`, [
    id,
    days,
  ]);
const usd = (amount: number, compareAt: number | null = null) => ({ currency: 'USD', amount, compareAt });

test('each change is kept with who made it, from what to what, in each currency', async () => {
  await setPrices(1, [usd(900, 1001), { currency: 'EUR', amount: 800 }]);
  await setPrices(1, [usd(900, 1001), { currency: 'EUR', amount: 700 }]);
  const { items } = await changesOf(1);
  expect(items).toMatchObject([
    { sku: 'QS-TST-0001', currency: 'EUR', from: 800, to: 700, by: ada },
    { currency: 'EUR', to: 800, by: ada },
    { currency: 'USD', from: 1001, to: 900, compareAtTo: 1001, by: ada },
    { currency: 'USD', to: 1001 },
  ]);
  expect(items[1]).not.toHaveProperty('from');
  expect(items[3]).not.toHaveProperty('by');
  expect((await changesOf(1, '?currency=EUR&pageSize=1')).items).toHaveLength(1);
  const { items: first, next } = await changesOf(1, '?pageSize=3');
  expect(first).toHaveLength(3);
  expect((await changesOf(1, `?pageSize=3&before=${next}`)).items).toEqual([items[3]]);
  expect((await call('get', `${products}/999/price-changes`).expect(404)).body.code).toBe(
    'product-not-found',
  );
  await call('get', `${products}/1/price-changes?currency=euro`).expect(400);
});

test('a change by a job names the job, one of an item alone does not', async () => {
  const { body: item } = await call('get', '/api/v1/catalog/items/2');
  await call('put', '/api/v1/catalog/items/2')
    .set('if-match', `"v${item.version}"`)
    .send({ price: { amount: 1100, currency: 'USD' } })
    .expect(200);
  const { body: job } = await call('post', '/api/v1/admin/catalog/products/bulk')
    .send({ ids: [2], action: { type: 'price-by-percent', percent: -10, currency: 'USD' } })
    .expect(202);
  await waitUntil(async () => (await changesOf(2)).items[0].to === 990, { describe: 'the job to be done' });
  expect((await changesOf(2)).items.slice(0, 2)).toMatchObject([
    { from: 1100, to: 990, by: ada, source: { kind: 'job', id: job.id } },
    { from: 1002, to: 1100, by: ada },
  ]);
});

test('beside a reduced price stands the lowest one of the 30 days before, whatever it is compared with', async () => {
  await passed(3, 100);
  await setPrices(3, [usd(800)]);
  await passed(3, 50);
  await setPrices(3, [usd(1200)]);
  await passed(3, 10);
  await setPrices(3, [usd(900, 1200)]);
  // 800 ended 10 days before, when it was raised.
  expect(await lowestOf(3)).toBe(800);
  const { body: list } = await catalog.request.get('/api/v1/catalog/products?q=item%203');
  expect(list.items[0].price).toMatchObject({ amount: 900, compareAt: 1200, lowestPrior: 800 });
  await passed(3, 40);
  expect(await lowestOf(3)).toBe(800);
  // A new announcement has days of its own: only 900 held in them.
  await setPrices(3, [usd(850, 1200)]);
  expect(await lowestOf(3)).toBe(900);
  await setPrices(3, [usd(850)]);
  expect(await lowestOf(3)).toBeUndefined();
});

test('to put another price beside one that did not fall shows that it did not', async () => {
  await setPrices(2, [usd(990, 2000)]);
  expect(await lowestOf(2)).toBe(990);
});

test('a price that nobody could buy at counts for nothing, and a new product has none before', async () => {
  await setPrices(4, [usd(100)]);
  await setPrices(4, [usd(1000, 1500)]);
  const { body } = await call('get', `${products}/4`);
  await call('put', `${products}/4/status`)
    .set('if-match', `"v${body.version}"`)
    .send({ status: 'active' })
    .expect(200);
  expect(await lowestOf(4)).toBeUndefined();
  expect((await shown(5)).variants[0]?.price).toEqual({ amount: 900, currency: 'USD', compareAt: 1200 });
});
