import type { Pool } from 'pg';
import type { Named } from '../domain/item.ts';
import type { CatalogReads, ItemPage, ItemQuery, Picture, StockedItem } from '../usecases/catalog-reads.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { countFacets, type CountRow } from './facet-counts.ts';
import { orderBy, toItemFilter } from './item-filter.ts';
import { itemColumns, itemTables, stockOf, toItem, type ItemRow } from './item-row.ts';
import { prepared } from './prepared.ts';
import type { ReadCache } from './read-cache.ts';
import type { StockFigures } from './stock-figures.ts';
import { createCurrentStock, type ReadItem } from './with-current-stock.ts';

interface ReadPage extends Omit<ItemPage, 'items'> {
  readonly read: readonly ReadItem[];
}

const toReadItem = (row: ItemRow): ReadItem => ({ item: toItem(row), stock: stockOf(row) });

const listItems = async (pool: Pool, query: ItemQuery): Promise<ReadPage> => {
  const { where, brandIs, typeIs, search, params } = toItemFilter(query);
  const { page, pageSize } = query;
  const [items, counts] = await Promise.all([
    pool.query<ItemRow>(
      prepared(
        `SELECT ${itemColumns} FROM ${itemTables} WHERE ${where} AND ${brandIs} AND ${typeIs}
          ORDER BY ${orderBy(query, search)} LIMIT $${params.length + 1} OFFSET $${params.length + 2}`,
        [...params, pageSize, (page - 1) * pageSize],
      ),
    ),
    pool.query<CountRow>(
      prepared(
        `WITH counts AS (
         SELECT items.brand_id, items.type_id, ${brandIs} AS brand_chosen, ${typeIs} AS type_chosen,
                count(*)::int AS count
           FROM items JOIN stock ON stock.item_id = items.id
          WHERE ${where}
          GROUP BY items.brand_id, items.type_id
       )
       SELECT brands.slug AS brand_slug, brands.name AS brand_name, brand_chosen,
              types.slug AS type_slug, types.name AS type_name, type_chosen, count
         FROM counts JOIN brands ON brands.id = brand_id JOIN types ON types.id = type_id`,
        [...params],
      ),
    ),
  ]);
  return { read: items.rows.map(toReadItem), page, pageSize, ...countFacets(counts.rows) };
};

const findItem = async (pool: Pool, idOrSlug: number | string): Promise<ReadItem | undefined> => {
  const column = typeof idOrSlug === 'number' ? 'id' : 'slug';
  const { rows } = await pool.query<ItemRow>(
    prepared(`SELECT ${itemColumns} FROM ${itemTables} WHERE items.${column} = $1`, [idOrSlug]),
  );
  return rows[0] && toReadItem(rows[0]);
};

const listNames = async (pool: Pool, table: 'brands' | 'types'): Promise<Named[]> =>
  (await pool.query<Named>(`SELECT id, slug, name FROM ${table} ORDER BY name`)).rows;

const findPicture = async (pool: Pool, itemId: number): Promise<Picture | undefined> => {
  const { rows } = await pool.query<Picture>(
    prepared('SELECT content, content_type AS "contentType", hash FROM pictures WHERE item_id = $1', [
      itemId,
    ]),
  );
  return rows[0];
};

/**
 * The read side: each question is one query or two at once, and none goes through the writing stores. What is
 * remembered are the facts; the stock in an answer is that of the moment it is given.
 */
export const createCatalogReads = (options: {
  pool: Pool;
  cache: ReadCache;
  figures: StockFigures;
}): CatalogReads => {
  const { pool, cache } = options;
  const remembered = <T>(key: string, load: () => Promise<T>, rests?: 'stock'): Promise<T> =>
    cache.read(key, () => answerOrUnavailable(load()), rests);
  const withCurrentStock = createCurrentStock(options.figures);

  const pageOf = async (query: ItemQuery): Promise<ItemPage> => {
    const rests = query.inStock === undefined ? undefined : 'stock';
    const found = await remembered(`items ${JSON.stringify(query)}`, () => listItems(pool, query), rests);
    return withCurrentStock(found, found.read, (items) => {
      const { read: _, ...page } = found;
      return { items, ...page };
    });
  };
  const itemOf = async (idOrSlug: number | string): Promise<StockedItem | undefined> => {
    const found = await remembered(`item ${JSON.stringify(idOrSlug)}`, () => findItem(pool, idOrSlug));
    return found && withCurrentStock(found, [found], ([item]) => item as StockedItem);
  };

  return {
    listItems: pageOf,
    findItem: itemOf,
    listBrands: () => remembered('brands', () => listNames(pool, 'brands')),
    listTypes: () => remembered('types', () => listNames(pool, 'types')),
    findPicture: (itemId) => answerOrUnavailable(findPicture(pool, itemId)),
  };
};
