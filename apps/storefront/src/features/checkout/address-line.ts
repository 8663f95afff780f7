import type { Address } from '@quayside/contracts';
import type { Country } from '../../ui/countries.ts';

/** A whole address in one line, to look over before the order is placed. */
export const addressLine = (
  { name, street, city, state, postalCode, country }: Address,
  countries: readonly Pick<Country, 'code' | 'name'>[],
): string => {
  const countryName = countries.find(({ code }) => code === country)?.name ?? country;
  return [name, street, city, state, postalCode, countryName].filter(Boolean).join(', ');
};
