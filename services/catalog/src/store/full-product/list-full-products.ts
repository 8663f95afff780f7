import type { Pool } from 'pg';
import type { Page } from '../../usecases/brand-store.ts';
import type { ProductFilter, ProductLine, ProductListQuery } from '../../usecases/product-store.ts';
import { shopCurrency } from '../item-row.ts';

const sorts: Readonly<Record<string, string>> = {
  name: 'lower(products.name)',
  changed: 'products.changed_at',
  id: 'products.id',
};

const orderBy = (sort = 'name'): string => {
  const by = sorts[sort.replace(/^-/, '')] ?? 'lower(products.name)';
  return sort.startsWith('-') ? `${by} DESC, products.id DESC` : `${by}, products.id`;
};

const stockConditions = {
  in: `EXISTS (SELECT 1 FROM items JOIN stock ON stock.item_id = items.id
                WHERE items.product_id = products.id AND stock.available > 0)`,
  out: `NOT EXISTS (SELECT 1 FROM items JOIN stock ON stock.item_id = items.id
                     WHERE items.product_id = products.id AND stock.available > 0)`,
  low: `products.id IN (SELECT product_id FROM items JOIN stock ON stock.item_id = items.id
                         WHERE stock.available <= stock.low_threshold)`,
} as const;

/** Of a product none of whose variants is on and priced: it cannot be published. */
export const hasNoOffer = `NOT EXISTS (
  SELECT FROM items JOIN prices ON prices.item_id = items.id AND prices.currency = '${shopCurrency}'
   WHERE items.product_id = products.id AND items.active)`;

const missingConditions = {
  picture: 'NOT EXISTS (SELECT 1 FROM media WHERE media.product_id = products.id)',
  price: `(NOT EXISTS (SELECT 1 FROM items WHERE items.product_id = products.id)
           OR products.id IN (SELECT product_id FROM items WHERE NOT EXISTS (
                SELECT 1 FROM prices WHERE prices.item_id = items.id AND prices.currency = '${shopCurrency}')))`,
  text: `NOT EXISTS (SELECT 1 FROM product_texts WHERE product_texts.product_id = products.id AND language = 'de')`,
  offer: hasNoOffer,
} as const;

/** Ids of the products that words or a SKU find, best first, whether they are sold or not. */
export type SearchProducts = (text: string) => Promise<readonly number[]>;

/**
 * Conditions on `products`, every value as a parameter.
 *
 * @param found ids of the products that the filter's words found; undefined where it has none
 */
export const productConditions = (
  filter: ProductFilter,
  found?: readonly number[],
): { where: string; params: unknown[] } => {
  const params: unknown[] = [];
  const bind = (value: unknown) => `$${params.push(value)}`;
  const where: string[] = [];
  if (found) where.push(`products.id = ANY(${bind(found)})`);
  if (filter.status) where.push(`products.status = ${bind(filter.status)}`);
  if (filter.brand) where.push(`products.brand_id = ${bind(filter.brand)}`);
  if (filter.category) {
    where.push(
      `products.category_id IN (SELECT id FROM categories WHERE ${bind(filter.category)}::int = ANY (path))`,
    );
  }
  if (filter.stock) where.push(stockConditions[filter.stock]);
  if (filter.missing) where.push(missingConditions[filter.missing]);
  return { where: where.length > 0 ? where.join(' AND ') : 'true', params };
};

const named = (table: string) =>
  `json_build_object('id', ${table}.id, 'slug', ${table}.slug, 'name', ${table}.name)`;

/** What a line shows of each product of `page`. */
const linesSql = (page: string, sort: string | undefined): string => `
  SELECT products.id, products.slug, products.name, products.status, ${named('brands')} AS brand,
         ${named('categories')} AS category, products.changed_at AS "changedAt", products.version,
         coalesce((SELECT '/api/v1/catalog/images/' || hash FROM media WHERE product_id = products.id
                    ORDER BY position LIMIT 1), '') AS "pictureUrl", figures.*
    FROM ${page}
    JOIN products USING (id)
    JOIN brands ON brands.id = products.brand_id
    JOIN categories ON categories.id = products.category_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS variants, min(prices.amount) AS "priceFrom", max(prices.amount) AS "priceTo",
             coalesce(sum(stock.available), 0)::int AS available
        FROM items JOIN stock ON stock.item_id = items.id
        LEFT JOIN prices ON prices.item_id = items.id AND prices.currency = '${shopCurrency}'
       WHERE items.product_id = products.id) AS figures
   ORDER BY ${orderBy(sort)}`;

/** A page of ids by an index. */
export const productPageSql = (where: string, sort: string | undefined, params: number): string =>
  linesSql(
    `(SELECT products.id FROM products WHERE ${where}
       ORDER BY ${orderBy(sort)} LIMIT $${params + 1} OFFSET $${params + 2}) AS page`,
    sort,
  );

/** For filters that every product has to be looked at for: that once, for the page and for how many there are. */
export const wholeProductPageSql = (where: string, sort: string | undefined, params: number): string => `
  WITH found AS MATERIALIZED (SELECT * FROM products WHERE ${where})
  SELECT (SELECT count(*)::int FROM found) AS count,
         (SELECT coalesce(json_agg(line), '[]') FROM (${linesSql(
           `(SELECT products.id FROM found AS products
              ORDER BY ${orderBy(sort)} LIMIT $${params + 1} OFFSET $${params + 2}) AS page`,
           sort,
         )}) AS line) AS lines`;

export const productCountSql = (where: string): string =>
  `SELECT count(*)::int AS count FROM products WHERE ${where}`;

type Row = Omit<ProductLine, 'changedAt' | 'currency'> & { changedAt: Date | string };

const readPage = async (
  pool: Pool,
  { page, pageSize, sort, ...filter }: ProductListQuery,
  found: readonly number[] | undefined,
): Promise<{ rows: readonly Row[]; count: number }> => {
  const { where, params } = productConditions(filter, found);
  const paged = [...params, pageSize, (page - 1) * pageSize];
  if (filter.missing || filter.stock === 'out' || filter.stock === 'low') {
    const { rows } = await pool.query<{ count: number; lines: Row[] }>(
      wholeProductPageSql(where, sort, params.length),
      paged,
    );
    return { rows: rows[0]?.lines ?? [], count: rows[0]?.count ?? 0 };
  }
  const [{ rows }, counted] = await Promise.all([
    pool.query<Row>(productPageSql(where, sort, params.length), paged),
    pool.query<{ count: number }>(productCountSql(where), params),
  ]);
  return { rows, count: counted.rows[0]?.count ?? 0 };
};

export const listFullProducts = async (
  pool: Pool,
  query: ProductListQuery,
  search: SearchProducts,
): Promise<Page<ProductLine>> => {
  const found = query.q === undefined ? undefined : await search(query.q);
  const { rows, count } = await readPage(pool, query, found);
  return {
    items: rows.map((row) => ({
      ...row,
      currency: shopCurrency,
      changedAt: new Date(row.changedAt).toISOString(),
    })),
    page: query.page,
    pageSize: query.pageSize,
    totalItems: count,
  };
};
