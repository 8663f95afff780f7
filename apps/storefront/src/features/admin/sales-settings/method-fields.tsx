import type { ShippingMethod } from '@quayside/contracts/money';
import { button } from '../../../ui/button.ts';
import { Field, FieldMessage, inputLook } from '../../../ui/field.tsx';
import type { Editing } from './cell.tsx';

interface MethodFieldsProps {
  at: string;
  method: ShippingMethod;
  editing: Editing;
  onRemove: (() => void) | undefined;
}

/** A shipping method: what it is called, how long it takes, and what it costs in each currency. */
export const MethodFields = ({ at, method, editing, onRemove }: MethodFieldsProps) => {
  const { values, faults, set } = editing;
  const field = (name: string, label: string) => (
    <Field
      label={label}
      name={`${at}.${name}`}
      value={values[`${at}.${name}`] ?? ''}
      error={faults[`${at}.${name}`]}
      autoComplete="off"
      onChange={({ target }) => set(`${at}.${name}`, target.value)}
    />
  );
  return (
    <fieldset className="border border-rule-strong bg-sheet p-4">
      <legend className="px-2 font-serif text-xl">{method.name}</legend>
      <div className="grid grid-cols-2 items-end gap-4 xl:grid-cols-4">
        {field('name', 'Name')}
        {field('german', 'Name, German')}
        {field('min', 'Working days, at the earliest')}
        {field('max', 'Working days, at the latest')}
        {method.rates.flatMap(({ currency }) =>
          [
            { name: `${at}.${currency}.total`, label: `Price in ${currency}, by the total of the goods` },
            { name: `${at}.${currency}.weight`, label: `Surcharge in ${currency}, by weight` },
          ].map(({ name, label }) => (
            <div key={name} className="self-start max-sm:col-span-2 xl:col-span-2">
              <label htmlFor={name} className="mb-1 block text-sm font-semibold">
                {label}
              </label>
              <textarea
                id={name}
                rows={2}
                value={values[name] ?? ''}
                spellCheck={false}
                aria-invalid={faults[name] ? true : undefined}
                aria-describedby={faults[name] ? `${name}-error` : `${name}-hint`}
                onChange={({ target }) => set(name, target.value)}
                className={`${inputLook} field-sizing-content figures min-h-18 py-2`}
              />
              <FieldMessage
                name={name}
                error={faults[name]}
                hint={
                  name.endsWith('.weight')
                    ? 'from 30 kg: 29.00; empty is none'
                    : 'from 0: 7.90, each in a line'
                }
              />
            </div>
          )),
        )}
      </div>
      {onRemove && (
        <button type="button" className={button('bare', 'mt-3 px-2')} onClick={onRemove}>
          Remove {method.name}
        </button>
      )}
    </fieldset>
  );
};
