import type { AddressRules, SalesRegions } from '@quayside/contracts';
import { addressRulesOf } from '@quayside/contracts/addresses';
import { countriesOf, type Country } from '../../ui/countries.ts';

export interface CheckoutCountry extends Country {
  address: AddressRules;
}

/** Where the shop sells to, each with what an address there is made of. Where it taxes by state, by its own states. */
export const checkoutCountriesOf = (regions: SalesRegions, locale: string): CheckoutCountry[] =>
  countriesOf(regions, locale).map((country) => {
    const rules = addressRulesOf(country.code);
    const { states } = country;
    if (!states) return { ...country, address: rules };
    const fields = rules.fields.includes('state') ? rules.fields : [...rules.fields, 'state' as const];
    return {
      ...country,
      address: { ...rules, fields, states, needs: { ...rules.needs, state: 'required' } },
    };
  });
