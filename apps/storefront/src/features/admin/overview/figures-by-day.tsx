import { dayWords } from './day-words.ts';

/** The figures of a chart in words, to be opened: a row for each day, the latest first. Nothing where there are no days. */
export const FiguresByDay = ({
  title,
  labels,
  days,
  className,
  width,
}: {
  title: string;
  labels: readonly string[];
  /** The earliest first. */
  days: readonly { readonly day: string; readonly figures: readonly (string | number)[] }[];
  className: string;
  /** Of the table at least; narrower screens scroll it. */
  width: string;
}) => {
  if (days.length === 0) return null;
  return (
    <details className={`border-b border-rule ${className}`}>
      <summary className="inline-flex min-h-11 items-center font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-ink">
        {title}
      </summary>
      <div role="region" aria-label={title} tabIndex={0} className="overflow-x-auto pb-4">
        <table className={`figures w-full text-left ${width}`}>
          <thead>
            <tr className="border-b border-ink">
              <th className="py-2 font-semibold">Day</th>
              {labels.map((label) => (
                <th key={label} className="py-2 pl-4 text-right font-semibold">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-rule">
            {days.toReversed().map(({ day, figures }) => (
              <tr key={day}>
                <th scope="row" className="py-1.5 font-normal whitespace-nowrap">
                  {dayWords(day)}
                </th>
                {figures.map((value, at) => (
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
