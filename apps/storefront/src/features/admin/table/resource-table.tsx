'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { AppLink } from '../../../ui/app-link.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Paging } from '../../../ui/paging.tsx';
import { SignalFlag } from '../../../ui/signal-flag.tsx';
import type { Column, KeptViews, TableField, TableFilter, TableView } from './column.ts';
import { SavedViews } from './saved-views.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { nextSort, tableHref, type TableQuery } from './table-query.ts';
import { TableFields } from './table-fields.tsx';
import { TableViews } from './table-views.tsx';
import { TableToolbar } from './table-toolbar.tsx';

interface ResourceTableProps<Row> {
  /** Address of the list, to which the query is added. */
  base: string;
  /** What the rows are, in the plural. */
  noun: string;
  /** What is said where there is none yet: from where they come. */
  howTheyCome?: string;
  query: TableQuery;
  defaultSort?: string;
  page: {
    items: readonly Row[];
    page: number;
    pageSize: number;
    totalItems: number;
    /** There are more, which were not counted. */
    isMore?: boolean;
  };
  /** The first is the row's title, links to the row's own page, and is always shown. */
  columns: readonly [Column<Row>, ...Column<Row>[]];
  filters?: readonly TableFilter[];
  /** Filters that are typed. */
  fields?: readonly TableField[];
  /** Questions that are asked often. */
  views?: readonly TableView[];
  /** Views that staff gave a name. */
  kept?: KeptViews;
  /** What all rows come to, beside how many they are. */
  summary?: ReactNode;
  idOf: (row: Row) => number | string;
  hrefOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  /** What can be done with the rows that are selected. */
  bulk?: (selected: readonly Row[], clear: () => void) => ReactNode;
  /** What can be done with all that is found, on whatever page it is. */
  bulkFound?: (clear: () => void) => ReactNode;
}

/** Arrows go from row to row, `x` selects the row. */
const onRowKey = (event: KeyboardEvent<HTMLTableElement>): void => {
  const row = (event.target as HTMLElement).closest('tr');
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'x') row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
  const link = next?.querySelector<HTMLElement>('[data-row-link]');
  if (!link) return;
  event.preventDefault();
  link.focus();
};

const ariaSort = (sort: string | undefined, by: string) =>
  sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined;

/** The one table of the admin pages: everything it shows is asked of the service by its address. */
export const ResourceTable = <Row,>(props: ResourceTableProps<Row>) => {
  const { base, noun, query, page, columns, filters = [], idOf, bulk, bulkFound } = props;
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<number | string>>(new Set());
  /** What was asked for when all of it was selected: another question selects nothing. */
  const [allOf, setAllOf] = useState<string>();
  const asked = JSON.stringify([query.q, query.filters]);
  const isAll = allOf === asked;
  const selected = page.items.filter((row) => selectedIds.has(idOf(row)));
  const [title, ...others] = columns;
  const shown = [title, ...others.filter(({ id }) => !query.hidden.includes(id))];
  const sort = query.sort ?? props.defaultSort;
  const isFiltered = query.q !== '' || Object.keys(query.filters).length > 0;
  const all = page.items.map(idOf);
  const select = (ids: readonly (number | string)[], isOn: boolean) => {
    setAllOf(undefined);
    setSelectedIds((chosen) => {
      const before = isAll ? all : [...chosen];
      return new Set(before.filter((id) => !ids.includes(id)).concat(isOn ? ids : []));
    });
  };
  const clear = () => {
    setAllOf(undefined);
    setSelectedIds(new Set());
  };
  const total = page.totalItems.toLocaleString('en-US');

  return (
    <>
      {props.views && <TableViews base={base} views={props.views} query={query} />}
      {props.kept && <SavedViews base={base} query={query} kept={props.kept} />}
      <TableToolbar base={base} noun={noun} query={query} filters={filters} columns={others} />
      {props.fields && <TableFields base={base} query={query} fields={props.fields} />}
      <p role="status" className="marginalia mb-2 text-ink-soft">
        {page.isMore && 'More than '}
        {total} {noun}
        {props.summary}
        {isFiltered && (
          <>
            {' found · '}
            <AppLink href={base} className="underline underline-offset-4">
              show all
            </AppLink>
          </>
        )}
      </p>
      {page.items.length === 0 ? (
        <NoRows noun={noun} isFiltered={isFiltered} howTheyCome={props.howTheyCome} />
      ) : (
        <div className="relative md:max-xl:overflow-x-auto">
          <table
            data-results
            onKeyDown={onRowKey}
            className="w-full border-collapse border-y border-ink text-left max-md:block"
          >
            <caption className="sr-only">{noun}. Arrow keys go from row to row, x selects one.</caption>
            <thead className="marginalia border-b border-ink bg-land text-ink-soft max-md:sr-only">
              <tr>
                {bulk && (
                  <th scope="col" className="w-11 px-3">
                    <SelectBox
                      label={`Select all ${noun} of this page`}
                      checked={isAll || selected.length === all.length}
                      onChange={(isOn) => select(all, isOn)}
                    />
                  </th>
                )}
                {shown.map(({ id, label, sort: by, isNumber }) => (
                  <th
                    key={id}
                    scope="col"
                    aria-sort={by ? ariaSort(sort, by) : undefined}
                    className={classNames('px-3 font-semibold', isNumber && 'pr-8 text-right')}
                  >
                    {by ? (
                      <AppLink
                        href={tableHref(base, query, { sort: nextSort(sort, by) })}
                        scroll={false}
                        className="inline-flex min-h-11 items-center gap-1 underline-offset-4 hover:text-ink hover:underline"
                      >
                        {label}
                        {sort === by && <ArrowUp size={13} aria-hidden />}
                        {sort === `-${by}` && <ArrowDown size={13} aria-hidden />}
                      </AppLink>
                    ) : (
                      label
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-rule max-md:block">
              {page.items.map((row) => {
                const isSelected = isAll || selectedIds.has(idOf(row));
                return (
                  <tr
                    key={idOf(row)}
                    data-testid={`row-${idOf(row)}`}
                    className={classNames(
                      'max-md:relative max-md:grid max-md:grid-cols-[minmax(0,1fr)] max-md:gap-y-0.5 max-md:py-3 md:hover:bg-sheet',
                      bulk && 'max-md:pl-11',
                      isSelected && 'bg-shoal! shadow-[inset_4px_0_0_var(--color-flag-blue)]',
                    )}
                  >
                    {bulk && (
                      <td className="px-3 max-md:absolute max-md:top-2.5 max-md:left-0">
                        <SelectBox
                          label={`Select ${props.nameOf(row)}`}
                          checked={isSelected}
                          onChange={(isOn) => select([idOf(row)], isOn)}
                        />
                      </td>
                    )}
                    {shown.map((column) => (
                      <td
                        key={column.id}
                        className={classNames(
                          'px-3 py-2.5 max-md:px-0 max-md:py-0',
                          column.isNumber && 'figures md:pr-8 md:text-right',
                          column === title && 'md:min-w-44',
                          column !== title && 'text-[0.95rem] max-md:text-sm max-md:text-ink-soft',
                        )}
                      >
                        {column === title ? (
                          <AppLink
                            href={props.hrefOf(row)}
                            data-row-link
                            className="inline-flex min-h-8 items-center font-semibold wrap-anywhere underline-offset-4 hover:underline"
                          >
                            {column.cell(row)}
                          </AppLink>
                        ) : (
                          <>
                            <span className="mr-1 text-ink-faint md:hidden">{column.label}:</span>
                            {column.cell(row)}
                          </>
                        )}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <Paging {...page} hrefOf={(at) => tableHref(base, query, { page: at })} />
      {bulk && (isAll || selected.length > 0) && (
        <SelectionBar
          label={isAll ? `All ${total} found are selected` : `${selected.length} selected`}
          offer={
            bulkFound && !isAll && selected.length === all.length && page.totalItems > all.length
              ? { label: `Select all ${total} found`, onTake: () => setAllOf(asked) }
              : undefined
          }
          onNone={clear}
        >
          {isAll && bulkFound ? bulkFound(clear) : bulk(selected, clear)}
        </SelectionBar>
      )}
    </>
  );
};

const SelectBox = (props: { label: string; checked: boolean; onChange: (isOn: boolean) => void }) => (
  <label className="grid h-9 w-5 place-items-center">
    <span className="sr-only">{props.label}</span>
    <input
      type="checkbox"
      checked={props.checked}
      onChange={({ target }) => props.onChange(target.checked)}
      className="h-[1.1rem] w-[1.1rem] accent-glass"
    />
  </label>
);

interface NoRowsProps {
  noun: string;
  isFiltered: boolean;
  howTheyCome?: string | undefined;
}

const NoRows = ({ noun, isFiltered, howTheyCome }: NoRowsProps) => (
  <div className="flex flex-col items-center border-y border-ink bg-sheet px-4 py-14 text-center">
    <span className="mb-4 inline-flex gap-2 border-t border-ink pt-px">
      {[...(isFiltered ? 'NC' : 'ZN')].map((letter) => (
        <SignalFlag key={letter} of={letter} className="h-8 w-8" />
      ))}
    </span>
    <p className="font-serif text-2xl">{isFiltered ? `None of the ${noun} matches` : `No ${noun} yet`}</p>
    <p className="mt-1 text-ink-soft">
      {isFiltered ? 'Try fewer letters, or another filter.' : (howTheyCome ?? 'What is added appears here.')}
    </p>
  </div>
);
