import type { SystemPart } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { StateMark } from '../state-mark.tsx';
import { FactTable, type FactColumn } from './fact-table.tsx';

const awayIn = ({ status }: SystemPart): string =>
  (status?.checks ?? [])
    .filter(({ isOk }) => !isOk)
    .map(({ name }) => name)
    .join(', ');

const State = ({ part }: { part: SystemPart }) => {
  const away = awayIn(part);
  if (!part.hasAnswered) return <StateMark tone="waits" words="Does not answer" />;
  return (
    <>
      <StateMark tone={part.isReady ? 'runs' : 'waits'} words={part.isReady ? 'Ready' : 'Not ready'} />
      {away && <span className="block text-sm">out of reach: {away}</span>}
    </>
  );
};

const circuits = {
  closed: 'is asked',
  'half-open': 'is being tried',
  open: 'is not asked for now',
} as const;

const versionOf = ({ status }: SystemPart): string =>
  status === undefined
    ? 'not known'
    : status.revision === 'unknown'
      ? status.version
      : `${status.version}, ${status.revision.slice(0, 9)}`;

const columns: readonly FactColumn<SystemPart>[] = [
  { label: 'Part', cell: ({ name }) => name },
  { label: 'State', cell: (part) => <State part={part} /> },
  { label: 'For requests', cell: ({ circuit }) => (circuit ? circuits[circuit] : 'the way in') },
  { label: 'Version', cell: versionOf },
  {
    label: 'Runs since',
    cell: ({ status }) => (status ? <LocalTime at={status.startedAt} withYear /> : 'not known'),
  },
  {
    label: 'Answered in',
    isNumber: true,
    cell: ({ hasAnswered, tookMs }) => (hasAnswered ? `${tookMs} ms` : undefined),
  },
];

export const PartTable = ({ parts }: { parts: readonly SystemPart[] }) => (
  <FactTable caption="The parts of the shop" columns={columns} rows={parts} keyOf={({ name }) => name} />
);
