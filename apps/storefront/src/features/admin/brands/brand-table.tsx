'use client';

import type { AdminBrand } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';

const columns: readonly [Column<AdminBrand>, ...Column<AdminBrand>[]] = [
  { id: 'name', label: 'Name', sort: 'name', cell: ({ name }) => name },
  { id: 'slug', label: 'Slug', sort: 'slug', cell: ({ slug }) => <code className="text-sm">{slug}</code> },
  { id: 'products', label: 'Products', sort: 'products', isNumber: true, cell: ({ products }) => products },
  { id: 'changed', label: 'Changed', sort: 'changed', cell: ({ changedAt }) => <LocalTime at={changedAt} /> },
];

interface BrandTableProps {
  page: { items: AdminBrand[]; page: number; pageSize: number; totalItems: number };
  query: TableQuery;
}

export const BrandTable = ({ page, query }: BrandTableProps) => (
  <ResourceTable
    base="/admin/brands"
    noun="brands"
    query={query}
    defaultSort="name"
    page={page}
    columns={columns}
    filters={[
      { name: 'used', label: 'Products', choices: { true: 'With products', false: 'Without products' } },
    ]}
    idOf={({ id }) => id}
    nameOf={({ name }) => name}
    hrefOf={({ id }) => `/admin/brands/${id}`}
  />
);
