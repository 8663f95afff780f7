'use client';

import type { StockTakeChoice } from '@quayside/contracts';
import { useId } from 'react';
import { Field, inputLook } from '../../../../ui/field.tsx';
import { readLines } from '../delivery-lines.ts';

const ways = { category: 'A category', q: 'A search', codes: 'SKUs or barcodes' } as const;
type Way = keyof typeof ways;

/** What stands in the fields, whichever way is chosen. */
export interface ChosenVariants {
  readonly way: Way;
  readonly category: string;
  readonly q: string;
  readonly codes: string;
}

export const nothingChosen: ChosenVariants = { way: 'category', category: '', q: '', codes: '' };

/** As the service takes it; undefined as long as nothing is chosen. */
export const choiceOf = ({ way, category, q, codes }: ChosenVariants): StockTakeChoice | undefined => {
  if (way === 'category') return category === '' ? undefined : { category: Number(category) };
  if (way === 'q') return q.trim() === '' ? undefined : { q: q.trim() };
  const { lines, faults } = readLines(codes, 0);
  return lines.length === 0 || faults.length > 0 ? undefined : { codes: lines.map(({ sku }) => sku) };
};

interface ChooseVariantsProps {
  chosen: ChosenVariants;
  onChange: (chosen: ChosenVariants) => void;
  categories: readonly { readonly value: string; readonly label: string }[];
}

/** Which variants are to be counted. */
export const ChooseVariants = ({ chosen, onChange, categories }: ChooseVariantsProps) => {
  const name = useId();
  const set = (change: Partial<ChosenVariants>) => onChange({ ...chosen, ...change });
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">What is counted</legend>
      <div className="mb-3 flex flex-wrap gap-x-5">
        {(Object.entries(ways) as [Way, string][]).map(([way, label]) => (
          <label key={way} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name={name}
              checked={chosen.way === way}
              onChange={() => set({ way })}
              className="h-[1.1rem] w-[1.1rem] accent-glass"
            />
            {label}
          </label>
        ))}
      </div>
      {chosen.way === 'category' && (
        <label className="block text-sm">
          <span className="mb-1 block font-semibold">Category</span>
          <select
            value={chosen.category}
            onChange={({ target }) => set({ category: target.value })}
            className={`${inputLook} menu-arrow`}
          >
            <option value="">Choose one</option>
            {categories.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen.way === 'q' && (
        <Field
          label="Search"
          name="q"
          value={chosen.q}
          maxLength={100}
          hint="All variants of what it finds, drafts too"
          onChange={({ target }) => set({ q: target.value })}
        />
      )}
      {chosen.way === 'codes' && (
        <label className="block text-sm">
          <span className="mb-1 block font-semibold">One in each line</span>
          <textarea
            rows={6}
            value={chosen.codes}
            spellCheck={false}
            placeholder={'QS-JKT-0001\nQS-JKT-0002'}
            onChange={({ target }) => set({ codes: target.value })}
            className={`${inputLook} figures py-2 leading-normal`}
          />
        </label>
      )}
    </fieldset>
  );
};
