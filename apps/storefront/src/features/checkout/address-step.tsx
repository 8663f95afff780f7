'use client';

import type { Address } from '@quayside/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { button } from '../../ui/button.ts';
import { classNames } from '../../ui/class-names.ts';
import { Field, FieldMessage, inputLook } from '../../ui/field.tsx';
import { useWaking } from '../../ui/use-waking.ts';
import { type AddressErrors, type AddressField, checkAddress } from './address-form.ts';
import type { Country } from './countries.ts';

interface AddressStepProps {
  given: Address | undefined;
  buyerName: string;
  countries: Country[];
  onAddress: (address: Address) => void;
}

const fields: AddressField[] = ['name', 'street', 'city', 'state', 'postalCode', 'country'];

export const AddressStep = ({ given, buyerName, countries, onAddress }: AddressStepProps) => {
  const [errors, setErrors] = useState<AddressErrors>({});
  const waking = useWaking();
  const form = useRef<HTMLFormElement>(null);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const typed = Object.fromEntries(fields.map((field) => [field, String(data.get(field) ?? '')]));
    const result = checkAddress(typed as Record<AddressField, string>);
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
      <Field
        className="col-span-6 sm:col-span-3"
        label="State or region (if there is one)"
        name="state"
        autoComplete="shipping address-level1"
        defaultValue={given?.state}
        error={errors.state}
      />
      <div className="col-span-6 sm:col-span-3">
        <label htmlFor="country" className="mb-1 block text-sm font-semibold">
          Country
        </label>
        <select
          id="country"
          name="country"
          autoComplete="shipping country"
          defaultValue={given?.country ?? 'US'}
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
      <div className="col-span-6">
        <button {...waking} className={button('primary', 'w-full sm:w-auto sm:px-9')}>
          Use this address
        </button>
      </div>
    </form>
  );
};
