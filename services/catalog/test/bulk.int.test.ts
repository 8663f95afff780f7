import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AdminProduct, Job } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

let catalog: TestCatalog;
let admin: string;
beforeAll(async () => {
  catalog = await createTestCatalog([1, 2, 3, 4, 5].map((id) => newItem(id, { priceAmount: id * 1000 })));
  await catalog.start();
  admin = `Bearer ${await catalog.minter.admin({ id: '0198c0de-0000-7000-8000-00000000ad01' })}`;
}, 60_000);
afterAll(() => catalog.close());

const products = '/api/v1/admin/catalog/products';
const jobs = '/api/v1/admin/catalog/jobs';
const call = (method: 'get' | 'post' | 'put', path: string) =>
  catalog.request[method](path).set('authorization', admin);
const read = async (id: number): Promise<AdminProduct> =>
  (await call('get', `${products}/${id}`).expect(200)).body;
const amountOf = async (id: number) => (await read(id)).variants[0]?.prices[0]?.amount;
const setPrice = async (id: number, amount: number) =>
  call('put', `/api/v1/catalog/items/${id}`)
    .set('if-match', `"v${(await catalog.request.get(`/api/v1/catalog/items/${id}`)).body.version}"`)
    .send({ price: { amount, currency: 'USD' } })
    .expect(200);
const done = async (location: string | undefined): Promise<Job> => {
  let job: Job | undefined;
  const isDone = async () => {
    job = (await call('get', location ?? '').expect(200)).body;
    return job?.isDone === true;
  };
  await waitUntil(isDone, { describe: 'the job to be done' });
  return job as Job;
};
const run = async (ids: number[], action: object): Promise<Job> => {
  const { headers } = await call('post', `${products}/bulk`).send({ ids, action }).expect(202);
  expect(headers['location']).toMatch(/^\/api\/v1\/admin\/catalog\/jobs\/[0-9a-f-]{36}$/);
  return done(headers['location']);
};
const again = async (id: string, what: 'retry' | 'undo') =>
  done((await call('post', `${jobs}/${id}/${what}`).expect(202)).headers['location']);

test('prices are changed by percent as a preview said, logged, and undone', async () => {
  const action = { type: 'price-by-percent', currency: 'USD', percent: -12.5 };
  const { body: preview } = await call('post', `${products}/bulk/preview`).send({ ids: [1, 2], action });
  expect(preview.items).toMatchObject([
    { productId: 1, prices: [{ sku: 'QS-TST-0001', currency: 'USD', from: 1000, to: 875 }] },
    { productId: 2, prices: [{ from: 2000, to: 1750 }] },
  ]);
  expect(await amountOf(1)).toBe(1000);
  const job = await run([1, 2], action);
  expect(job).toMatchObject({ total: 2, done: 2, failed: 0, faults: [], actor: { name: 'Ada Admin' } });
  expect([await amountOf(1), await amountOf(2)]).toEqual([875, 1750]);
  const { body: log } = await call('get', `/api/v1/admin/catalog/audit?entity=product&entityId=1`);
  expect(log.items[0]).toMatchObject({ actor: { name: 'Ada Admin' }, action: 'changed' });
  const undone = await again(job.id, 'undo');
  expect(undone).toMatchObject({ kind: 'products-undo', done: 2, failed: 0 });
  expect([await amountOf(1), await amountOf(2)]).toEqual([1000, 2000]);
});

test('what fails is named and can be done again, the rest is done once', async () => {
  const job = await run([1, 2, 3, 99], { type: 'price-by-amount', currency: 'USD', amount: -1500 });
  expect(job).toMatchObject({ total: 4, done: 2, failed: 2 });
  expect(job.faults).toMatchObject([
    { position: 1, entityId: '1', code: 'price-not-positive' },
    { position: 4, entityId: '99', code: 'product-not-found' },
  ]);
  await setPrice(1, 1600);
  const retried = await again(job.id, 'retry');
  expect(retried).toMatchObject({ id: job.id, done: 3, failed: 1 });
  expect(await Promise.all([1, 2, 3].map(amountOf))).toEqual([100, 500, 1500]);
});

test('undo leaves alone what was changed since', async () => {
  const job = await run([4, 5], { type: 'price-by-percent', currency: 'USD', percent: 10 });
  await setPrice(4, 9999);
  const undone = await again(job.id, 'undo');
  expect(undone.faults).toMatchObject([{ entityId: '4', code: 'changed-since' }]);
  expect([await amountOf(4), await amountOf(5)]).toEqual([9999, 5000]);
  expect((await call('post', `${jobs}/${undone.id}/undo`).expect(409)).body.code).toBe('job-not-undoable');
});

test('many are archived, published again, and those that are so already stay', async () => {
  expect(await run([3, 4], { type: 'archive' })).toMatchObject({ done: 2 });
  expect(await run([3, 4, 5], { type: 'publish' })).toMatchObject({ done: 2, unchanged: 1 });
  const { body } = await call('get', `${jobs}?pageSize=2`).expect(200);
  expect(body).toMatchObject({ items: [{ total: 3, faults: [] }, { total: 2 }] });
  expect(body.totalItems).toBeGreaterThan(4);
});

test.each<[object]>([
  [{ ids: [], action: { type: 'publish' } }],
  [{ ids: [1, 1], action: { type: 'publish' } }],
  [{ ids: [1], action: { type: 'delete' } }],
  [{ ids: [1], action: { type: 'price-by-percent', currency: 'USD', percent: 0 } }],
  [{ ids: [1], action: { type: 'price-by-percent', currency: 'USD', percent: 0.001 } }],
  [{ ids: [1], action: { type: 'price-by-percent', currency: 'USD', percent: -100 } }],
  [{ ids: [1], action: { type: 'price-by-amount', currency: 'euro', amount: 1 } }],
  [{ ids: [1], action: { type: 'price-by-amount', currency: 'USD', amount: 1.5 } }],
])('refuses %.90j', async (body) => {
  expect((await call('post', `${products}/bulk`).send(body).expect(400)).body.code).toBe('malformed-request');
});

test.each(['bulk', 'bulk/preview', 'bulk/found', 'bulk/found/preview'])(
  '%s refuses prices in a currency that does not exist, and begins nothing',
  async (route) => {
    const jobsNow = async () => (await call('get', jobs).expect(200)).body.totalItems as number;
    const before = await jobsNow();
    const which = route.startsWith('bulk/found') ? { found: {} } : { ids: [1] };
    for (const action of [
      { type: 'price-by-amount', currency: 'ZZZ', amount: 1 },
      { type: 'price-by-percent', currency: 'ZZZ', percent: 10 },
    ]) {
      const { body } = await call('post', `${products}/${route}`)
        .send({ ...which, action })
        .expect(422);
      expect(body.code).toBe('currency-unknown');
    }
    expect(await jobsNow()).toBe(before);
  },
);

test('a job that is not there is said to be so', async () => {
  const path = `${jobs}/0198c0de-0000-7000-8000-00000000ad01`;
  expect((await call('get', path).expect(404)).body.code).toBe('job-not-found');
  await call('post', `${path}/retry`).expect(404);
  await call('post', `${path}/undo`).expect(404);
});
