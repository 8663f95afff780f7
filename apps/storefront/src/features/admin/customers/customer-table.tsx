'use client';

import type { CustomerPage, CustomerRow } from '@quayside/contracts';
import { LocalDay } from '../../../ui/local-day.tsx';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { DisabledMark } from './disabled-mark.tsx';
import { spendInWords } from './spend-words.ts';

const columns: readonly [Column<CustomerRow>, ...Column<CustomerRow>[]] = [
  {
    id: 'name',
    label: 'Name',
    sort: 'name',
    cell: ({ name }) => <span className="wrap-anywhere">{name}</span>,
  },
  {
    id: 'email',
    label: 'E-mail address',
    cell: ({ email, isDisabled }) => (
      <span className="flex flex-wrap items-center gap-x-2 wrap-anywhere">
        {email}
        {isDisabled && <DisabledMark />}
      </span>
    ),
  },
  {
    id: 'registered',
    label: 'Registered',
    sort: 'registered',
    cell: ({ registeredAt }) => (
      <span className="whitespace-nowrap">
        <LocalDay at={registeredAt} />
      </span>
    ),
  },
  { id: 'orders', label: 'Orders', sort: 'orders', isNumber: true, cell: ({ orders }) => orders },
  {
    id: 'spend',
    label: 'Spend',
    isNumber: true,
    cell: ({ spend }) =>
      spend.length === 0 ? <span className="text-ink-faint">–</span> : spendInWords(spend),
  },
  {
    id: 'last-order',
    label: 'Last order',
    sort: 'last-order',
    cell: ({ lastOrderAt }) =>
      lastOrderAt ? (
        <span className="whitespace-nowrap">
          <LocalDay at={lastOrderAt} />
        </span>
      ) : (
        <span className="text-ink-faint">Never</span>
      ),
  },
];

export const CustomerTable = ({ page, query }: { page: CustomerPage; query: TableQuery }) => (
  <ResourceTable
    base="/admin/customers"
    noun="customers"
    howTheyCome="Whoever makes an account in the shop appears here."
    query={query}
    defaultSort="-registered"
    page={page}
    columns={columns}
    filters={[{ name: 'state', label: 'Account', choices: { active: 'Can sign in', disabled: 'Disabled' } }]}
    idOf={({ id }) => id}
    nameOf={({ name }) => name}
    hrefOf={({ id }) => `/admin/customers/${id}`}
  />
);
