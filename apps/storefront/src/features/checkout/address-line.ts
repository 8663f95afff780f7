import { townLine, type Address } from '@quayside/contracts';
import type { Country } from '../../ui/countries.ts';

/** A whole address in one line, to look over before the order is placed. */
export const addressLine = (
  address: Address,
  countries: readonly Pick<Country, 'code' | 'name'>[],
): string => {
  const { name, company, street, street2, country, phone } = address;
  const countryName = countries.find(({ code }) => code === country)?.name ?? country;
  return [name, company, street, street2, townLine(address), countryName, phone].filter(Boolean).join(', ');
};
