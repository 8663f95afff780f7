import type { StaffOrderRow } from '@quayside/contracts';
import { AppLink } from '../../../ui/app-link.tsx';
import { LocalDay } from '../../../ui/local-day.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { SignalFlag } from '../../../ui/signal-flag.tsx';
import { statusFlag } from '../../../ui/status-flag.ts';
import { statusWords } from '../orders/order-words.ts';

/** Somebody's latest orders. */
export const CustomerOrders = ({ orders }: { orders: readonly StaffOrderRow[] }) =>
  orders.length === 0 ? (
    <p className="border-y border-ink bg-sheet py-8 text-center font-serif text-xl">Never ordered anything</p>
  ) : (
    <ul className="divide-y divide-rule border-y border-ink">
      {orders.map(({ id, number, placedAt, status, total }) => (
        <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-3">
          <AppLink
            href={`/admin/orders/${id}`}
            className="figures font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
          >
            {number}
          </AppLink>
          <span className="figures text-right font-semibold">{formatMoney(total)}</span>
          <span className="inline-flex items-center gap-2 text-sm">
            <SignalFlag of={statusFlag[status]} className="h-4 w-4" />
            {statusWords[status]}
          </span>
          <span className="text-right text-sm text-ink-soft">
            <LocalDay at={placedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
