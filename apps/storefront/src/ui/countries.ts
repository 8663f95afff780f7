import type { SalesRegions } from '@quayside/contracts';
import { countryName } from './country-name.ts';

export interface Country {
  code: string;
  name: string;
  currencies: string[];
  /** An address there is in one of them. */
  states?: { code: string; name: string }[] | undefined;
}

/** Where the shop sells to, by name, the usual country first. Made on the server, so that the browser agrees. */
export const countriesOf = ({ defaultCountry, countries }: SalesRegions, locale: string): Country[] => {
  return countries
    .map(({ country: code, currencies, states }) => ({
      code,
      name: countryName(code, locale),
      currencies,
      states,
    }))
    .sort((a, b) => {
      if (a.code === defaultCountry || b.code === defaultCountry) return a.code === defaultCountry ? -1 : 1;
      return a.name.localeCompare(b.name, locale);
    });
};
