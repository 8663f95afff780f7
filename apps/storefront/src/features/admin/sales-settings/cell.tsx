import { classNames } from '../../../ui/class-names.ts';
import { FieldMessage, inputLook } from '../../../ui/field.tsx';

/** What the inputs of the settings share: the texts, what is wrong with them, and how one is changed. */
export interface Editing {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
  readonly set: (name: string, value: string) => void;
}

interface CellProps {
  name: string;
  label: string;
  editing: Editing;
  className?: string;
}

/** A text of a table, whose label is for who cannot see the table. */
export const Cell = ({ name, label, editing, className }: CellProps) => {
  const fault = editing.faults[name];
  return (
    <>
      <input
        aria-label={label}
        name={name}
        value={editing.values[name] ?? ''}
        autoComplete="off"
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${name}-error` : undefined}
        onChange={({ target }) => editing.set(name, target.value)}
        className={classNames(inputLook, 'figures', className)}
      />
      <FieldMessage name={name} error={fault} />
    </>
  );
};
