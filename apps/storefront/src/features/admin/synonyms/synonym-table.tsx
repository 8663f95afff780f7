'use client';

import type { SynonymGroup } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';

const columns: readonly [Column<SynonymGroup>, ...Column<SynonymGroup>[]] = [
  { id: 'phrase', label: 'Phrase', sort: 'phrase', cell: ({ phrases }) => phrases[0] },
  {
    id: 'others',
    label: 'Means the same',
    cell: ({ phrases }) => <span className="wrap-anywhere">{phrases.slice(1).join(', ')}</span>,
  },
  { id: 'changed', label: 'Changed', sort: 'changed', cell: ({ changedAt }) => <LocalTime at={changedAt} /> },
];

interface SynonymTableProps {
  page: { items: SynonymGroup[]; page: number; pageSize: number; totalItems: number };
  query: TableQuery;
}

export const SynonymTable = ({ page, query }: SynonymTableProps) => (
  <ResourceTable
    base="/admin/synonyms"
    noun="groups of synonyms"
    query={query}
    defaultSort="phrase"
    page={page}
    columns={columns}
    idOf={({ id }) => id}
    nameOf={({ phrases }) => phrases[0] ?? ''}
    hrefOf={({ id }) => `/admin/synonyms/${id}`}
  />
);
