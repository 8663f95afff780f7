import type { FunnelDay } from '@quayside/contracts';
import { FiguresByDay } from './figures-by-day.tsx';
import { shareOf } from './share-of.ts';

/** How far visitors came on each day; those on which nobody came are left out. */
export const FunnelDays = ({ days }: { days: readonly FunnelDay[] }) => (
  <FiguresByDay
    title="The steps of each day"
    labels={['Visits', 'Baskets', 'Checkouts', 'Paid', 'Conversion']}
    days={days
      .filter(({ visits, paid }) => visits + paid > 0)
      .map(({ day, visits, baskets, checkouts, paid }) => ({
        day,
        figures: [visits, baskets, checkouts, paid, shareOf(paid, visits) ?? '–'].map((value) =>
          value.toLocaleString('en-US'),
        ),
      }))}
    className="mt-2"
    width="min-w-[30rem]"
  />
);
