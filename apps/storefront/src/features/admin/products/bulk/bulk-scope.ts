import type { BulkFound } from '@quayside/contracts';
import type { TableQuery } from '../../table/table-query.ts';

/** Which products: those that were selected, or whatever a filter finds. */
export type BulkScope =
  { readonly ids: readonly number[] } | { readonly found: BulkFound; readonly total: number };

/** The table of what a filter finds and cannot be published. */
export const hrefOfUnsold = (found: BulkFound): string => {
  const asked = Object.entries({ ...found, missing: 'offer' }).map(([name, value]) => [name, String(value)]);
  return `/admin/products?${new URLSearchParams(asked).toString()}`;
};

/** The filter of a table, as the service takes it. */
export const foundOf = ({ q, filters }: Pick<TableQuery, 'q' | 'filters'>): BulkFound => {
  const { brand, category, ...others } = filters;
  return {
    ...(others as Pick<BulkFound, 'status' | 'stock' | 'missing'>),
    ...(q !== '' && { q }),
    ...(brand !== undefined && { brand: Number(brand) }),
    ...(category !== undefined && { category: Number(category) }),
  };
};
