import type { ItemQuery } from '../usecases/catalog-reads.ts';
import { toSearchQuery } from './search-query.ts';

export interface ItemFilter {
  readonly where: string;
  /** SQL for the search as a tsquery, if there is one. */
  readonly search: string | undefined;
  readonly params: readonly unknown[];
}

const all = (conditions: readonly string[]) => (conditions.length > 0 ? conditions.join(' AND ') : 'true');

/** The conditions of a list query as SQL over `itemTables`; every value is a parameter. */
export const toItemFilter = (query: ItemQuery): ItemFilter => {
  const params: unknown[] = [];
  const bind = (value: unknown) => `$${params.push(value)}`;
  const where: string[] = [];
  let search: string | undefined;

  if (!query.includeInactive) where.push('items.active', "products.status = 'active'");
  if (query.q !== undefined) {
    const words = toSearchQuery(query.q);
    if (words) {
      search = `(to_tsquery('english', ${bind(words.stemmed)}) || to_tsquery('simple', ${bind(words.written)}))`;
      where.push(`products.search @@ ${search}`);
    } else {
      where.push('false');
    }
  }
  if (query.minPrice !== undefined) where.push(`prices.amount >= ${bind(query.minPrice)}`);
  if (query.maxPrice !== undefined) where.push(`prices.amount <= ${bind(query.maxPrice)}`);
  if (query.inStock !== undefined) where.push(query.inStock ? 'stock.available > 0' : 'stock.available = 0');
  if (query.ids) where.push(`items.id = ANY(${bind(query.ids)})`);
  if (query.brand) {
    where.push(`products.brand_id IN (SELECT id FROM brands WHERE slug = ANY(${bind(query.brand)}))`);
  }
  if (query.type) where.push(`types.id IN (SELECT id FROM categories WHERE slug = ANY(${bind(query.type)}))`);
  return { where: all(where), search, params };
};

/** Ties are broken by id, so that pages never overlap. Relevance without words has nothing to rank: the shop's own order. */
export const orderBy = (query: ItemQuery, search: string | undefined): string => {
  const sort = query.sort ?? 'relevance';
  switch (sort) {
    case 'relevance':
      return search ? `ts_rank(products.search, ${search}) DESC, items.id` : 'items.id';
    case 'name':
      return 'lower(products.name), items.id';
    case '-name':
      return 'lower(products.name) DESC, items.id DESC';
    case 'price':
      return 'prices.amount, items.id';
    case '-price':
      return 'prices.amount DESC, items.id DESC';
    case 'newest':
      return 'items.id DESC';
    default:
      return sort satisfies never;
  }
};
