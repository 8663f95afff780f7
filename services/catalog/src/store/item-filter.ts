import type { ItemQuery } from '../usecases/catalog-reads.ts';
import { categoriesOfSlugs } from './category-of-slug.ts';

export interface ItemFilter {
  readonly where: string;
  /** SQL that joins what the words found, as `found`, where there are words. */
  readonly join: string;
  readonly params: readonly unknown[];
}

const all = (conditions: readonly string[]) => (conditions.length > 0 ? conditions.join(' AND ') : 'true');

/**
 * The conditions of a list query as SQL over `itemTables`; every value is a parameter.
 *
 * @param found ids of the products that the query's words found, best first; undefined where it has none
 */
export const toItemFilter = (query: ItemQuery, found: readonly number[] | undefined): ItemFilter => {
  const params: unknown[] = [];
  const bind = (value: unknown) => `$${params.push(value)}`;
  const where: string[] = [];
  if (!query.includeInactive) where.push('items.active', "products.status = 'active'");
  const join = found
    ? `JOIN unnest(${bind(found)}::int[]) WITH ORDINALITY AS found (product_id, rank) ON found.product_id = products.id`
    : '';
  if (query.minPrice !== undefined) where.push(`prices.amount >= ${bind(query.minPrice)}`);
  if (query.maxPrice !== undefined) where.push(`prices.amount <= ${bind(query.maxPrice)}`);
  if (query.inStock !== undefined) where.push(query.inStock ? 'stock.available > 0' : 'stock.available = 0');
  if (query.ids) where.push(`items.id = ANY(${bind(query.ids)})`);
  if (query.brand) {
    where.push(`products.brand_id IN (SELECT id FROM brands WHERE slug = ANY(${bind(query.brand)}))`);
  }
  if (query.type) where.push(`types.id IN ${categoriesOfSlugs(bind(query.type))}`);
  return { where: all(where), join, params };
};

/** Ties are broken by id, so that pages never overlap. Relevance without words has nothing to rank: the shop's own order. */
export const orderBy = (query: ItemQuery, isFound: boolean): string => {
  const sort = query.sort ?? 'relevance';
  switch (sort) {
    case 'relevance':
      return isFound ? 'found.rank, items.position, items.id' : 'items.id';
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
