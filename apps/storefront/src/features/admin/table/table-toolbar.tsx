'use client';

import { Columns3, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef, useState, useTransition } from 'react';
import { button } from '../../../ui/button.ts';
import { inputLook } from '../../../ui/field.tsx';
import type { TableFilter } from './column.ts';
import { tableHref, type TableQuery } from './table-query.ts';

interface TableToolbarProps {
  base: string;
  noun: string;
  query: TableQuery;
  filters: readonly TableFilter[];
  columns: readonly { id: string; label: string }[];
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Search (the key `/` goes there), filters, and which columns are shown. */
export const TableToolbar = ({ base, noun, query, filters, columns }: TableToolbarProps) => {
  const router = useRouter();
  const [underWay, startTransition] = useTransition();
  const [typed, setTyped] = useState(query.q);
  const [shown, setShown] = useState(query.q);
  const search = useRef<HTMLInputElement>(null);
  // Whoever goes back finds the text that was searched for then.
  if (shown !== query.q) {
    setShown(query.q);
    setTyped(query.q);
  }
  const go = (change: Partial<TableQuery>) =>
    startTransition(() =>
      router.push(tableHref(base, query, { q: typed.trim(), ...change }), { scroll: false }),
    );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event)) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <form
      role="search"
      aria-label={noun}
      action={base}
      onSubmit={(event) => {
        event.preventDefault();
        go({});
      }}
      className="mb-4 flex flex-wrap items-center gap-3"
      {...(underWay && { 'data-under-way': true })}
    >
      <div className="relative min-w-52 flex-1 sm:max-w-sm">
        <Search size={17} aria-hidden className="absolute top-1/2 left-3 -translate-y-1/2 text-ink-faint" />
        <input
          ref={search}
          type="search"
          name="q"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={100}
          aria-label={`Search the ${noun}`}
          aria-keyshortcuts="/"
          placeholder={`Search the ${noun}`}
          className={`${inputLook} pl-9!`}
        />
      </div>
      {filters.map(({ name, label, choices }) => (
        <label key={name} className="flex items-center gap-2 text-sm max-sm:w-[calc(50%-0.375rem)]">
          <span className="sr-only">{label}</span>
          <select
            name={name}
            value={query.filters[name] ?? ''}
            onChange={({ target }) => {
              const { [name]: _, ...others } = query.filters;
              go({ filters: target.value === '' ? others : { ...others, [name]: target.value } });
            }}
            className="menu-arrow min-h-11 max-w-44 rounded-sm max-sm:w-full max-sm:max-w-none border border-rule-strong pl-3 font-medium hover:border-ink"
          >
            <option value="">{label}: all</option>
            {Object.entries(choices).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className={button('bare', 'px-2 max-md:hidden! md:ml-auto')}>
          <Columns3 size={17} aria-hidden /> Columns
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="end"
            sideOffset={6}
            className="z-40 w-56 border border-ink bg-sheet py-1 shadow-[4px_4px_0_var(--color-shoal-deep)]"
          >
            {columns.map(({ id, label }) => {
              const isHidden = query.hidden.includes(id);
              return (
                <DropdownMenu.CheckboxItem
                  key={id}
                  checked={!isHidden}
                  onSelect={(event) => event.preventDefault()}
                  onCheckedChange={() =>
                    go({
                      page: query.page,
                      hidden: isHidden ? query.hidden.filter((name) => name !== id) : [...query.hidden, id],
                    })
                  }
                  className="flex min-h-11 cursor-pointer items-center gap-3 px-4 outline-none data-highlighted:bg-ink data-highlighted:text-sheet"
                >
                  <span
                    aria-hidden
                    className="grid h-4 w-4 place-items-center border border-current text-xs leading-none"
                  >
                    {!isHidden && '✓'}
                  </span>
                  {label}
                </DropdownMenu.CheckboxItem>
              );
            })}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </form>
  );
};
