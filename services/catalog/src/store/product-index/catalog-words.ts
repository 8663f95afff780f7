import type { Pool } from 'pg';
import type { Named } from '../../domain/item.ts';

interface FacetAttribute {
  readonly code: string;
  readonly name: string;
  readonly unit?: string;
}

/** Brands, the tree of categories and the definitions of attributes: few, and read as a whole. */
export interface CatalogWords {
  brand(id: number): Named;
  /** From the root down. */
  categories(id: number): readonly Named[];
  parentOf(categorySlug: string): string | undefined;
  /** Attributes that lists can be filtered by, in their order. */
  facets(): readonly FacetAttribute[];
  /** Differs when anything of it differs. */
  readonly print: string;
}

interface CategoryRow extends Named {
  path: number[];
}

const load = async <R extends object>(pool: Pool, sql: string): Promise<R[]> =>
  (await pool.query<R>(sql)).rows;

export const loadCatalogWords = async (pool: Pool): Promise<CatalogWords> => {
  const [brandRows, categoryRows, facetRows] = await Promise.all([
    load<Named>(pool, 'SELECT id, slug, name FROM brands'),
    load<CategoryRow>(pool, 'SELECT id, slug, name, path FROM categories'),
    load<{ code: string; name: string; unit: string | null }>(
      pool,
      'SELECT code, name, unit FROM attributes WHERE facet ORDER BY position, code',
    ),
  ]);
  const brands = new Map(brandRows.map((row) => [row.id, row]));
  const byId = new Map(categoryRows.map(({ path: _, ...category }) => [category.id, category]));
  const paths = new Map(
    categoryRows.map(({ id, path }) => [id, path.map((above) => byId.get(above) as Named)]),
  );
  const parents = new Map([...paths.values()].map((path) => [path.at(-1)?.slug, path.at(-2)?.slug]));
  const facets = facetRows.map(({ unit, ...facet }) => ({ ...facet, ...(unit !== null && { unit }) }));
  return {
    brand: (id) => brands.get(id) as Named,
    categories: (id) => paths.get(id) ?? [],
    parentOf: (slug) => parents.get(slug),
    facets: () => facets,
    print: JSON.stringify([brandRows, categoryRows, facetRows]),
  };
};
