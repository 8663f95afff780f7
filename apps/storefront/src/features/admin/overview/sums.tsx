import type { SalesReport, SalesSums } from '@quayside/contracts';
import { formatMoney } from '../../../ui/money.ts';
import { changeOf } from './change-of.ts';

interface Figure {
  readonly name: string;
  readonly label: string;
  readonly of: (sums: SalesSums) => number;
  readonly isMoney?: true;
  readonly isPercent?: true;
  readonly about: string;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const figures: readonly Figure[] = [
  { name: 'revenue', label: 'Revenue', of: ({ revenue }) => revenue, isMoney: true, about: 'what was paid' },
  { name: 'orders', label: 'Orders', of: ({ orders }) => orders, about: 'placed' },
  {
    name: 'average',
    label: 'Average order',
    of: ({ revenue, paid }) => Math.round(share(revenue, paid)),
    isMoney: true,
    about: 'of those paid',
  },
  {
    name: 'paid',
    label: 'Paid',
    of: ({ paid, orders }) => share(paid, orders),
    isPercent: true,
    about: 'of orders placed',
  },
  { name: 'refunded', label: 'Refunded', of: ({ refunded }) => refunded, isMoney: true, about: 'went back' },
  { name: 'returned', label: 'Returned', of: ({ returned }) => returned, about: 'units came back' },
];

const written = (value: number, { isMoney, isPercent }: Figure, currency: string): string => {
  if (isMoney) return formatMoney({ amount: value, currency });
  return isPercent ? `${Math.round(value * 100)} %` : value.toLocaleString('en-US');
};

/** What a period comes to, each with how it was before. */
export const Sums = ({ sums, before, currency }: Pick<SalesReport, 'sums' | 'before' | 'currency'>) => (
  <dl className="mb-10 grid grid-cols-2 border-t border-l border-rule-strong md:grid-cols-3 xl:grid-cols-6">
    {figures.map((figure) => {
      const [now, then] = [figure.of(sums), figure.of(before.sums)];
      const change = changeOf(now, then);
      return (
        <div key={figure.name} className="min-w-0 border-r border-b border-rule-strong bg-sheet p-4">
          <dt className="marginalia text-ink-soft">{figure.label}</dt>
          <dd
            data-testid={`figure-${figure.name}`}
            className="figures mt-1 font-serif text-2xl wrap-anywhere sm:text-[1.65rem]"
          >
            {written(now, figure, currency)}
          </dd>
          <dd className="mt-1 text-sm text-ink-soft">{figure.about}</dd>
          <dd className="figures mt-2 text-sm font-semibold">
            {change === undefined ? (
              <span className="font-normal text-ink-faint">nothing before</span>
            ) : (
              <>
                {change}{' '}
                <span className="font-normal text-ink-faint">from {written(then, figure, currency)}</span>
              </>
            )}
          </dd>
        </div>
      );
    })}
  </dl>
);
