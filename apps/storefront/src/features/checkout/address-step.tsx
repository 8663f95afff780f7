'use client';

import type { Address } from '@quayside/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import type { AddressCountry } from '../../ui/address/address-countries.ts';
import { AddressFields, focusFault, typedFrom, typedIn } from '../../ui/address/address-fields.tsx';
import { type AddressErrors, checkAddress, type TypedAddress } from '../../ui/address/address-form.ts';
import { button } from '../../ui/button.ts';
import { classNames } from '../../ui/class-names.ts';
import { inputLook } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWaking } from '../../ui/use-waking.ts';

interface AddressStepProps {
  given: Address | undefined;
  buyerName: string;
  /** Where the basket goes so far. */
  usual: string;
  countries: AddressCountry[];
  /** Why the last one cannot be used. */
  trouble: string | undefined;
  onAddress: (address: Address) => void;
}

const wide = 'col-span-6';

export const AddressStep = ({ given, buyerName, usual, countries, trouble, onAddress }: AddressStepProps) => {
  const t = useTranslations('address');
  const [errors, setErrors] = useState<AddressErrors>({});
  const [typed, setTyped] = useState<TypedAddress>(() =>
    typedFrom({ name: buyerName, country: usual }, given ?? {}),
  );
  const country = countries.find(({ code }) => code === typed.country) ?? countries[0];
  const waking = useWaking();
  const form = useRef<HTMLFormElement>(null);
  if (!country) return null;
  const { address: rules } = country;

  /** Fields keep their own text, also what was typed before the page woke up; it is read when it is needed. */
  const readForm = (): TypedAddress => ({
    ...typed,
    ...(form.current && typedIn(new FormData(form.current))),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readForm();
    setTyped(read);
    const result = checkAddress(read, rules, t);
    if (result.ok) return onAddress(result.address);
    setErrors(result.errors);
    focusFault(form.current, result.errors);
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
      <AddressFields {...{ rules, typed, errors }} isOwn />
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
