'use client';

import type { SavedView } from '@quayside/contracts';
import { AppLink } from '../../../ui/app-link.tsx';
import { classNames } from '../../../ui/class-names.ts';
import type { KeptViews } from './column.ts';
import { tableHref, type TableQuery } from './table-query.ts';
import { ViewDialog } from './view-dialog.tsx';

interface SavedViewsProps {
  base: string;
  query: TableQuery;
  kept: KeptViews;
}

const hrefOf = (base: string, { query }: SavedView): string =>
  tableHref(base, { ...query, sort: query.sort, page: 1 });

/** Views that staff gave a name: their own, and those that colleagues share. */
export const SavedViews = ({ base, query, kept: { table, views, isAdmin } }: SavedViewsProps) => {
  const here = tableHref(base, { ...query, page: 1 });
  const current = views.find((view) => hrefOf(base, view) === here);
  const mayChange = current && (current.isMine || isAdmin);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1">
      {views.length > 0 && (
        <nav aria-label="Saved views" className="min-w-0 max-w-full overflow-x-auto">
          <ul className="flex gap-2 py-1">
            {views.map((view) => (
              <li key={view.id}>
                <AppLink
                  href={hrefOf(base, view)}
                  aria-current={view === current ? 'true' : undefined}
                  className={classNames(
                    'flex min-h-9 items-center border px-3 text-sm font-medium whitespace-nowrap',
                    view === current
                      ? 'border-ink bg-ink text-sheet'
                      : 'border-rule-strong bg-sheet hover:border-ink',
                  )}
                >
                  {view.name}
                  {!view.isMine && (
                    <span className={classNames('ml-1.5 font-normal', view !== current && 'text-ink-faint')}>
                      {view.owner ? `of ${view.owner}` : 'shared'}
                    </span>
                  )}
                </AppLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {current ? (
        mayChange && <ViewDialog key={current.version} table={table} base={base} changed={current} />
      ) : (
        <ViewDialog
          table={table}
          base={base}
          query={{
            q: query.q,
            ...(query.sort && { sort: query.sort }),
            filters: { ...query.filters },
            hidden: [...query.hidden],
          }}
          own={views.filter(({ isMine }) => isMine)}
        />
      )}
    </div>
  );
};
