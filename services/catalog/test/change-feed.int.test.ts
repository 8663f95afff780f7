import { afterAll, beforeAll, test } from '@jest/globals';
import { silentLogger, waitUntil, type TestDatabase } from '@quayside/testkit';
import { createCatalogReads } from '../src/store/catalog-reads.ts';
import { createChangeFeed, type ChangeFeed } from '../src/store/change-feed.ts';
import { createReadCache } from '../src/store/read-cache.ts';
import type { CatalogReads } from '../src/usecases/catalog-reads.ts';
import { newItem, testCatalogDatabase } from './test-catalog.ts';

let database: TestDatabase;
let feed: ChangeFeed;
let reads: CatalogReads;
let queries = 0;
beforeAll(async () => {
  database = await testCatalogDatabase([newItem(1)]);
  const counted = Object.assign(Object.create(database.pool), {
    query: (...input: Parameters<typeof database.pool.query>) => {
      queries += 1;
      return database.pool.query(...input);
    },
  });
  // No greatest age: only news may end what is remembered here.
  const cache = createReadCache({ maxAgeMs: Number.POSITIVE_INFINITY });
  feed = createChangeFeed({ connectionString: database.url, cache, logger: silentLogger });
  reads = createCatalogReads({ pool: counted, cache });
  feed.start();
  await remembering();
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
const rename = (name: string) => database.pool.query('UPDATE items SET name = $1 WHERE id = 1', [name]);
const shows = (name: string) =>
  waitUntil(async () => (await readName()) === name, { describe: `the item to be shown as ${name}` });

test('what another process changed is shown, and remembered again', async () => {
  await rename('Renamed');
  await shows('Renamed');
  await remembering();
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
