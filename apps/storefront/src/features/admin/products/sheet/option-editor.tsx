'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { button } from '../../../../ui/button.ts';
import { inputLook } from '../../../../ui/field.tsx';
import type { FormValues } from '../../form/form-values.ts';
import { optionsIn, rowsIn, type Option } from '../product-values.ts';
import { changeOptions, generateRows, isUsed, maxRows, missingCombinations } from './change-rows.ts';

interface OptionEditorProps {
  values: FormValues;
  onValues: (values: FormValues) => void;
}

/** What variants differ by, and the button that makes a row of each combination. */
export const OptionEditor = ({ values, onValues }: OptionEditorProps) => {
  const options = optionsIn(values);
  const missing = missingCombinations(values).length;
  const room = maxRows - rowsIn(values).length;
  const change = (next: readonly Option[], kept = next.map((_, at) => at)) =>
    onValues(changeOptions(values, next, kept));
  const without = (gone: number) => options.filter((_, at) => at !== gone);
  return (
    <div className="space-y-4">
      {options.map((option, at) => (
        <OptionRow
          key={at}
          at={at}
          option={option}
          isUsed={(value) => isUsed(values, at, value)}
          onChange={(next) => change(options.with(at, next))}
          onRemove={() =>
            change(
              without(at),
              options.flatMap((_, index) => (index === at ? [] : [index])),
            )
          }
        />
      ))}
      <div className="flex flex-wrap items-center gap-3">
        {options.length < 3 && (
          <button
            type="button"
            className={button('bare', 'px-1')}
            onClick={() => change([...options, { name: `Option ${options.length + 1}`, values: ['One'] }])}
          >
            <Plus size={17} aria-hidden /> Add an option
          </button>
        )}
        <button
          type="button"
          disabled={missing === 0 || room === 0}
          className={button('quiet')}
          onClick={() => onValues(generateRows(values))}
        >
          {missing === 0
            ? 'Every combination has a variant'
            : `Make ${Math.min(missing, room)} missing ${missing === 1 ? 'variant' : 'variants'}`}
        </button>
        {missing > room && (
          <span className="text-sm text-note">A product has {maxRows} variants at most</span>
        )}
      </div>
    </div>
  );
};

interface OptionRowProps {
  at: number;
  option: Option;
  isUsed: (value: string) => boolean;
  onChange: (option: Option) => void;
  onRemove: () => void;
}

const OptionRow = ({ at, option, isUsed: inUse, onChange, onRemove }: OptionRowProps) => {
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const added = text
      .split(',')
      .map((value) => value.trim().slice(0, 60))
      .filter((value) => value !== '');
    setTyped('');
    if (added.length > 0) onChange({ ...option, values: [...new Set([...option.values, ...added])] });
  };
  return (
    <fieldset className="grid gap-x-4 gap-y-2 border border-rule bg-sheet p-3 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
      <legend className="sr-only">Option {at + 1}</legend>
      <label className="text-sm">
        <span className="mb-1 block font-semibold">Option</span>
        <input
          value={option.name}
          maxLength={40}
          onChange={({ target }) => onChange({ ...option, name: target.value })}
          className={inputLook}
        />
      </label>
      <div className="text-sm">
        <span className="mb-1 block font-semibold">Values</span>
        <ul className="flex flex-wrap items-center gap-2">
          {option.values.map((value) => (
            <li
              key={value}
              className="inline-flex min-h-9 items-center gap-1 border border-rule-strong pl-2.5"
            >
              <span className={inUse(value) ? 'pr-2.5' : ''}>{value}</span>
              {!inUse(value) && (
                <button
                  type="button"
                  aria-label={`Remove ${value}`}
                  className="grid h-9 w-8 place-items-center hover:bg-shoal"
                  onClick={() =>
                    onChange({ ...option, values: option.values.filter((other) => other !== value) })
                  }
                >
                  <X size={14} aria-hidden />
                </button>
              )}
            </li>
          ))}
          <li className="min-w-36 flex-1">
            <input
              value={typed}
              aria-label={`Add values to ${option.name}`}
              placeholder="Add values: S, M, L"
              onChange={({ target }) => setTyped(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add(typed);
              }}
              onBlur={() => add(typed)}
              className={inputLook}
            />
          </li>
        </ul>
      </div>
      <button type="button" onClick={onRemove} className={button('bare', 'self-end px-2 text-sm')}>
        Remove
      </button>
    </fieldset>
  );
};
