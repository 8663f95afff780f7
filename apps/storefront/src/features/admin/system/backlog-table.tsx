import type { Backlog, SystemPart } from '@quayside/contracts';
import { AppLink } from '../../../ui/app-link.tsx';
import { LocalTime } from '../../../ui/local-time.tsx';
import { FactTable, type FactColumn } from './fact-table.tsx';

const link = 'underline decoration-rule-strong underline-offset-4 hover:decoration-ink';

const titleOf = ({ kind, name }: Backlog) => {
  switch (kind) {
    case 'outbox':
      return `Events of ${name} that are to be published`;
    case 'consumer':
      return `Events that ${name} is to read`;
    case 'due-work':
      return `Work that is to be done: ${name}`;
    case 'dead-letters':
      return (
        <AppLink href="/admin/dead-letters?state=open" className={link}>
          Dead letters that are open
        </AppLink>
      );
    default:
      return kind satisfies never;
  }
};

const membersOf = ({ members }: Backlog): string | undefined => {
  if (members === undefined) return undefined;
  return members === 0 ? 'nobody reads' : members === 1 ? '1 process reads' : `${members} processes read`;
};

const columns: readonly FactColumn<Backlog>[] = [
  { label: 'What', cell: titleOf },
  { label: 'Waiting', isNumber: true, cell: ({ waiting }) => waiting.toLocaleString('en-US') },
  {
    label: 'Overdue',
    isNumber: true,
    cell: ({ overdue }) => overdue?.toLocaleString('en-US'),
  },
  {
    label: 'The oldest since',
    cell: ({ oldestAt }) => (oldestAt ? <LocalTime at={oldestAt} withYear /> : undefined),
  },
  { label: 'Who', cell: membersOf },
];

/** What waits anywhere; and what nobody could say. */
export const BacklogTable = ({ parts }: { parts: readonly SystemPart[] }) => {
  const rows = parts.flatMap(({ status }) => status?.backlogs ?? []);
  const untold = parts.flatMap(({ name, status }) =>
    (status?.untold ?? []).map((what) => `${what} of ${name}`),
  );
  return (
    <>
      <FactTable
        caption="What waits"
        columns={columns}
        rows={rows}
        keyOf={({ kind, name }) => `${kind}-${name.replaceAll(' ', '-')}`}
      />
      {untold.length > 0 && (
        <p className="mt-2 text-sm text-ink-soft">Could not be told in time: {untold.join(', ')}</p>
      )}
    </>
  );
};
