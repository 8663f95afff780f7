import { classNames } from '../../ui/class-names.ts';
import { FieldMessage, inputLook } from '../../ui/field.tsx';

interface StateFieldProps {
  states: { code: string; name: string }[];
  given: string | undefined;
  error: string | undefined;
}

/** The state of an address whose country is taxed by state. */
export const StateField = ({ states, given, error }: StateFieldProps) => (
  <div className="col-span-6 sm:col-span-3">
    <label htmlFor="state" className="mb-1 block text-sm font-semibold">
      State
    </label>
    <select
      id="state"
      name="state"
      autoComplete="shipping address-level1"
      defaultValue={states.some(({ code }) => code === given) ? given : ''}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? 'state-error' : undefined}
      className={classNames(inputLook, 'menu-arrow')}
    >
      <option value="">Choose a state</option>
      {states.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
    <FieldMessage name="state" error={error} />
  </div>
);
