import { classNames } from './class-names.ts';
import { inputLook } from './field.tsx';

interface ChoiceFieldProps {
  label: string;
  name: string;
  value: string;
  options: readonly { value: string; label: string }[];
  disabled?: boolean;
  onChoose: (value: string) => void;
}

/** A choice that takes effect at once. */
export const ChoiceField = ({ label, name, value, options, disabled, onChoose }: ChoiceFieldProps) => (
  <div>
    <label htmlFor={name} className="mb-1 block text-sm font-semibold">
      {label}
    </label>
    <select
      id={name}
      value={value}
      disabled={disabled}
      onChange={(event) => onChoose(event.currentTarget.value)}
      className={classNames(inputLook, 'menu-arrow')}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);
