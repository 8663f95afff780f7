'use client';

import type { AdminProductRow } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { formatMoney } from '../../../ui/money.ts';
import type { Column, KeptViews, TableFilter } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { foundOf, type BulkScope } from './bulk/bulk-scope.ts';
import { ProductStatusFlag } from './status-flag.tsx';

const priceOf = ({ priceFrom, priceTo, currency }: AdminProductRow): string => {
  if (priceFrom === null || priceTo === null) return 'none';
  const from = formatMoney({ amount: priceFrom, currency });
  return priceFrom === priceTo ? from : `${from} – ${formatMoney({ amount: priceTo, currency })}`;
};

const Title = ({ name, pictureUrl }: AdminProductRow) => (
  <span className="flex items-center gap-3">
    {pictureUrl === '' ? (
      <span className="h-10 w-10 shrink-0 border border-dashed border-rule-strong" />
    ) : (
      <img
        src={`${pictureUrl}?w=400`}
        alt=""
        width={40}
        height={40}
        loading="lazy"
        className="h-10 w-10 shrink-0 bg-shoal object-cover"
      />
    )}
    {name}
  </span>
);

const columns: readonly [Column<AdminProductRow>, ...Column<AdminProductRow>[]] = [
  { id: 'name', label: 'Name', sort: 'name', cell: Title },
  { id: 'status', label: 'Status', cell: ({ status }) => <ProductStatusFlag status={status} /> },
  { id: 'brand', label: 'Brand', cell: ({ brand }) => brand.name },
  { id: 'category', label: 'Category', cell: ({ category }) => category.name },
  { id: 'variants', label: 'Variants', isNumber: true, cell: ({ variants }) => variants },
  { id: 'price', label: 'Price', isNumber: true, cell: priceOf },
  { id: 'stock', label: 'In stock', isNumber: true, cell: ({ available }) => available },
  {
    id: 'changed',
    label: 'Changed',
    sort: 'changed',
    cell: ({ changedAt }) => (
      <span className="whitespace-nowrap">
        <LocalTime at={changedAt} />
      </span>
    ),
  },
];

interface ProductTableProps {
  page: { items: AdminProductRow[]; page: number; pageSize: number; totalItems: number };
  query: TableQuery;
  filters: readonly TableFilter[];
  kept: KeptViews;
}

export const ProductTable = ({ page, query, filters, kept }: ProductTableProps) => {
  const categories = filters.find(({ name }) => name === 'category')?.choices ?? {};
  const currency = page.items[0]?.currency ?? 'USD';
  const bar = (scope: BulkScope, clear: () => void) => (
    <BulkBar scope={scope} currency={currency} categories={categories} clear={clear} />
  );
  return (
    <ResourceTable
      base="/admin/products"
      noun="products"
      query={query}
      defaultSort="name"
      page={page}
      columns={columns}
      filters={filters}
      kept={kept}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      hrefOf={({ id }) => `/admin/products/${id}`}
      bulk={(selected, clear) => bar({ ids: selected.map(({ id }) => id) }, clear)}
      bulkFound={(clear) => bar({ found: foundOf(query), total: page.totalItems }, clear)}
    />
  );
};
