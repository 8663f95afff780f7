import type { SalesDay } from '@quayside/contracts';
import { formatMoney } from '../../../ui/money.ts';
import { FiguresByDay } from './figures-by-day.tsx';

/** What was sold on each day; those on which nothing happened are left out. */
export const DaysTable = ({ days, currency }: { days: readonly SalesDay[]; currency: string }) => (
  <FiguresByDay
    title="The figures of each day"
    labels={['Orders', 'Paid', 'Cancelled', 'Revenue', 'Refunded', 'Units returned']}
    days={days
      .filter(({ orders, paid, cancelled, refunded, returned }) =>
        [orders, paid, cancelled, refunded, returned].some((count) => count > 0),
      )
      .map(({ day, orders, paid, cancelled, revenue, refunded, returned }) => ({
        day,
        figures: [
          ...[orders, paid, cancelled],
          formatMoney({ amount: revenue, currency }),
          formatMoney({ amount: refunded, currency }),
          returned,
        ],
      }))}
    className="mb-10"
    width="min-w-[34rem]"
  />
);
