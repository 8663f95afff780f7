import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { catalogEvents, type ProductImport } from '@quayside/contracts';
import { createKafka, tailTopics } from '@quayside/messaging';
import { silentLogger } from '@quayside/testkit';
import { Client } from 'pg';
import { createControl, eventually } from '../src/control.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';

const stack = theStack();
const control = createControl(stack);
const admin = createShopClient(stack.origin);
const database = new Client({ connectionString: stack.stores.postgres.replace(/\/postgres$/, '/catalog') });
const mark = `kill${Date.now().toString(36)}`;
const products = 3_000;
/** Who held the work when the process died holds it for half a minute longer. */
const longMs = 150_000;

/** The versions of items that were told of. */
const told = new Map<string, Set<number>>();
let tail: { close(): Promise<void> };

beforeAll(async () => {
  await admin.signIn('admin@quayside.test');
  await database.connect();
  const options = { brokers: stack.stores.kafka, topicPrefix: '', clientId: 'e2e', logger: silentLogger };
  tail = await tailTopics(createKafka(options), {
    topics: ['catalog.events.v1'],
    onMessage: ({ headers, value }) => {
      if (String(headers['ce_type']) !== catalogEvents.itemChanged.type) return;
      const { sku, version } = JSON.parse(String(value)) as { sku: string; version: number };
      told.set(sku, (told.get(sku) ?? new Set()).add(version));
    },
  });
}, 60_000);
afterAll(async () => {
  await tail.close();
  await database.end();
  await control.allReady();
});

const fileAt = (price: string, stock: number): string =>
  [
    'Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Status',
    ...Array.from({ length: products }, (_, at) => {
      const sku = (size: string) => `${mark}-${at}-${size}`.toUpperCase();
      return [
        `${mark}-${at},Lamp ${mark} ${at},Skerry,Lanterns,Size,S,${sku('S')},${stock},${price},active`,
        `${mark}-${at},,,,,L,${sku('L')},${stock},${price},`,
      ].join('\n');
    }),
  ].join('\n');

const read = async (id: string): Promise<ProductImport> => {
  const { status, body } = await admin.ask('GET /api/v1/admin/catalog/imports/:id', { params: { id } });
  if (status !== 200) throw new Error(`The import was answered ${status}`);
  return body;
};

const settled = (id: string): Promise<ProductImport> =>
  eventually(
    'the import to be at rest',
    async () => {
      const one = await read(id);
      return one.state !== 'checking' && one.state !== 'running' && one;
    },
    longMs,
  );

const upload = async (file: string): Promise<ProductImport> => {
  const path = `/api/v1/admin/catalog/imports?name=${mark}.csv`;
  const headers = { 'content-type': 'text/csv' };
  return (await admin.call<ProductImport>('POST', path, { raw: file, headers })).body;
};

const beginCheck = async ({ id, settings }: ProductImport): Promise<void> => {
  const { encoding: _, delimiter: __, ...body } = settings;
  await admin.ask('POST /api/v1/admin/catalog/imports/:id/check', { params: { id }, body });
};

/** Runs it, and kills the catalog when some of it is done and some is not. */
const runInterrupted = async ({ id }: ProductImport): Promise<ProductImport> => {
  await admin.ask('POST /api/v1/admin/catalog/imports/:id/run', { params: { id } });
  await eventually('some of it to be done', async () => ((await read(id)).job?.done ?? 0) > 0);
  await control.kill('catalog');
  const left = await eventually('the catalog to answer again', () => read(id));
  expect(left.job?.done).toBeGreaterThan(0);
  expect(left.job?.done).toBeLessThan(products);
  return settled(id);
};

const only = async <T extends object>(sql: string): Promise<T> =>
  (await database.query<T>(sql, [`${mark}-%`])).rows[0] as T;

const everythingIsThere = async (price: number, stock: number, version: number): Promise<void> => {
  const found = await only(`
    SELECT count(DISTINCT products.id)::int AS products, count(items.id)::int AS items,
           count(*) FILTER (WHERE prices.amount = ${price})::int AS priced,
           count(*) FILTER (WHERE stock.on_hand = ${stock})::int AS counted,
           count(*) FILTER (WHERE items.version = ${version})::int AS versioned,
           count(DISTINCT products.version)::int AS versions
      FROM products JOIN items ON items.product_id = products.id JOIN stock ON stock.item_id = items.id
      JOIN prices ON prices.item_id = items.id WHERE products.slug LIKE $1`);
  const items = 2 * products;
  expect(found).toEqual({
    ...{ products, items, priced: items, counted: items, versioned: items },
    versions: 1,
  });
  const journal = await only(`
    SELECT count(*)::int AS moves, sum(delta)::int AS units FROM stock_movements
      JOIN items ON items.id = item_id JOIN products ON products.id = product_id WHERE products.slug LIKE $1`);
  expect(journal).toEqual({ moves: version * items, units: stock * items });
  const log = await only(`
    SELECT count(*)::int AS entries, count(DISTINCT entity_id)::int AS of FROM audit_log
      JOIN products ON entity = 'product' AND entity_id = products.id::text WHERE products.slug LIKE $1`);
  expect(log).toEqual({ entries: version * products, of: products });
  await eventually(
    'everybody to be told of every item',
    async () =>
      [...told].filter(([sku, versions]) => sku.startsWith(mark.toUpperCase()) && versions.has(version))
        .length === items,
  );
};

test('kill -9 of the catalog while it checks a file and while it imports it loses and doubles nothing', async () => {
  const one = await upload(fileAt('20.00', 7));
  await beginCheck(one);
  await control.kill('catalog');
  expect(await settled(one.id)).toMatchObject({
    state: 'checked',
    found: { products, variants: 2 * products, faults: 0 },
  });
  expect(await runInterrupted(one)).toMatchObject({ state: 'done', job: { done: products, failed: 0 } });
  await everythingIsThere(2000, 7, 1);
}, 400_000);

test('kill -9 while products are changed changes each of them once', async () => {
  const one = await upload(fileAt('25.00', 9));
  await beginCheck(one);
  expect((await settled(one.id)).state).toBe('checked');
  expect(await runInterrupted(one)).toMatchObject({ state: 'done', job: { done: products, failed: 0 } });
  await everythingIsThere(2500, 9, 2);
}, 400_000);
