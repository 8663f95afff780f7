'use client';

import { AppLink } from '../../../ui/app-link.tsx';
import { classNames } from '../../../ui/class-names.ts';
import type { TableView } from './column.ts';
import { tableHref, type TableQuery } from './table-query.ts';

interface TableViewsProps {
  base: string;
  views: readonly TableView[];
  query: TableQuery;
}

const sameFilters = (a: TableView['filters'], b: TableView['filters']): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value);

/** Questions that are asked often, as links: each is an address like any other. */
export const TableViews = ({ base, views, query }: TableViewsProps) => (
  <nav aria-label="Views" className="-mx-4 mb-4 overflow-x-auto px-4">
    <ul className="flex gap-1 border-b border-rule">
      {views.map(({ label, filters }) => {
        const isHere = query.q === '' && sameFilters(filters, query.filters);
        return (
          <li key={label}>
            <AppLink
              href={tableHref(base, query, { q: '', filters })}
              aria-current={isHere ? 'true' : undefined}
              className={classNames(
                'flex min-h-11 items-center border-b-3 px-3 text-[0.95rem] font-medium whitespace-nowrap',
                isHere
                  ? 'border-ink'
                  : 'border-transparent text-ink-soft hover:border-rule-strong hover:text-ink',
              )}
            >
              {label}
            </AppLink>
          </li>
        );
      })}
    </ul>
  </nav>
);
