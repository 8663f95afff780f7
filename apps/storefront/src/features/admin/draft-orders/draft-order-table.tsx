'use client';

import type { DraftOrderRow } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { formatMoney } from '../../../ui/money.ts';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { DraftStateMark, draftStates } from './draft-state-mark.tsx';

const nameOf = ({ name }: DraftOrderRow): string => name ?? 'Ordered by its buyer';

const columns: readonly [Column<DraftOrderRow>, ...Column<DraftOrderRow>[]] = [
  { id: 'name', label: 'For', cell: (row) => <span className="wrap-anywhere">{nameOf(row)}</span> },
  {
    id: 'email',
    label: 'E-mail address',
    cell: ({ email }) =>
      email === undefined ? (
        <span className="text-ink-faint">–</span>
      ) : (
        <span className="wrap-anywhere">{email}</span>
      ),
  },
  { id: 'state', label: 'State', cell: ({ state }) => <DraftStateMark state={state} /> },
  { id: 'units', label: 'Units', isNumber: true, cell: ({ units }) => units },
  { id: 'total', label: 'Total', isNumber: true, cell: ({ total }) => formatMoney(total) },
  {
    id: 'changed',
    label: 'Changed',
    sort: 'changed',
    cell: ({ changedAt }) => <LocalTime at={changedAt} withYear />,
  },
];

interface DraftOrderTableProps {
  page: { items: DraftOrderRow[]; page: number; pageSize: number; totalItems: number };
  query: TableQuery;
}

export const DraftOrderTable = ({ page, query }: DraftOrderTableProps) => (
  <ResourceTable
    base="/admin/draft-orders"
    noun="draft orders"
    howTheyCome="Write one down for somebody who orders by phone or mail."
    query={query}
    defaultSort="-changed"
    page={page}
    columns={columns}
    filters={[{ name: 'state', label: 'State', choices: draftStates }]}
    idOf={({ id }) => id}
    nameOf={nameOf}
    hrefOf={({ id }) => `/admin/draft-orders/${id}`}
  />
);
