import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestDatabase } from '@quayside/testkit';
import { manyProduct } from '../seed/many-products.ts';
import { announce } from '../src/messages/announce.ts';
import { addManyProducts } from '../src/store/add-many-products.ts';
import { productSql, variantsSql } from '../src/store/find-product.ts';
import { productPagesSql } from '../src/store/list-product-pages.ts';
import { fullProductSql, fullVariantsSql } from '../src/store/full-product/load-full-product.ts';
import {
  productConditions,
  productCountSql,
  productPageSql,
  wholeProductPageSql,
} from '../src/store/full-product/list-full-products.ts';
import { fittingMappingsSql } from '../src/store/imports/import-mappings.ts';
import { importConditions, importCountSql, importPageSql } from '../src/store/imports/list-imports.ts';
import { priceChangesSql } from '../src/store/price-history/price-history.ts';
import { shownQuestionsSql } from '../src/store/questions/product-questions.ts';
import { shownReviewsSql } from '../src/store/reviews/product-reviews.ts';
import { linesSql } from '../src/store/stock-takes/read-stock-takes.ts';
import { stockConditions, stockPageSql } from '../src/store/stock-room/read-stock.ts';
import type { ProductFilter } from '../src/usecases/product-store.ts';
import { togetherSql } from '../src/store/together.ts';
import { changedProductsSql } from '../src/store/product-index/load-products.ts';
import { newItem, testCatalogDatabase } from './test-catalog.ts';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Subplan Name'?: string;
  Plans?: Plan[];
}

/** Enough for the planner to mean it. */
const count = 4_000;
const words = ['Anchor', 'Lantern', 'Jacket', 'Boots', 'Rope', 'Kettle', 'Tent', 'Sweater', 'Knife', 'Bag'];

let database: TestDatabase;
beforeAll(async () => {
  database = await testCatalogDatabase([newItem(1)]);
  const templates = words.map((name) => ({ ...newItem(1), name }));
  await addManyProducts(database.pool, {
    count,
    announce: async (tx, facts) => (facts.length > 0 ? announce(tx, facts.slice(0, 1)) : undefined),
    make: (number, ids) => manyProduct(number, { templates, brandIds: [1, 2], ...ids }),
  });
});
beforeAll(() =>
  database.pool.query(`
    INSERT INTO imports (id, name, actor_id, state, created_at)
    SELECT gen_random_uuid(), 'products-' || number || '.csv', 'staff-' || number % 50,
           CASE WHEN number % 100 = 0 THEN 'checked' ELSE 'running' END, now() - number * interval '1 hour'
      FROM generate_series(1, 5000) AS number;
    INSERT INTO import_mappings (id, name, owner_id, is_shared, fields, headings, choice)
    SELECT gen_random_uuid(), 'mapping ' || number, 'staff-' || number % 50, number % 10 = 0, '[]',
           ARRAY['sku ' || number % 500, 'price ' || number], '{}'
      FROM generate_series(1, 5000) AS number;
    INSERT INTO reviews (id, product_id, stars, title, body, author, state, helpful, written_at, changed_at)
    SELECT gen_random_uuid(), CASE WHEN number % 4 = 0 THEN 7 ELSE 1 + number % 4000 END, 1 + number % 5, 'Title', 'Text',
           'Somebody', 'published', number % 90, now() - number * interval '1 hour', now()
      FROM generate_series(1, 20000) AS number;
    INSERT INTO questions (id, product_id, author, body, state, reply, asked_at, changed_at)
    SELECT gen_random_uuid(), CASE WHEN number % 4 = 0 THEN 7 ELSE 1 + number % 4000 END, 'Somebody', 'Text', 'published',
           CASE WHEN number % 3 = 0 THEN 'Yes' END, now() - number * interval '1 hour', now()
      FROM generate_series(1, 20000) AS number;
    INSERT INTO stock_takes (id, name, created_by, created_at)
    SELECT ('00000000-0000-4000-8000-' || lpad(number::text, 12, '0'))::uuid, 'Shelf ' || number, 'staff-1', now()
      FROM generate_series(1, 100) AS number;
    INSERT INTO stock_take_lines (stock_take_id, item_id)
    SELECT ('00000000-0000-4000-8000-' || lpad((1 + id % 100)::text, 12, '0'))::uuid, id FROM items;
    ANALYZE imports, import_mappings, reviews, questions, stock_takes, stock_take_lines, price_changes`),
);
afterAll(() => database.drop());

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
const planOf = async (sql: string, params: unknown[]): Promise<Plan[]> => {
  const { rows } = await database.pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (FORMAT JSON) ${sql}`,
    params,
  );
  return nodesOf((rows[0] as (typeof rows)[0])['QUERY PLAN'][0].Plan);
};
/** What holds few rows is read as a whole. */
const small = ['brands', 'categories', 'attributes', 'old_slugs', 'product_texts'];
const scannedWhole = (nodes: readonly Plan[]) =>
  nodes.flatMap((node) =>
    node['Node Type'] === 'Seq Scan' && !small.includes(node['Relation Name'] ?? '')
      ? [node['Relation Name']]
      : [],
  );

test('the products are there, three variants each', async () => {
  const { rows } = await database.pool.query(
    'SELECT (SELECT count(*)::int FROM products) AS products, (SELECT count(*)::int FROM items) AS items',
  );
  expect(rows).toEqual([{ products: count + 1, items: 3 * count + 1 }]);
});

test.each([
  ['a product by its slug', productSql, ['skerry-spring-000007', null], 'product_slugs_pkey'],
  ['the variants of a product', variantsSql, [7], 'items_of_product'],
  ['a part of the pages', productPagesSql, [3_900, 3_950], 'products_pkey'],
  ['its reviews, what helped most first', shownReviewsSql('helpful'), [7, null, 0, 5], 'reviews_helpful'],
  ['its reviews, the newest first', shownReviewsSql('newest'), [7, null, 0, 5], 'reviews_newest'],
  ['its questions, answered ones first', shownQuestionsSql('answered'), [7, 0, 5], 'questions_answered'],
  ['its questions, the newest first', shownQuestionsSql('newest'), [7, 0, 5], 'questions_newest'],
  ['what changed of late', changedProductsSql, ['999999999999'], 'products_changed_in'],
  [
    'the stock of an order',
    'SELECT item_id FROM stock WHERE item_id = ANY($1) ORDER BY item_id FOR UPDATE',
    [[7, 8]],
    'stock_pkey',
  ],
  ['the stock nobody was told of', 'SELECT 1 FROM stock WHERE version = 0', [], 'stock_untold'],
])('%s is found by an index, and no table is read as a whole', async (_what, sql, params, index) => {
  const nodes = await planOf(sql, params as unknown[]);
  expect(scannedWhole(nodes)).toEqual([]);
  expect(nodes.map((node) => node['Index Name'])).toContain(index);
});

test.each([
  ['a product to edit', fullProductSql, 'products_pkey'],
  ['its variants to edit', fullVariantsSql, 'items_of_product'],
])('%s is found by an index, and no table is read as a whole', async (_what, sql, index) => {
  const nodes = await planOf(sql, [[7]]);
  expect(scannedWhole(nodes)).toEqual([]);
  expect(nodes.map((node) => node['Index Name'])).toContain(index);
});

const firstPage = (filter: ProductFilter, sort?: string) => {
  const { where, params } = productConditions(filter);
  return planOf(productPageSql(where, sort, params.length), [...params, 25, 0]);
};

test.each<[string | undefined, ProductFilter, string]>([
  [undefined, {}, 'products_by_name'],
  ['-name', {}, 'products_by_name'],
  ['-changed', {}, 'products_by_change'],
  ['id', {}, 'products_pkey'],
  [undefined, { status: 'draft' }, 'products_by_status'],
  [undefined, { stock: 'in' }, 'products_by_name'],
])('the admin list sorted by %s with %j reads an index', async (sort, filter, index) => {
  const nodes = await firstPage(filter, sort);
  expect(nodes.map((node) => node['Index Name'])).toContain(index);
  expect(scannedWhole(nodes)).not.toContain('products');
});

test.each<ProductFilter>([
  { stock: 'out' },
  { stock: 'low' },
  { missing: 'price' },
  { brand: 1, missing: 'picture' },
])('for %j products are looked at once, for the page and for their number', async (filter) => {
  const { where, params } = productConditions(filter);
  const nodes = await planOf(wholeProductPageSql(where, undefined, params.length), [...params, 25, 0]);
  // The lines of the page are read by their ids.
  expect(nodes.filter((node) => node['Relation Name'] === 'products')).toHaveLength(2);
  expect(nodes.filter((node) => node['Subplan Name'] === 'CTE found')).toHaveLength(1);
});

test('what words found is read and counted by its ids', async () => {
  const { where, params } = productConditions({}, [7, 8, 9]);
  for (const [sql, more] of [
    [productPageSql(where, undefined, params.length), [25, 0]],
    [productCountSql(where), []],
  ] as const) {
    const nodes = await planOf(sql, [...params, ...more]);
    expect(nodes.map((node) => node['Index Name'])).toContain('products_pkey');
    expect(scannedWhole(nodes)).not.toContain('products');
  }
});

test.each<[string, { q?: string; level?: 'low' | 'out' }, string]>([
  ['sku', {}, 'items_in_order_of_sku'],
  ['-sku', {}, 'items_in_order_of_sku'],
  ['available', {}, 'stock_by_available'],
  ['-available', {}, 'stock_by_available'],
  ['sku', { q: 'qs-mny-000007' }, 'items_by_lower_sku'],
  ['available', { level: 'out' }, 'stock_by_available'],
])('stock levels by %s with %j read an index, and no table as a whole', async (sort, filter, index) => {
  const { where, params } = stockConditions(filter);
  const nodes = await planOf(stockPageSql(where, sort, params.length), [...params, 25, 0]);
  expect(nodes.map((node) => node['Index Name'])).toContain(index);
  expect(scannedWhole(nodes)).toEqual([]);
});

test.each<[{ q?: string; state?: 'checked' }, string]>([
  [{}, 'imports_by_time'],
  [{ q: 'products-77' }, 'imports_by_time'],
  [{ state: 'checked' }, 'imports_by_state'],
])('imports by %j read an index, and no table as a whole', async (filter, index) => {
  const { where, params } = importConditions(filter);
  const nodes = await planOf(importPageSql(where, params.length), [...params, 25, 0]);
  expect(nodes.map((node) => node['Index Name'])).toContain(index);
  expect(scannedWhole(nodes)).not.toContain('imports');
});

test('imports that words or a name find are counted by indexes', async () => {
  const { where, params } = importConditions({ q: 'products-77' });
  const nodes = await planOf(importCountSql(where), params);
  const names = nodes.map((node) => node['Index Name']);
  expect(names).toContain('imports_by_words');
  expect(names).toContain('imports_by_actor');
  expect(scannedWhole(nodes)).not.toContain('imports');
});

test('mappings that fit the headings of a file are found by them', async () => {
  const nodes = await planOf(fittingMappingsSql, [['sku 7', 'price 7'], 'staff-7']);
  expect(nodes.map((node) => node['Index Name'])).toContain('import_mappings_by_headings');
  expect(scannedWhole(nodes)).not.toContain('import_mappings');
});

test('the changes of a price and the lines of a sheet are found by theirs', async () => {
  const changes = await planOf(priceChangesSql, [7, null, null, null, 101]);
  expect(changes.map((node) => node['Index Name'])).toContain('price_changes_of_item');
  expect(scannedWhole(changes)).not.toContain('price_changes');
  const lines = await planOf(linesSql('true', 'LIMIT 50'), ['00000000-0000-4000-8000-000000000007']);
  expect(lines.map((node) => node['Index Name'])).toContain('stock_take_lines_pkey');
  expect(scannedWhole(lines)).not.toContain('stock_take_lines');
});

test('what is bought together is read off an index, and what is old is found by one', async () => {
  await database.pool.query(`
    INSERT INTO bought_together SELECT one, other, one + other
      FROM generate_series(1, 200) AS one, generate_series(1, 200) AS other WHERE one <> other;
    ANALYZE bought_together`);
  const nodes = await planOf(togetherSql, ['item-7', 100, 16]);
  expect(nodes.map((node) => node['Index Name'])).toContain('bought_together_most');
  expect(scannedWhole(nodes)).toEqual([]);
});
