import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

interface FieldProps extends ComponentProps<'input'> {
  label: string;
  name: string;
  error?: string | undefined;
  hint?: string;
}

export const inputLook =
  'w-full min-h-11 rounded-sm border border-rule-strong bg-sheet px-3 text-ink placeholder:text-ink-faint hover:border-ink aria-invalid:border-flag-red aria-invalid:border-2';

export const Field = ({ label, name, error, hint, className, ...input }: FieldProps) => {
  const describedBy = error ? `${name}-error` : hint ? `${name}-hint` : undefined;
  return (
    <div className={className}>
      <label htmlFor={name} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <input
        id={name}
        name={name}
        className={inputLook}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        {...input}
      />
      <FieldMessage name={name} error={error} hint={hint} />
    </div>
  );
};

interface FieldMessageProps {
  name: string;
  error?: string | undefined;
  hint?: string | undefined;
}

export const FieldMessage = ({ name, error, hint }: FieldMessageProps) =>
  error || hint ? (
    <p
      id={error ? `${name}-error` : `${name}-hint`}
      className={classNames('mt-1 text-sm', error ? 'font-medium text-flag-red' : 'text-ink-faint')}
    >
      {error ?? hint}
    </p>
  ) : null;
