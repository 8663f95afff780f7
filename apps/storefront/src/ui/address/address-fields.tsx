import type { AddressRules, LocalField } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { classNames } from '../class-names.ts';
import { Field } from '../field.tsx';
import type { AddressErrors, AddressField, TypedAddress } from './address-form.ts';
import { localLabel } from './local-label.ts';
import { StateField } from './state-field.tsx';

interface AddressFieldsProps {
  rules: AddressRules;
  typed: TypedAddress;
  errors: AddressErrors;
  /** Whether it is the address of whoever types, which their browser knows. */
  isOwn: boolean;
}

const autoComplete: Record<LocalField, string> = {
  city: 'address-level2',
  state: 'address-level1',
  postalCode: 'postal-code',
};
const wide = 'col-span-6';

const nothing = { company: '', street: '', street2: '', city: '', state: '', postalCode: '', phone: '' };
const asTyped = (lines: object): Partial<TypedAddress> =>
  Object.fromEntries(Object.entries(lines).filter(([, line]) => typeof line === 'string'));

/** What the fields begin with: the lines that are known, and the others empty. */
export const typedFrom = (known: Pick<TypedAddress, 'name' | 'country'>, lines: object): TypedAddress => ({
  ...nothing,
  ...known,
  ...asTyped(lines),
});

export const typedIn = (form: FormData): Partial<TypedAddress> => asTyped(Object.fromEntries(form));

/** Leads to the first field that is not right. */
export const focusFault = (form: HTMLFormElement | null, errors: AddressErrors): void => {
  const fields = [...(form?.querySelectorAll<HTMLElement>('[name]') ?? [])];
  fields.find((field) => errors[field.getAttribute('name') as AddressField])?.focus();
};

/** The lines of an address as there are in its country; they keep their own text. For a grid of six columns. */
export const AddressFields = ({ rules, typed, errors, isOwn }: AddressFieldsProps) => {
  const t = useTranslations('address');
  const known = (name: string) => (isOwn ? `shipping ${name}` : 'off');
  const line = (name: AddressField) => ({ name, defaultValue: typed[name], error: errors[name] });
  const labelOf = (field: LocalField) => {
    const label = localLabel(rules.labels[field], t);
    return rules.needs[field] === 'required' ? label : t('optional', { label });
  };
  const local = (field: LocalField) => {
    if (field === 'state' && rules.states)
      return (
        <StateField
          key={rules.country}
          label={labelOf(field)}
          states={rules.states}
          autoComplete={known(autoComplete.state)}
          {...line(field)}
        />
      );
    const isNumber = field === 'postalCode' && /^(?:\\d|[\d{},])+$/.test(rules.postalCode ?? '');
    return (
      <Field
        key={field}
        className={classNames(wide, field === 'city' ? 'sm:col-span-4' : 'sm:col-span-2')}
        label={labelOf(field)}
        autoComplete={known(autoComplete[field])}
        {...(isNumber && { inputMode: 'numeric' })}
        {...line(field)}
      />
    );
  };
  return (
    <>
      <Field className={wide} label={t('name')} autoComplete={known('name')} {...line('name')} />
      <Field
        className={wide}
        label={t('optional', { label: t('company') })}
        autoComplete={known('organization')}
        {...line('company')}
      />
      <Field className={wide} label={t('street')} autoComplete={known('address-line1')} {...line('street')} />
      <Field
        className={wide}
        label={t('optional', { label: t('street2') })}
        autoComplete={known('address-line2')}
        {...line('street2')}
      />
      {rules.fields.map(local)}
      <Field
        className={wide}
        label={t('optional', { label: t('phone') })}
        type="tel"
        autoComplete={known('tel')}
        hint={t('phoneHint')}
        {...line('phone')}
      />
    </>
  );
};
