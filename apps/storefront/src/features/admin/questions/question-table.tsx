'use client';

import type { AdminQuestionPage } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { StateMark } from '../state-mark.tsx';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { ModerationMark } from '../moderation-mark.tsx';
import { questionStates } from './question-states.ts';

type Row = AdminQuestionPage['items'][number];

const maxShown = 80;
const shortened = (body: string): string =>
  body.length <= maxShown ? body : `${body.slice(0, maxShown).trimEnd()}…`;

const columns: readonly [Column<Row>, ...Column<Row>[]] = [
  { id: 'question', label: 'Question', cell: ({ body }) => shortened(body) },
  { id: 'product', label: 'Product', cell: ({ product }) => product.name },
  {
    id: 'state',
    label: 'State',
    cell: ({ state, answersToRead }) => (
      <>
        <ModerationMark state={state} />
        {answersToRead > 0 && (
          <StateMark
            tone="waits"
            words={answersToRead === 1 ? '1 answer to read' : `${answersToRead} answers to read`}
          />
        )}
      </>
    ),
  },
  {
    id: 'asked',
    label: 'Asked',
    sort: 'asked',
    cell: ({ askedAt }) => <LocalTime at={askedAt} withYear />,
  },
];

export const QuestionTable = ({ page, query }: { page: AdminQuestionPage; query: TableQuery }) => (
  <ResourceTable
    base="/admin/questions"
    noun="questions"
    howTheyCome="They come from the pages of the products."
    query={query}
    defaultSort="-asked"
    page={page}
    columns={columns}
    filters={[{ name: 'state', label: 'State', choices: questionStates }]}
    idOf={({ id }) => id}
    nameOf={({ body }) => shortened(body)}
    hrefOf={({ id }) => `/admin/questions/${id}`}
  />
);
