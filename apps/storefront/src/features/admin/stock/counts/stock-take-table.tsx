'use client';

import type { StockTake } from '@quayside/contracts';
import { LocalTime } from '../../../../ui/local-time.tsx';
import type { Column } from '../../table/column.ts';
import { ResourceTable } from '../../table/resource-table.tsx';
import type { TableQuery } from '../../table/table-query.ts';
import { differenceWords, stockTakeStates } from './count-words.ts';

const columns: readonly [Column<StockTake>, ...Column<StockTake>[]] = [
  { id: 'name', label: 'Sheet', cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
  { id: 'state', label: 'State', cell: ({ state }) => stockTakeStates[state] },
  {
    id: 'counted',
    label: 'Counted',
    isNumber: true,
    cell: ({ counted, lines }) => `${counted} of ${lines}`,
  },
  { id: 'differing', label: 'Differences', cell: differenceWords },
  { id: 'who', label: 'Begun by', cell: ({ createdBy }) => createdBy.name ?? 'somebody who left' },
  { id: 'when', label: 'Begun', cell: ({ createdAt }) => <LocalTime at={createdAt} /> },
];

interface StockTakeTableProps {
  page: { items: StockTake[]; page: number; pageSize: number; totalItems: number };
  query: TableQuery;
}

export const StockTakeTable = ({ page, query }: StockTakeTableProps) => (
  <ResourceTable
    base="/admin/stock/counts"
    noun="count sheets"
    howTheyCome="Make one to count a shelf while sales go on."
    query={query}
    page={page}
    columns={columns}
    views={[
      { label: 'All', filters: {} },
      { label: 'Being counted', filters: { state: 'open' } },
      { label: 'Booked', filters: { state: 'booked' } },
    ]}
    idOf={({ id }) => id}
    nameOf={({ name }) => name}
    hrefOf={({ id }) => `/admin/stock/counts/${id}`}
  />
);
