import type { SalesRegions } from '@quayside/contracts';
import type { SalesSettings } from '@quayside/contracts/money';

/** What shoppers need of the sales settings. */
export const regionsBody = ({ defaultCountry, countries }: SalesSettings): SalesRegions => ({
  defaultCountry,
  countries: countries.map(({ country, currencies, taxIncluded, states }) => ({
    country,
    currencies: [...currencies],
    taxIncluded,
    ...(states && { states: states.map(({ code, name }) => ({ code, name })) }),
  })),
});
