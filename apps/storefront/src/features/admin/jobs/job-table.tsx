'use client';

import type { Job } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { jobState, jobTitle } from './job-words.ts';

const columns: readonly [Column<Job>, ...Column<Job>[]] = [
  { id: 'title', label: 'Job', cell: jobTitle },
  { id: 'state', label: 'State', cell: jobState },
  {
    id: 'done',
    label: 'Done',
    isNumber: true,
    cell: ({ total, done, unchanged, failed }) => `${done + unchanged + failed} of ${total}`,
  },
  { id: 'failed', label: 'Failed', isNumber: true, cell: ({ failed }) => failed },
  { id: 'who', label: 'Who', cell: ({ actor }) => actor.name ?? 'somebody who left' },
  { id: 'when', label: 'Begun', cell: ({ createdAt }) => <LocalTime at={createdAt} /> },
];

interface JobTableProps {
  page: { items: Job[]; page: number; pageSize: number; totalItems: number };
  query: TableQuery;
}

export const JobTable = ({ page, query }: JobTableProps) => (
  <ResourceTable
    base="/admin/jobs"
    noun="jobs"
    howTheyCome="Work that takes longer than a moment is listed here: changes to many products, and parcels of many orders."
    query={query}
    page={page}
    columns={columns}
    idOf={({ id }) => id}
    nameOf={jobTitle}
    hrefOf={({ id }) => `/admin/jobs/${id}`}
  />
);
