'use client';

import type { StockLevel } from '@quayside/contracts';
import { classNames } from '../../../ui/class-names.ts';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { AdjustForm } from './adjust-form.tsx';

const Available = ({ available, lowThreshold }: StockLevel) => (
  <span
    className={classNames(
      'font-semibold',
      available <= lowThreshold && 'border-l-4 border-flag-yellow pl-2',
      available === 0 && 'border-flag-red text-flag-red',
    )}
  >
    {available}
  </span>
);

const columns: readonly [Column<StockLevel>, ...Column<StockLevel>[]] = [
  { id: 'sku', label: 'SKU', sort: 'sku', cell: ({ sku }) => sku },
  { id: 'name', label: 'Variant', cell: ({ name }) => name },
  { id: 'hand', label: 'On hand', isNumber: true, cell: ({ onHand }) => onHand },
  { id: 'reserved', label: 'Reserved', isNumber: true, cell: ({ reserved }) => reserved },
  { id: 'available', label: 'Available', sort: 'available', isNumber: true, cell: Available },
  { id: 'low', label: 'Low at', isNumber: true, cell: ({ lowThreshold }) => lowThreshold },
  { id: 'adjust', label: 'Adjust', cell: (level) => <AdjustForm key={level.version} level={level} /> },
];

interface StockTableProps {
  page: { items: StockLevel[]; page: number; pageSize: number; totalItems: number };
  query: TableQuery;
}

export const StockTable = ({ page, query }: StockTableProps) => (
  <ResourceTable
    base="/admin/stock"
    noun="stock levels"
    query={query}
    defaultSort="sku"
    page={page}
    columns={columns}
    filters={[{ name: 'level', label: 'Level', choices: { low: 'Running low', out: 'Sold out' } }]}
    idOf={({ itemId }) => itemId}
    nameOf={({ sku }) => sku}
    hrefOf={({ itemId }) => `/admin/stock/${itemId}`}
  />
);
