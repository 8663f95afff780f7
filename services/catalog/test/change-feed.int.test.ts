import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLogger, waitUntil, type TestDatabase } from '@quayside/testkit';
import { createCatalogReads } from '../src/store/catalog-reads.ts';
import { createChangeFeed, type ChangeFeed } from '../src/store/change-feed.ts';
import { createKeptIndex } from '../src/store/product-index/kept-index.ts';
import { createSearches } from '../src/store/product-index/searches.ts';
import { createPictureStore } from '../src/store/picture-store.ts';
import { createReadCache } from '../src/store/read-cache.ts';
import { createStockFigures } from '../src/store/stock-figures.ts';
import type { CatalogReads } from '../src/usecases/catalog-reads.ts';
import { newItem, testCatalogDatabase } from './test-catalog.ts';

let database: TestDatabase;
let feed: ChangeFeed;
let reads: CatalogReads;
let queries = 0;
beforeAll(async () => {
  database = await testCatalogDatabase([newItem(1), newItem(2)]);
  const counted = Object.assign(Object.create(database.pool), {
    query: (...input: Parameters<typeof database.pool.query>) => {
      queries += 1;
      return database.pool.query(...input);
    },
  });
  // No greatest age: only news may end what is remembered here.
  const cache = createReadCache({ maxAgeMs: Number.POSITIVE_INFINITY });
  const figures = createStockFigures();
  const products = createKeptIndex({ pool: counted, now: () => 0 });
  feed = createChangeFeed({ connectionString: database.url, cache, figures, products, logger: silentLogger });
  reads = createCatalogReads({
    now: () => new Date(),
    pool: counted,
    cache,
    figures,
    products,
    searches: createSearches({ products }),
    pictures: createPictureStore({ pool: counted }),
  });
  feed.start();
  await remembering();
  // What the feed reads of the index once it listens is not of what is counted.
  await products.fresh();
});
afterAll(async () => {
  await feed.close();
  await database.drop();
});

const readName = async () => (await reads.findItem(1))?.name;
/** Two reads in a row that cost at most one query. */
const remembering = () =>
  waitUntil(
    async () => {
      await readName();
      const before = queries;
      await readName();
      return queries === before;
    },
    { describe: 'reads to be remembered' },
  );
const rename = (name: string) => database.pool.query('UPDATE products SET name = $1 WHERE id = 1', [name]);
const shows = (name: string) =>
  waitUntil(async () => (await readName()) === name, { describe: `the item to be shown as ${name}` });

test('what another process changed is shown, and remembered again', async () => {
  await rename('Renamed');
  await shows('Renamed');
  await remembering();
});

/** The stock of an item as some other process moves it. */
const setReserved = (itemId: number, reserved: number) =>
  database.pool.query('UPDATE stock SET reserved = $2, version = version + 1 WHERE item_id = $1', [
    itemId,
    reserved,
  ]);
const page = { page: 1, pageSize: 10 };
const listedStock = async () =>
  (await reads.listItems(page)).items.map(({ availableStock }) => availableStock);

test('stock that moved is shown in what is remembered, without a query', async () => {
  expect(await listedStock()).toEqual([10, 10]);
  const before = queries;
  await setReserved(2, 4);
  await waitUntil(async () => (await listedStock())[1] === 6, { describe: 'the stock to be shown' });
  expect((await reads.listItems(page)).items[0]).toMatchObject({ id: 1, availableStock: 10 });
  expect(queries).toBe(before);
  expect((await reads.findItem(2))?.availableStock).toBe(6);
});

test('what sold out leaves the list of what is in stock, and comes back to it; other lists stay remembered', async () => {
  const inStock = async () =>
    (await reads.listItems({ ...page, inStock: true })).items.map(({ id }) => id).join();
  expect(await inStock()).toBe('1,2');
  await listedStock();
  await setReserved(2, 10);
  await waitUntil(async () => (await inStock()) === '1', { describe: 'item 2 to leave the list' });
  const before = queries;
  expect(await listedStock()).toEqual([10, 0]);
  expect(queries).toBe(before);
  await setReserved(2, 0);
  await waitUntil(async () => (await inStock()) === '1,2', { describe: 'item 2 to be back' });
});

test('an answer is the same object while no stock in it moves, so that it is rendered once', async () => {
  const first = await reads.findItem(1);
  await setReserved(2, 1);
  await waitUntil(async () => (await listedStock())[1] === 9, { describe: 'the stock to be shown' });
  expect(await reads.findItem(1)).toBe(first);
  await setReserved(1, 1);
  await waitUntil(async () => (await reads.findItem(1))?.availableStock === 9, {
    describe: 'the stock of item 1 to be shown',
  });
});

const cards = async (query: object = {}) =>
  (await reads.listProducts({ ...page, ...query })).items.map(
    ({ id, name, availableStock }) => `${id} ${name} ${availableStock}`,
  );

test('products are listed out of memory, as they are after whatever another process changed', async () => {
  await rename('Item 1');
  await setReserved(1, 0);
  await setReserved(2, 0);
  await waitUntil(async () => (await cards()).join() === '1 Item 1 10,2 Item 2 10', {
    describe: 'both products as they were',
  });
  const before = queries;
  await cards({ sort: 'price' });
  expect(queries).toBe(before);
  await setReserved(2, 10);
  await waitUntil(async () => (await cards({ inStock: true })).join() === '1 Item 1 10', {
    describe: 'product 2 to be sold out',
  });
  expect(queries).toBe(before);
  await database.pool.query(`UPDATE products SET name = 'Another' WHERE id = 2`);
  await waitUntil(async () => (await cards({ sort: 'name' }))[0] === '2 Another 0', {
    describe: 'the new name, and its place in the order',
  });
  await database.pool.query(`UPDATE brands SET name = 'Hallvik & Sons' WHERE id = 1`);
  await waitUntil(async () => (await reads.listProducts(page)).items[1]?.brand.name === 'Hallvik & Sons', {
    describe: 'the new name of the brand on both',
  });
  await database.pool.query('UPDATE items SET active = false WHERE id = 2');
  await waitUntil(async () => (await cards()).length === 1, { describe: 'product 2 to be gone' });
  await database.pool.query('UPDATE items SET active = true WHERE id = 2');
  await database.pool.query(`UPDATE products SET name = 'Item 2' WHERE id = 2`);
  await waitUntil(async () => (await cards()).length === 2, { describe: 'product 2 to be back' });
});

test('a transaction that was long under way is not missed', async () => {
  const slow = await database.pool.connect();
  await slow.query('BEGIN');
  await slow.query(`UPDATE products SET name = 'Slow' WHERE id = 1`);
  await database.pool.query(`UPDATE products SET name = 'Quick' WHERE id = 2`);
  await waitUntil(async () => (await cards())[1]?.startsWith('2 Quick'), { describe: 'the quick one' });
  await slow.query('COMMIT');
  slow.release();
  await waitUntil(async () => (await cards())[0]?.startsWith('1 Slow'), { describe: 'the slow one' });
});

test('stock that moved while the news were away is shown', async () => {
  await database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'catalog change feed' AND datname = current_database()`,
  );
  await setReserved(1, 7);
  await waitUntil(async () => (await listedStock())[0] === 3, { describe: 'the stock to be shown' });
  await remembering();
  await waitUntil(async () => (await cards())[0]?.endsWith(' 3'), { describe: 'the stock of the product' });
  await setReserved(1, 6);
  await waitUntil(async () => (await listedStock())[0] === 4, { describe: 'the stock to be shown' });
});

test('a lost connection to the news makes every read ask, until it is back', async () => {
  await database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'catalog change feed' AND datname = current_database()`,
  );
  await rename('Renamed in the dark');
  await shows('Renamed in the dark');
  await remembering();
  await rename('Renamed in the light');
  await shows('Renamed in the light');
});
