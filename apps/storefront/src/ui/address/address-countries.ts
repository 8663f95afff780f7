import 'server-only';
import type { AddressRules, SalesRegions } from '@quayside/contracts';
import { addressRulesOf } from '@quayside/contracts/addresses';
import { shopLocale } from '../../i18n/locales.ts';
import { countriesOf, type Country } from '../countries.ts';

export interface AddressCountry extends Country {
  address: AddressRules;
}

/** Where the shop sells to, each with what an address there is made of. Where it taxes by state, by its own states. */
export const addressCountriesOf = (regions: SalesRegions, locale: string): AddressCountry[] =>
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

/** What an address in a country is made of, also where nothing is sold to any more. */
export const addressRulesIn = (regions: SalesRegions, country: string): AddressRules =>
  addressCountriesOf(regions, shopLocale).find(({ code }) => code === country)?.address ??
  addressRulesOf(country);
