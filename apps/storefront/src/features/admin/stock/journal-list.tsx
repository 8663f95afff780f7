import type { StockMovement } from '@quayside/contracts';
import { AppLink } from '../../../ui/app-link.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { LocalTime } from '../../../ui/local-time.tsx';

const words: Readonly<Record<StockMovement['kind'], string>> = {
  initial: 'There at the beginning',
  adjusted: 'Adjusted',
  sold: 'Sold',
  returned: 'Back from a sale',
};

/** Everything that changed what is on hand, the newest first. */
export const JournalList = ({ movements }: { movements: readonly StockMovement[] }) => (
  <ol className="divide-y divide-rule border-y border-ink">
    {movements.map(({ id, kind, delta, reason, orderId, madeBy, madeAt }) => (
      <li
        key={id}
        className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-4 py-2.5 sm:grid-cols-[5rem_minmax(0,1fr)_12rem]"
      >
        <strong className={classNames('figures text-right text-lg', delta < 0 && 'text-flag-red')}>
          {delta > 0 ? `+${delta}` : delta}
        </strong>
        <span className="wrap-anywhere">
          {reason ?? words[kind]}
          {orderId && (
            <>
              {' · '}
              <AppLink
                href={`/admin/orders/${orderId}`}
                className="underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
              >
                the order
              </AppLink>
            </>
          )}
          {madeBy && (
            <span className="block text-sm text-ink-soft">{madeBy.name ?? 'somebody who left'}</span>
          )}
        </span>
        <span className="text-sm text-ink-soft max-sm:col-start-2">
          <LocalTime at={madeAt} />
        </span>
      </li>
    ))}
  </ol>
);
