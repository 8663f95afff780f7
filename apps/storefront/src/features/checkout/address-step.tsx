'use client';

import type { Address } from '@quayside/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { button } from '../../ui/button.ts';
import { classNames } from '../../ui/class-names.ts';
import { Field, FieldMessage, inputLook } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWaking } from '../../ui/use-waking.ts';
import { StateField } from './state-field.tsx';
import { type AddressErrors, type AddressField, checkAddress } from './address-form.ts';
import type { Country } from '../../ui/countries.ts';

interface AddressStepProps {
  given: Address | undefined;
  buyerName: string;
  countries: Country[];
  /** Why the last one cannot be used. */
  trouble: string | undefined;
  onAddress: (address: Address) => void;
}

const fields: AddressField[] = ['name', 'street', 'city', 'state', 'postalCode', 'country'];

export const AddressStep = ({ given, buyerName, countries, trouble, onAddress }: AddressStepProps) => {
  const [errors, setErrors] = useState<AddressErrors>({});
  const [country, setCountry] = useState(given?.country ?? countries[0]?.code ?? '');
  const states = countries.find(({ code }) => code === country)?.states;
  const waking = useWaking();
  const form = useRef<HTMLFormElement>(null);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const typed = Object.fromEntries(fields.map((field) => [field, String(data.get(field) ?? '')]));
    const result = checkAddress(typed as Record<AddressField, string>, {
      needsState: states !== undefined,
    });
    if (result.ok) return onAddress(result.address);
    setErrors(result.errors);
    const firstWrong = fields.find((field) => result.errors[field]);
    if (firstWrong) form.current?.querySelector<HTMLElement>(`[name=${firstWrong}]`)?.focus();
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid grid-cols-6 gap-x-4 gap-y-5">
      <Field
        className="col-span-6"
        label="Name"
        name="name"
        autoComplete="shipping name"
        defaultValue={given?.name ?? buyerName}
        error={errors.name}
      />
      <Field
        className="col-span-6"
        label="Street and house"
        name="street"
        autoComplete="shipping street-address"
        defaultValue={given?.street}
        error={errors.street}
      />
      <Field
        className="col-span-3 sm:col-span-2"
        label="Postal code"
        name="postalCode"
        autoComplete="shipping postal-code"
        defaultValue={given?.postalCode}
        error={errors.postalCode}
      />
      <Field
        className="col-span-6 sm:col-span-4"
        label="Town"
        name="city"
        autoComplete="shipping address-level2"
        defaultValue={given?.city}
        error={errors.city}
      />
      {states ? (
        <StateField states={states} given={given?.state} error={errors.state} />
      ) : (
        <Field
          className="col-span-6 sm:col-span-3"
          label="State or region (if there is one)"
          name="state"
          autoComplete="shipping address-level1"
          defaultValue={given?.state}
          error={errors.state}
        />
      )}
      <div className="col-span-6 sm:col-span-3">
        <label htmlFor="country" className="mb-1 block text-sm font-semibold">
          Country
        </label>
        <select
          id="country"
          name="country"
          autoComplete="shipping country"
          value={country}
          onChange={(event) => setCountry(event.currentTarget.value)}
          aria-invalid={errors.country ? true : undefined}
          className={classNames(inputLook, 'menu-arrow')}
        >
          {countries.map((country) => (
            <option key={country.code} value={country.code}>
              {country.name}
            </option>
          ))}
        </select>
        <FieldMessage name="country" error={errors.country} />
      </div>
      {trouble && (
        <div className="col-span-6">
          <Notice look="trouble" title="We cannot send there" live>
            <p>{trouble}.</p>
          </Notice>
        </div>
      )}
      <div className="col-span-6">
        <button {...waking} className={button('primary', 'w-full sm:w-auto sm:px-9')}>
          Use this address
        </button>
      </div>
    </form>
  );
};
