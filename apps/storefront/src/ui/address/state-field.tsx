import { useTranslations } from 'next-intl';
import { classNames } from '../class-names.ts';
import { FieldMessage, inputLook } from '../field.tsx';

interface StateFieldProps {
  label: string;
  states: readonly { code: string; name: string }[];
  /** Its code, or its name. */
  defaultValue: string;
  autoComplete: string;
  error: string | undefined;
}

/** The state of an address whose country has a list of them. */
export const StateField = ({ label, states, defaultValue: given, autoComplete, error }: StateFieldProps) => {
  const t = useTranslations('address');
  const known = states.find(({ code, name }) => code === given || name === given);
  return (
    <div className="col-span-6 sm:col-span-3">
      <label htmlFor="state" className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <select
        id="state"
        name="state"
        autoComplete={autoComplete}
        defaultValue={known?.code ?? ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'state-error' : undefined}
        className={classNames(inputLook, 'menu-arrow')}
      >
        <option value="">{t('chooseOne')}</option>
        {states.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <FieldMessage name="state" error={error} />
    </div>
  );
};
