'use client';

import type { ProductImportRow } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { importStates, sizeOf, stateOf } from './import-words.ts';

const columns: readonly [Column<ProductImportRow>, ...Column<ProductImportRow>[]] = [
  { id: 'name', label: 'File', cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
  { id: 'state', label: 'State', cell: stateOf },
  { id: 'size', label: 'Size', isNumber: true, cell: ({ bytes }) => sizeOf(bytes) },
  {
    id: 'products',
    label: 'Products',
    isNumber: true,
    cell: ({ found }) => found?.products.toLocaleString('en-US') ?? '–',
  },
  {
    id: 'faulty',
    label: 'With faults',
    isNumber: true,
    cell: ({ found, job }) => (found ? (found.faulty + (job?.failed ?? 0)).toLocaleString('en-US') : '–'),
  },
  { id: 'who', label: 'Who', cell: ({ actor }) => actor.name ?? 'somebody who left' },
  { id: 'when', label: 'Uploaded', cell: ({ createdAt }) => <LocalTime at={createdAt} /> },
];

interface ImportTableProps {
  page: { items: ProductImportRow[]; page: number; pageSize: number; totalItems: number };
  query: TableQuery;
}

export const ImportTable = ({ page, query }: ImportTableProps) => (
  <ResourceTable
    base="/admin/imports"
    noun="imports"
    howTheyCome="Begin one with a CSV file, a workbook or an export of Shopify or WooCommerce."
    query={query}
    page={page}
    columns={columns}
    filters={[{ name: 'state', label: 'State', choices: importStates }]}
    idOf={({ id }) => id}
    nameOf={({ name }) => name}
    hrefOf={({ id }) => `/admin/imports/${id}`}
  />
);
