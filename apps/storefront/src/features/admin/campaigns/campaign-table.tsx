'use client';

import type { AdminCampaign } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { CampaignStateMark } from './campaign-state-mark.tsx';

interface CampaignTableProps {
  page: { items: AdminCampaign[]; page: number; pageSize: number; totalItems: number };
  query: TableQuery;
  /** Names of the departments, by their slugs. */
  departments: Readonly<Record<string, string>>;
}

const columnsFor = (
  departments: Readonly<Record<string, string>>,
): readonly [Column<AdminCampaign>, ...Column<AdminCampaign>[]] => [
  { id: 'name', label: 'Name', sort: 'name', cell: ({ name }) => name },
  { id: 'state', label: 'State', cell: ({ state }) => <CampaignStateMark state={state} /> },
  {
    id: 'discount',
    label: 'Discount',
    sort: 'discount',
    isNumber: true,
    cell: ({ discountPercent }) => (discountPercent === 0 ? 'none' : `${discountPercent} %`),
  },
  {
    id: 'for',
    label: 'For',
    cell: ({ typeSlug }) => (typeSlug === null ? 'The whole shop' : (departments[typeSlug] ?? typeSlug)),
  },
  {
    id: 'code',
    label: 'Code',
    cell: ({ code }) => (code === null ? 'everybody' : <code className="text-sm">{code}</code>),
  },
  {
    id: 'uses',
    label: 'Used',
    isNumber: true,
    cell: ({ code, uses, maxUses }) =>
      code === null ? '–' : maxUses === null ? uses : `${uses} of ${maxUses}`,
  },
  {
    id: 'starts',
    label: 'Starts',
    sort: 'starts',
    cell: ({ startsAt }) => <LocalTime at={startsAt} withYear />,
  },
  { id: 'ends', label: 'Ends', sort: 'ends', cell: ({ endsAt }) => <LocalTime at={endsAt} withYear /> },
];

export const CampaignTable = ({ page, query, departments }: CampaignTableProps) => (
  <ResourceTable
    base="/admin/campaigns"
    noun="campaigns"
    query={query}
    defaultSort="-starts"
    page={page}
    columns={columnsFor(departments)}
    filters={[
      { name: 'state', label: 'State', choices: { running: 'Running', planned: 'Planned', over: 'Over' } },
      { name: 'kind', label: 'Who has it', choices: { everybody: 'Everybody', code: 'Who has the code' } },
    ]}
    idOf={({ id }) => id}
    nameOf={({ name }) => name}
    hrefOf={({ id }) => `/admin/campaigns/${id}`}
  />
);
