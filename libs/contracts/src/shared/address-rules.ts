import type { Address } from './address.ts';

/** What is asked for in one country and not in another. */
export type LocalField = 'city' | 'state' | 'postalCode';
type Need = 'required' | 'optional';

/** What an address in a country is made of. */
export interface AddressRules {
  readonly country: string;
  /** Those that an address there has, in the order in which it is written. */
  readonly fields: readonly LocalField[];
  readonly needs: Readonly<Partial<Record<LocalField, Need>>>;
  readonly labels: Readonly<Record<LocalField, string>>;
  /** A regular expression for the whole of it, in capitals. */
  readonly postalCode?: string;
  /** The parts of the country that an address can be in. */
  readonly states?: readonly { readonly code: string; readonly name: string }[];
}

export interface AddressFault {
  readonly field: keyof Address;
  readonly fault: 'missing' | 'malformed';
}

const isOneOf = (states: NonNullable<AddressRules['states']>, written: string): boolean => {
  const wanted = written.toLowerCase();
  return states.some(({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted);
};

const localFault = (
  address: Address,
  field: LocalField,
  rules: AddressRules,
): AddressFault['fault'] | undefined => {
  const written = address[field]?.trim() ?? '';
  if (written === '') return rules.needs[field] === 'required' ? 'missing' : undefined;
  if (field === 'state' && rules.states && !isOneOf(rules.states, written)) return 'malformed';
  if (field === 'postalCode' && rules.postalCode !== undefined)
    return new RegExp(`^(?:${rules.postalCode})$`).test(written.toUpperCase()) ? undefined : 'malformed';
  return undefined;
};

/** A street or a place has a name: a number alone leads nowhere. */
const isPlace = (street: string): boolean => /\p{L}/u.test(street) || street.length > 2;
const isPhone = (phone: string): boolean => /^\+?[\d\s()./-]{5,}$/.test(phone);

/** What is wrong with an address, in the order of its fields. */
export const addressFaults = (address: Address, rules: AddressRules): AddressFault[] => [
  ...(isPlace(address.street) ? [] : [{ field: 'street', fault: 'malformed' } as const]),
  ...rules.fields.flatMap((field) => {
    const fault = localFault(address, field, rules);
    return fault ? [{ field, fault }] : [];
  }),
  ...(address.phone === undefined || isPhone(address.phone)
    ? []
    : [{ field: 'phone', fault: 'malformed' } as const]),
];
