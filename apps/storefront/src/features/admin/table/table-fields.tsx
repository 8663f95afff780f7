'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useTransition } from 'react';
import { button } from '../../../ui/button.ts';
import { inputLook } from '../../../ui/field.tsx';
import type { TableField } from './column.ts';
import { tableHref, type TableQuery } from './table-query.ts';

interface TableFieldsProps {
  base: string;
  query: TableQuery;
  fields: readonly TableField[];
}

/** Filters that are typed, and asked for together. */
export const TableFields = ({ base, query, fields }: TableFieldsProps) => {
  const router = useRouter();
  const [underWay, startTransition] = useTransition();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const names = fields.map(({ name }) => name);
    const others = Object.entries(query.filters).filter(([name]) => !names.includes(name));
    const typed = names.flatMap((name) => {
      const value = data.get(name);
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [];
    });
    const filters = Object.fromEntries([...others, ...typed]);
    startTransition(() => router.push(tableHref(base, query, { filters }), { scroll: false }));
  };
  const inUse = fields.filter(({ name }) => query.filters[name] !== undefined).length;
  return (
    <details open={inUse > 0} className="mb-4">
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold underline decoration-rule-strong underline-offset-4">
        More filters{inUse > 0 && ` (${inUse} in use)`}
      </summary>
      <form
        key={fields.map(({ name }) => query.filters[name]).join('|')}
        aria-label="More filters"
        onSubmit={onSubmit}
        className="mt-2 flex flex-wrap items-end gap-3"
        {...(underWay && { 'data-under-way': true })}
      >
        {fields.map(({ name, label, type, hint }) => (
          <label key={name} className="text-sm max-sm:w-[calc(50%-0.375rem)]">
            <span className="mb-1 block font-semibold">{label}</span>
            <input
              type={type}
              name={name}
              defaultValue={query.filters[name] ?? ''}
              placeholder={hint}
              maxLength={20}
              className={`${inputLook} figures ${type === 'date' ? 'min-w-36' : 'sm:w-32'}`}
            />
          </label>
        ))}
        <button className={button('quiet')}>Show</button>
      </form>
    </details>
  );
};
