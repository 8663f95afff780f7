import type { Pool } from 'pg';
import type { Named } from '../domain/item.ts';
import type { CatalogReads, ItemPage, ItemQuery, Picture } from '../usecases/catalog-reads.ts';
import { countFacets, type CountRow } from './facet-counts.ts';
import { orderBy, toItemFilter } from './item-filter.ts';
import { itemColumns, itemTables, toItem, type ItemRow } from './item-row.ts';

const listItems = async (pool: Pool, query: ItemQuery): Promise<ItemPage> => {
  const { where, brandIs, typeIs, search, params } = toItemFilter(query);
  const { page, pageSize } = query;
  const [items, counts] = await Promise.all([
    pool.query<ItemRow>(
      `SELECT ${itemColumns} FROM ${itemTables} WHERE ${where} AND ${brandIs} AND ${typeIs}
        ORDER BY ${orderBy(query, search)} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
      [...params],
    ),
    pool.query<CountRow>(
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
  ]);
  return { items: items.rows.map(toItem), page, pageSize, ...countFacets(counts.rows) };
};

/** The read side: each question is one query, and none goes through the writing stores. */
export const createCatalogReads = (pool: Pool): CatalogReads => ({
  listItems: (query) => listItems(pool, query),

  findItem: async (idOrSlug) => {
    const column = typeof idOrSlug === 'number' ? 'id' : 'slug';
    const { rows } = await pool.query<ItemRow>(
      `SELECT ${itemColumns} FROM ${itemTables} WHERE items.${column} = $1`,
      [idOrSlug],
    );
    return rows[0] && toItem(rows[0]);
  },

  findPicture: async (itemId) => {
    const { rows } = await pool.query<Picture>(
      'SELECT content, content_type AS "contentType", hash FROM pictures WHERE item_id = $1',
      [itemId],
    );
    return rows[0];
  },

  listBrands: async () => (await pool.query<Named>('SELECT id, slug, name FROM brands ORDER BY name')).rows,
  listTypes: async () => (await pool.query<Named>('SELECT id, slug, name FROM types ORDER BY name')).rows,
});
