import type { StaffOrder } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { formatMoney } from '../../../ui/money.ts';

type Entry = StaffOrder['ledger'][number];

const words = (entry: Entry): string => {
  const method = entry.method === undefined ? '' : `, ${entry.method === 'bank' ? 'by bank' : 'by card'}`;
  return outcomeOf(entry) + method;
};

const outcomeOf = ({ kind, state }: Entry): string => {
  if (kind === 'refund') return state === 'succeeded' ? 'Refunded' : 'Refund under way';
  const outcomes = {
    begun: 'Charge under way',
    succeeded: 'Charged',
    declined: 'Declined',
    'ruled-out': 'Not charged',
  };
  return outcomes[state];
};

/** What money did, entry by entry. */
export const LedgerList = ({ entries }: { entries: readonly Entry[] }) =>
  entries.length === 0 ? (
    <p className="text-ink-soft">Nothing was charged yet.</p>
  ) : (
    <ol className="divide-y divide-rule border-t border-rule">
      {entries.map((entry, index) => (
        <li key={index} className="flex justify-between gap-4 py-2 text-[0.95rem]">
          <div className="min-w-0">
            <p>{words(entry)}</p>
            <p className="text-sm wrap-anywhere text-ink-soft">
              <LocalTime at={entry.at} />
              {entry.reason && `, ${entry.reason}`}
            </p>
          </div>
          <p className="figures font-semibold">
            {entry.kind === 'refund' && '−'}
            {formatMoney(entry.amount)}
          </p>
        </li>
      ))}
    </ol>
  );
