'use client';

import { classNames } from '../../../ui/class-names.ts';
import { FieldMessage, inputLook } from '../../../ui/field.tsx';
import { DateTimeControl } from './date-time-control.tsx';
import type { FormField } from './form-fields.ts';

interface FormControlProps {
  field: FormField;
  value: string;
  error: string | undefined;
  isChanged: boolean;
  onChange: (value: string) => void;
}

/** One field with its label, its hint or its fault, and a mark where it differs from what is saved. */
export const FormControl = ({ field, value, error, isChanged, onChange }: FormControlProps) => {
  const { name, label, hint, isMultiline, isRequired, choices, input, language } = field;
  const shared = {
    id: name,
    name,
    value,
    lang: language,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${name}-error` : hint ? `${name}-hint` : undefined,
    'aria-required': isRequired || undefined,
  } as const;
  return (
    <div
      className={classNames(
        'relative',
        // In the margin: a field begins where its heading does.
        isChanged && 'before:absolute before:inset-y-0 before:-left-3 before:w-1 before:bg-flag-yellow',
      )}
    >
      <label htmlFor={name} className="mb-1 flex items-baseline justify-between gap-3 text-sm">
        <span className="font-semibold">{label}</span>
        <span className="text-ink-faint">{isChanged ? 'not saved yet' : !isRequired && 'optional'}</span>
      </label>
      {choices ? (
        <select
          {...shared}
          onChange={({ target }) => onChange(target.value)}
          className={`${inputLook} menu-arrow`}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : isMultiline ? (
        <textarea
          {...shared}
          rows={5}
          onChange={({ target }) => onChange(target.value)}
          className={`${inputLook} py-2 leading-normal`}
        />
      ) : input === 'date-time' ? (
        <DateTimeControl {...shared} onChange={onChange} />
      ) : (
        <input
          {...shared}
          inputMode={input === 'number' ? 'numeric' : undefined}
          onChange={({ target }) => onChange(target.value)}
          autoComplete="off"
          className={inputLook}
        />
      )}
      <FieldMessage name={name} error={error} hint={hint} />
    </div>
  );
};
