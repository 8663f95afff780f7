'use client';

import type { ShopWord } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { usesInWords, wordUses } from './word-uses.ts';

const columns: readonly [Column<ShopWord>, ...Column<ShopWord>[]] = [
  {
    id: 'term',
    label: 'Word',
    sort: 'term',
    cell: ({ term }) => <span className="wrap-anywhere">{term}</span>,
  },
  {
    id: 'german',
    label: 'In German',
    sort: 'german',
    cell: ({ names: { de } }) =>
      de === null ? (
        <span className="text-ink-faint">not written yet</span>
      ) : (
        <span lang="de" className="wrap-anywhere">
          {de}
        </span>
      ),
  },
  { id: 'uses', label: 'Used as', cell: ({ uses }) => usesInWords(uses) },
  { id: 'changed', label: 'Changed', sort: 'changed', cell: ({ changedAt }) => <LocalTime at={changedAt} /> },
];

interface WordTableProps {
  page: { items: ShopWord[]; page: number; pageSize: number; totalItems: number };
  query: TableQuery;
}

export const WordTable = ({ page, query }: WordTableProps) => (
  <ResourceTable
    base="/admin/words"
    noun="words"
    howTheyCome="They come with products and their attributes."
    query={query}
    defaultSort="term"
    page={page}
    columns={columns}
    filters={[
      { name: 'german', label: 'German', choices: { false: 'Not written yet', true: 'Written' } },
      { name: 'use', label: 'Used as', choices: wordUses },
    ]}
    idOf={({ id }) => id}
    nameOf={({ term }) => term}
    hrefOf={({ id }) => `/admin/words/${id}`}
  />
);
