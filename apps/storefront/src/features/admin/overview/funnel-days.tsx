import type { FunnelDay } from '@quayside/contracts';
import { dayWords } from './day-words.ts';
import { shareOf } from './share-of.ts';

const title = 'The steps of each day';

/** The latest first; days on which nobody came are left out. */
export const FunnelDays = ({ days }: { days: readonly FunnelDay[] }) => {
  const eventful = days.filter(({ visits, paid }) => visits + paid > 0);
  if (eventful.length === 0) return null;
  return (
    <details className="mt-2 border-b border-rule">
      <summary className="inline-flex min-h-11 items-center font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-ink">
        {title}
      </summary>
      <div role="region" aria-label={title} tabIndex={0} className="overflow-x-auto pb-4">
        <table className="figures w-full min-w-[30rem] text-left">
          <thead>
            <tr className="border-b border-ink">
              <th className="py-2 font-semibold">Day</th>
              {['Visits', 'Baskets', 'Checkouts', 'Paid', 'Conversion'].map((label) => (
                <th key={label} className="py-2 pl-4 text-right font-semibold">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-rule">
            {eventful.toReversed().map(({ day, visits, baskets, checkouts, paid }) => (
              <tr key={day}>
                <th scope="row" className="py-1.5 font-normal whitespace-nowrap">
                  {dayWords(day)}
                </th>
                {[visits, baskets, checkouts, paid, shareOf(paid, visits) ?? '–'].map((value, at) => (
                  <td key={at} className="py-1.5 pl-4 text-right">
                    {value.toLocaleString('en-US')}
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
