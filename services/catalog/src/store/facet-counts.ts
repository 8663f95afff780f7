import type { FacetValue } from '../usecases/catalog-reads.ts';

/** How many items of one brand and type match all filters but those on brand and type. */
export interface CountRow {
  brand_slug: string;
  brand_name: string;
  brand_chosen: boolean;
  type_slug: string;
  type_name: string;
  type_chosen: boolean;
  count: number;
}

const tally = (entries: readonly FacetValue[]): FacetValue[] => {
  const values = new Map<string, FacetValue>();
  for (const { slug, name, count } of entries) {
    values.set(slug, { slug, name, count: (values.get(slug)?.count ?? 0) + count });
  }
  return [...values.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** Total and both facets out of one grouping: a facet counts under every filter except its own. */
export const countFacets = (rows: readonly CountRow[]) => ({
  totalItems: rows
    .filter((row) => row.brand_chosen && row.type_chosen)
    .reduce((total, { count }) => total + count, 0),
  facets: {
    brands: tally(
      rows
        .filter((row) => row.type_chosen)
        .map((row) => ({ slug: row.brand_slug, name: row.brand_name, count: row.count })),
    ),
    types: tally(
      rows
        .filter((row) => row.brand_chosen)
        .map((row) => ({ slug: row.type_slug, name: row.type_name, count: row.count })),
    ),
  },
});
