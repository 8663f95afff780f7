'use client';

import type { StockTake, StockTakeLine } from '@quayside/contracts';
import { AppLink } from '../../../../ui/app-link.tsx';
import { classNames } from '../../../../ui/class-names.ts';
import { Paging } from '../../../../ui/paging.tsx';
import { CountLine, lineColumns } from './count-line.tsx';
import { lineViews, type LineView } from './count-words.ts';

interface CountSheetProps {
  take: StockTake;
  view: LineView;
  lines: { items: StockTakeLine[]; page: number; pageSize: number; totalItems: number };
}

const hrefOf = (id: string, view: LineView, page = 1): string => {
  const query = new URLSearchParams({
    ...(view !== 'all' && { show: view }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
  return `/admin/stock/counts/${id}${query && `?${query}`}`;
};

/** What is counted, line by line; each figure is kept when it is left. */
export const CountSheet = ({ take, view, lines }: CountSheetProps) => (
  <>
    <nav aria-label="Lines" className="mb-4 flex gap-1 overflow-x-auto border-b border-rule">
      {(Object.entries(lineViews) as [LineView, string][]).map(([name, label]) => (
        <AppLink
          key={name}
          href={hrefOf(take.id, name)}
          scroll={false}
          aria-current={view === name ? 'true' : undefined}
          className={classNames(
            'flex min-h-11 items-center border-b-3 px-3 text-[0.95rem] font-medium whitespace-nowrap',
            view === name ? 'border-ink' : 'border-transparent text-ink-soft hover:text-ink',
          )}
        >
          {label}
        </AppLink>
      ))}
    </nav>
    <div
      aria-hidden
      className={classNames(
        'marginalia hidden gap-x-4 border-y border-ink bg-land py-2 text-right text-ink-soft md:grid',
        lineColumns,
      )}
    >
      <span className="text-left">Variant</span>
      <span>Counted</span>
      <span>Books said</span>
      <span>Differs by</span>
      <span>Books now</span>
    </div>
    <ol aria-label="Lines of the sheet" className="divide-y divide-rule border-b border-ink max-md:border-t">
      {lines.items.map((line) => (
        <CountLine key={line.itemId} takeId={take.id} line={line} isOpen={take.state === 'open'} />
      ))}
    </ol>
    {lines.items.length === 0 && <p className="py-8 text-center text-ink-soft">None of the lines is so.</p>}
    <Paging {...lines} hrefOf={(page) => hrefOf(take.id, view, page)} />
  </>
);
