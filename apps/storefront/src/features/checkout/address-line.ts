import type { Address } from '@quayside/contracts';
import type { Country } from '../../ui/countries.ts';

/** A whole address in one line, to look over before the order is placed. */
export const addressLine = (
  { name, company, street, street2, city, state, postalCode, country, phone }: Address,
  countries: readonly Pick<Country, 'code' | 'name'>[],
): string => {
  const countryName = countries.find(({ code }) => code === country)?.name ?? country;
  return [name, company, street, street2, city, state, postalCode, countryName, phone]
    .filter(Boolean)
    .join(', ');
};
