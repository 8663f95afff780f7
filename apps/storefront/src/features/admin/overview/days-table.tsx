import type { SalesDay } from '@quayside/contracts';
import { formatMoney } from '../../../ui/money.ts';
import { dayWords } from './day-words.ts';

/** The figures of the chart in words, the latest first; days on which nothing happened are left out. */
export const DaysTable = ({ days, currency }: { days: readonly SalesDay[]; currency: string }) => {
  const eventful = days.filter(({ orders, paid, cancelled, refunded, returned }) =>
    [orders, paid, cancelled, refunded, returned].some((count) => count > 0),
  );
  if (eventful.length === 0) return null;
  return (
    <details className="mb-10 border-b border-rule">
      <summary className="inline-flex min-h-11 items-center font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-ink">
        The figures of each day
      </summary>
      <div role="region" aria-label="The figures of each day" tabIndex={0} className="overflow-x-auto pb-4">
        <table className="figures w-full min-w-[34rem] text-left">
          <thead>
            <tr className="border-b border-ink">
              <th className="py-2 font-semibold">Day</th>
              {['Orders', 'Paid', 'Cancelled', 'Revenue', 'Refunded', 'Units returned'].map((label) => (
                <th key={label} className="py-2 pl-4 text-right font-semibold">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-rule">
            {eventful.toReversed().map(({ day, orders, paid, cancelled, revenue, refunded, returned }) => (
              <tr key={day}>
                <th scope="row" className="py-1.5 font-normal whitespace-nowrap">
                  {dayWords(day)}
                </th>
                {[
                  ...[orders, paid, cancelled],
                  formatMoney({ amount: revenue, currency }),
                  formatMoney({ amount: refunded, currency }),
                  returned,
                ].map((value, at) => (
                  <td key={at} className="py-1.5 pl-4 text-right">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};
