'use client';

import type { DeadLetterPage, DeadLetterRow } from '@quayside/contracts';
import { useState } from 'react';
import { LocalTime } from '../../../ui/local-time.tsx';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { LetterStateMark } from './letter-state-mark.tsx';
import { typeWords } from './letter-words.ts';
import { SettleLetters } from './settle-letters.tsx';

const columns: readonly [Column<DeadLetterRow>, ...Column<DeadLetterRow>[]] = [
  { id: 'type', label: 'Event', cell: typeWords },
  { id: 'group', label: 'Not handled by', cell: ({ group }) => group },
  {
    id: 'error',
    label: 'Because',
    cell: ({ error, reason }) => (
      <span className="line-clamp-2 max-w-md wrap-anywhere max-md:inline">{error || reason}</span>
    ),
  },
  { id: 'state', label: 'State', cell: ({ state }) => <LetterStateMark state={state} /> },
  {
    id: 'failed',
    label: 'When',
    sort: 'failed',
    cell: ({ failedAt }) => <LocalTime at={failedAt} withYear />,
  },
];

interface LetterTableProps {
  page: DeadLetterPage;
  query: TableQuery;
  groups: readonly string[];
}

export const LetterTable = ({ page, query, groups }: LetterTableProps) => {
  const [said, setSaid] = useState<string>();
  return (
    <>
      <p role="status" className="mb-3 font-medium text-glass empty:hidden">
        {said}
      </p>
      <ResourceTable
        base="/admin/dead-letters"
        noun="dead letters"
        howTheyCome="A message that a service cannot handle is kept here."
        query={query}
        defaultSort="-failed"
        page={page}
        columns={columns}
        filters={[
          {
            name: 'state',
            label: 'State',
            choices: { open: 'Open', redriven: 'Sent again', discarded: 'Left be' },
          },
          {
            name: 'group',
            label: 'Not handled by',
            choices: Object.fromEntries(groups.map((group) => [group, group])),
          },
        ]}
        idOf={({ id }) => id}
        nameOf={typeWords}
        hrefOf={({ id }) => `/admin/dead-letters/${id}`}
        bulk={(selected, clear) => (
          <SettleLetters
            ids={selected.map(({ id }) => id)}
            look="bare"
            onSaid={(words) => {
              setSaid(words);
              clear();
            }}
          />
        )}
      />
    </>
  );
};
