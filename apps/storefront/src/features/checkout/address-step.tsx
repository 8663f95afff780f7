'use client';

import type { Address, LocalField } from '@quayside/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import { button } from '../../ui/button.ts';
import { classNames } from '../../ui/class-names.ts';
import { Field, inputLook } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWaking } from '../../ui/use-waking.ts';
import { type AddressErrors, type AddressField, checkAddress, type TypedAddress } from './address-form.ts';
import type { CheckoutCountry } from './checkout-countries.ts';
import { localLabel } from './local-label.ts';
import { StateField } from './state-field.tsx';

interface AddressStepProps {
  given: Address | undefined;
  buyerName: string;
  /** Where the basket goes so far. */
  usual: string;
  countries: CheckoutCountry[];
  /** Why the last one cannot be used. */
  trouble: string | undefined;
  onAddress: (address: Address) => void;
}

const autoComplete: Record<LocalField, string> = {
  city: 'shipping address-level2',
  state: 'shipping address-level1',
  postalCode: 'shipping postal-code',
};
const wide = 'col-span-6';

const nothing = { company: '', street: '', street2: '', city: '', state: '', postalCode: '', phone: '' };
const asTyped = (lines: object): Partial<TypedAddress> =>
  Object.fromEntries(Object.entries(lines).filter(([, line]) => typeof line === 'string'));

export const AddressStep = ({ given, buyerName, usual, countries, trouble, onAddress }: AddressStepProps) => {
  const t = useTranslations('address');
  const [errors, setErrors] = useState<AddressErrors>({});
  const [typed, setTyped] = useState<TypedAddress>(() => ({
    ...nothing,
    name: buyerName,
    country: usual,
    ...asTyped(given ?? {}),
  }));
  const country = countries.find(({ code }) => code === typed.country) ?? countries[0];
  const waking = useWaking();
  const form = useRef<HTMLFormElement>(null);
  if (!country) return null;
  const { address: rules } = country;

  /** Fields keep their own text, also what was typed before the page woke up; it is read when it is needed. */
  const readForm = (): TypedAddress => ({
    ...typed,
    ...(form.current && asTyped(Object.fromEntries(new FormData(form.current)))),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readForm();
    setTyped(read);
    const result = checkAddress(read, rules, t);
    if (result.ok) return onAddress(result.address);
    setErrors(result.errors);
    const fields = [...(form.current?.querySelectorAll<HTMLElement>('[name]') ?? [])];
    fields.find((field) => result.errors[field.getAttribute('name') as AddressField])?.focus();
  };
  const line = (name: AddressField) => ({ name, defaultValue: typed[name], error: errors[name] });
  const labelOf = (field: LocalField) => {
    const label = localLabel(rules.labels[field], t);
    return rules.needs[field] === 'required' ? label : t('optional', { label });
  };
  const local = (field: LocalField) => {
    if (field === 'state' && rules.states)
      return <StateField key={country.code} label={labelOf(field)} states={rules.states} {...line(field)} />;
    const isNumber = field === 'postalCode' && /^(?:\\d|[\d{},])+$/.test(rules.postalCode ?? '');
    return (
      <Field
        key={field}
        className={classNames(wide, field === 'city' ? 'sm:col-span-4' : 'sm:col-span-2')}
        label={labelOf(field)}
        autoComplete={autoComplete[field]}
        {...(isNumber && { inputMode: 'numeric' })}
        {...line(field)}
      />
    );
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid grid-cols-6 gap-x-4 gap-y-5">
      <div className={wide}>
        <label htmlFor="country" className="mb-1 block text-sm font-semibold">
          {t('country')}
        </label>
        <select
          id="country"
          name="country"
          {...waking}
          autoComplete="shipping country"
          value={country.code}
          // What was typed for one country stays when another is chosen.
          onChange={({ currentTarget: { value } }) => setTyped({ ...readForm(), country: value })}
          className={classNames(inputLook, 'menu-arrow')}
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Field className={wide} label={t('name')} autoComplete="shipping name" {...line('name')} />
      <Field
        className={wide}
        label={t('optional', { label: t('company') })}
        autoComplete="shipping organization"
        {...line('company')}
      />
      <Field className={wide} label={t('street')} autoComplete="shipping address-line1" {...line('street')} />
      <Field
        className={wide}
        label={t('optional', { label: t('street2') })}
        autoComplete="shipping address-line2"
        {...line('street2')}
      />
      {rules.fields.map(local)}
      <Field
        className={wide}
        label={t('optional', { label: t('phone') })}
        type="tel"
        autoComplete="shipping tel"
        hint={t('phoneHint')}
        {...line('phone')}
      />
      {trouble && (
        <div className={wide}>
          <Notice look="trouble" title={t('cannotSend')} live>
            <p>{trouble}.</p>
          </Notice>
        </div>
      )}
      <div className={wide}>
        <button {...waking} className={button('primary', 'w-full sm:w-auto sm:px-9')}>
          {t('use')}
        </button>
      </div>
    </form>
  );
};
