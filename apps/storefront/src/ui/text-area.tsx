import type { ComponentProps } from 'react';
import { FieldMessage, inputLook } from './field.tsx';

interface TextAreaProps extends ComponentProps<'textarea'> {
  label: string;
  name: string;
  error?: string | undefined;
  hint?: string;
}

/** A field of several lines. */
export const TextArea = ({ label, name, error, hint, ...area }: TextAreaProps) => (
  <div>
    <label htmlFor={name} className="mb-1 block text-sm font-semibold">
      {label}
    </label>
    <textarea
      id={name}
      name={name}
      className={`${inputLook} py-2 leading-normal`}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${name}-error` : hint ? `${name}-hint` : undefined}
      {...area}
    />
    <FieldMessage name={name} error={error} hint={hint} />
  </div>
);
