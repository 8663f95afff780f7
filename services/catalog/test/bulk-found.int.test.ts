import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Job } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import { createTestCatalog, eventsFromNowOn, newItem, type TestCatalog } from './test-catalog.ts';

const products = 3_000;
const inTheMiddle = 1_550;
const path = '/api/v1/admin/catalog/products/bulk/found';

let catalog: TestCatalog;
let admin: string;
let isStarted = false;
beforeAll(async () => {
  catalog = await createTestCatalog(
    Array.from({ length: products }, (_, at) =>
      newItem(at + 1, { priceAmount: at < 10 ? 100 : 2000, brandId: at < 20 ? 2 : 1 }),
    ),
  );
  admin = `Bearer ${await catalog.minter.admin()}`;
}, 120_000);
afterAll(() => catalog.close());

const call = (method: 'get' | 'post', address: string) =>
  catalog.request[method](address).set('authorization', admin);
const begin = async (body: object): Promise<string> =>
  (await call('post', path).send(body).expect(202)).headers['location'] ?? '';
const read = async (location: string): Promise<Job> => (await call('get', location).expect(200)).body;
const done = async (location: string): Promise<Job> => {
  if (!isStarted) await catalog.start();
  isStarted = true;
  await waitUntil(async () => (await read(location)).isDone, {
    describe: 'the job to be done',
    timeoutMs: 60_000,
  });
  return read(location);
};
const run = async (body: object): Promise<Job> => done(await begin(body));
const only = async <T extends object>(sql: string): Promise<T> =>
  (await catalog.pool.query<T>(sql)).rows[0] as T;
const someoneWaits = async (): Promise<boolean> =>
  (
    await catalog.pool.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
  ).rowCount === 1;

/** A process of its own, which is killed while it waits for a product in the middle. */
const runInterrupted = async (location: string): Promise<void> => {
  const other = await catalog.pool.connect();
  try {
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM products WHERE id = $1 FOR UPDATE', [inTheMiddle]);
    const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main/catalog.ts')], {
      stdio: 'ignore',
      env: {
        ...catalog.minter.authConfig,
        PATH: process.env['PATH'],
        DATABASE_URL: catalog.databaseUrl,
        PUBLIC_ORIGIN: 'http://shop.test',
        KAFKA_BROKERS: catalog.kafka.brokers,
        KAFKA_TOPIC_PREFIX: catalog.kafka.topicPrefix,
        NODE_ENV: 'test',
        PORT: '0',
      },
    });
    process.once('exit', () => child.kill('SIGKILL'));
    await waitUntil(someoneWaits, { describe: 'the job to be in the middle', timeoutMs: 60_000 });
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  } finally {
    await other.query('ROLLBACK');
    other.release();
  }
  expect(await read(location)).toMatchObject({ isDone: false, total: products, done: 1500, failed: 0 });
  // The lease of the dead process ends.
  await catalog.pool.query('UPDATE jobs SET due_at = now()');
};

test('a job over 3,000 products that is killed in the middle goes on, and prices none twice', async () => {
  const announced = await eventsFromNowOn(catalog.pool);
  const action = { type: 'price-by-percent', currency: 'USD', percent: 10 };
  const { body: preview } = await call('post', `${path}/preview`).send({ found: {}, action }).expect(200);
  expect(preview).toMatchObject({
    total: products,
    unchanged: 0,
    refused: 0,
    prices: { count: products, currency: 'USD', from: 5_981_000, to: 6_579_100 },
  });
  expect(preview.items).toHaveLength(20);
  expect(preview.items[0]).toMatchObject({ productId: 1, prices: [{ from: 100, to: 110 }] });

  const location = await begin({ found: {}, action, seen: products });
  await runInterrupted(location);
  expect(await done(location)).toMatchObject({ total: products, done: products, failed: 0 });
  expect(
    await only(`SELECT sum(amount)::int AS sum, count(*) FILTER (WHERE items.version = 2)::int AS once
                  FROM prices JOIN items ON items.id = item_id`),
  ).toEqual({ sum: 6_579_100, once: products });
  expect(
    await only(`SELECT count(*)::int AS entries, count(DISTINCT entity_id)::int AS of
                  FROM audit_log WHERE entity = 'product' AND action = 'changed'`),
  ).toEqual({ entries: products, of: products });
  const told = (await announced()).filter(({ type }) => type.includes('item-price-changed'));
  expect([told.length, new Set(told.map(({ subject }) => subject)).size]).toEqual([products, products]);

  const undone = await done((await call('post', `${location}/undo`).expect(202)).headers['location'] ?? '');
  expect(undone).toMatchObject({ kind: 'products-undo', total: products, done: products });
  expect(await only('SELECT sum(amount)::int AS sum FROM prices')).toEqual({ sum: 5_981_000 });
}, 180_000);

test('a preview says how many would cost nothing, and the job leaves those alone', async () => {
  const change = {
    found: { brand: 2 },
    action: { type: 'price-by-amount', currency: 'USD', amount: -100 },
  };
  const { body: preview } = await call('post', `${path}/preview`).send(change).expect(200);
  expect(preview).toMatchObject({
    ...{ total: 20, unchanged: 0, refused: 10 },
    prices: { count: 10, from: 20_000, to: 19_000 },
  });
  const job = await run({ ...change, seen: 19 });
  expect(job).toMatchObject({ total: 20, done: 10, failed: 10, input: { seen: 19, found: { brand: 2 } } });
  expect(job.faults[0]).toMatchObject({ entityId: '1', code: 'price-not-positive' });
  const { body: log } = await call('get', '/api/v1/admin/catalog/audit?entity=job').expect(200);
  expect(log.items[0]).toMatchObject({ action: 'started', after: { products: 20, found: { brand: 2 } } });
}, 60_000);

test('products are moved and tagged, those that are so already stay, and both are taken back', async () => {
  const found = { brand: 2 };
  const tagged = await run({ found, action: { type: 'add-tag', tag: 'winter' } });
  expect(tagged).toMatchObject({ done: 20 });
  const again = { found, action: { type: 'add-tag', tag: 'winter' } };
  expect((await call('post', `${path}/preview`).send(again)).body).toMatchObject({
    total: 20,
    unchanged: 20,
  });
  expect(await run(again)).toMatchObject({ unchanged: 20, done: 0 });
  const move = { found, action: { type: 'category', categoryId: 2 } };
  expect((await call('post', `${path}/preview`).send(move)).body.items[0]).toMatchObject({
    category: { from: 'Foul-Weather Gear', to: 'Bags & Dry Bags' },
  });
  const moved = await run(move);
  expect(moved).toMatchObject({ done: 20 });
  for (const { id } of [tagged, moved]) {
    const { headers } = await call('post', `/api/v1/admin/catalog/jobs/${id}/undo`).expect(202);
    expect(await done(headers['location'] ?? '')).toMatchObject({ done: 20, failed: 0 });
  }
  expect(
    await only(`SELECT count(*)::int AS left FROM products WHERE category_id = 2 OR tags <> '{}'`),
  ).toEqual({ left: 0 });
}, 60_000);

test('a preview of publishing counts and names what has nothing to sell, by reason, and a filter shows it', async () => {
  const ids = [40, 41, 42, 43, 44, 45, 46];
  await catalog.pool.query(
    `UPDATE products SET status = 'draft', category_id = 3 WHERE id = ANY ($1) AND id <> 46`,
    [ids],
  );
  await catalog.pool.query('UPDATE products SET category_id = 3 WHERE id = 46');
  await catalog.pool.query('UPDATE items SET active = false WHERE id = 40');
  await catalog.pool.query('DELETE FROM prices WHERE item_id IN (41, 42, 43, 44)');
  const change = { found: { category: 3 }, action: { type: 'publish' } };
  const { body: preview } = await call('post', `${path}/preview`).send(change).expect(200);
  expect(preview).toMatchObject({
    ...{ total: 7, unchanged: 1, refused: 5 },
    refusals: [
      { code: 'no-price', count: 4, names: ['Item 41', 'Item 42', 'Item 43'] },
      { code: 'all-variants-off', count: 1, names: ['Item 40'] },
    ],
  });
  const { body: unsold } = await call(
    'get',
    '/api/v1/admin/catalog/products?category=3&missing=offer&sort=id',
  ).expect(200);
  expect(unsold.items.map(({ id }: { id: number }) => id)).toEqual([40, 41, 42, 43, 44]);
  const job = await run({ ...change, seen: 7 });
  expect(job).toMatchObject({ total: 7, done: 1, unchanged: 1, failed: 5 });
  expect(job.faults).toContainEqual(expect.objectContaining({ code: 'product-not-sellable' }));
}, 60_000);

test('more tags than a product may have are refused, and a tag is taken off', async () => {
  const found = { q: 'QS-TST-0030' };
  const tags = Array.from({ length: 30 }, (_, at) => `tag ${at}`);
  await catalog.pool.query('UPDATE products SET tags = $1 WHERE id = 30', [tags]);
  const full = await run({ found, action: { type: 'add-tag', tag: 'one more' } });
  expect(full.faults).toMatchObject([{ entityId: '30', code: 'too-many-tags' }]);
  expect(await run({ found, action: { type: 'remove-tag', tag: 'tag 3' } })).toMatchObject({
    ...{ total: 1, done: 1 },
  });
  expect(await only('SELECT cardinality(tags) AS count FROM products WHERE id = 30')).toEqual({ count: 29 });
}, 60_000);

test.each<[object, number, string]>([
  [{ found: { status: 'archived' }, action: { type: 'publish' } }, 422, 'nothing-found'],
  [{ found: {}, action: { type: 'category', categoryId: 99 } }, 422, 'category-unknown'],
  [{ found: {}, action: { type: 'add-tag', tag: '' } }, 400, 'malformed-request'],
  [{ found: { colour: 'red' }, action: { type: 'publish' } }, 400, 'malformed-request'],
  [{ action: { type: 'publish' } }, 400, 'malformed-request'],
])('refuses %j', async (body, status, code) => {
  expect((await call('post', path).send(body).expect(status)).body.code).toBe(code);
});
