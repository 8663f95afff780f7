'use client';

import type { AdminReview } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { Stars } from '../../../ui/stars.tsx';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { ModerationMark } from '../moderation-mark.tsx';

const columns: readonly [Column<AdminReview>, ...Column<AdminReview>[]] = [
  { id: 'title', label: 'Title', cell: ({ title }) => title },
  {
    id: 'stars',
    label: 'Stars',
    sort: 'stars',
    cell: ({ stars }) => (
      <>
        <Stars value={stars} />
        <span className="sr-only">{stars}</span>
      </>
    ),
  },
  { id: 'product', label: 'Product', cell: ({ product }) => product.name },
  { id: 'state', label: 'State', cell: ({ state }) => <ModerationMark state={state} /> },
  {
    id: 'written',
    label: 'Written',
    sort: 'written',
    cell: ({ writtenAt }) => <LocalTime at={writtenAt} withYear />,
  },
];

interface ReviewTableProps {
  page: { items: AdminReview[]; page: number; pageSize: number; totalItems: number };
  query: TableQuery;
}

export const ReviewTable = ({ page, query }: ReviewTableProps) => (
  <ResourceTable
    base="/admin/reviews"
    noun="reviews"
    howTheyCome="They come from shoppers who bought the product."
    query={query}
    defaultSort="-written"
    page={page}
    columns={columns}
    filters={[
      {
        name: 'state',
        label: 'State',
        choices: { pending: 'To be read', published: 'Shown', refused: 'Not shown' },
      },
      { name: 'stars', label: 'Stars', choices: { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5' } },
    ]}
    idOf={({ id }) => id}
    nameOf={({ title }) => title}
    hrefOf={({ id }) => `/admin/reviews/${id}`}
  />
);
