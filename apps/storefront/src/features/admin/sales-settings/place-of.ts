import type { SalesSettings } from '@quayside/contracts/money';
import { countryName } from './settings-values.ts';

/** Where in the settings a fault is that the service names by a path, in words; empty where it is of no part. */
export const placeOf = (path: string, { countries, shippingZones }: SalesSettings): string => {
  const parts = path.replace(/^body\./, '').split('.');
  const at = (name: string): number => Number(parts[parts.indexOf(name) + 1] ?? Number.NaN);
  const soldTo = parts[0] === 'countries' ? countries[at('countries')] : undefined;
  const zone = parts[0] === 'shippingZones' ? shippingZones[at('shippingZones')] : undefined;
  const method = parts.includes('methods') ? zone?.methods[at('methods')] : undefined;
  const rate = parts.includes('rates') ? method?.rates[at('rates')] : undefined;
  const state = parts.includes('states') ? soldTo?.states?.[at('states')] : undefined;
  return [soldTo && countryName(soldTo.country), state?.name, zone?.name, method?.name, rate?.currency]
    .filter((word) => word !== undefined)
    .join(', ');
};

/** The text that a fault is of which the service names by a path; undefined where it is of no single one. */
export const textOf = (path: string, { countries, shippingZones }: SalesSettings): string | undefined => {
  const [list, at = '', part, ...rest] = path.replace(/^body\./, '').split('.');
  if (list === 'defaultCountry') return list;
  const soldTo = list === 'countries' ? countries[Number(at)] : undefined;
  if (soldTo) return countryText(soldTo, part, rest);
  const zone = list === 'shippingZones' ? shippingZones[Number(at)] : undefined;
  if (!zone) return undefined;
  const here = `zone.${zone.id}`;
  const method = part === 'methods' ? zone.methods[Number(rest[0])] : undefined;
  if (!method) return part === 'name' || part === 'countries' ? `${here}.${part}` : undefined;
  if (rest[1] === 'promisedDays') return `${here}.${method.method}.min`;
  const rate = rest[1] === 'rates' ? method.rates[Number(rest[2])] : undefined;
  // A price that is not there is said where it is asked for: at the countries that pay in it.
  if (!rate) return rest[1] === 'rates' ? `${here}.countries` : undefined;
  return `${here}.${method.method}.${rate.currency}.${rest[3] === 'byWeight' ? 'weight' : 'total'}`;
};

const countryText = (
  { country, states = [] }: SalesSettings['countries'][number],
  part: string | undefined,
  rest: readonly string[],
): string | undefined => {
  const state = part === 'states' ? states[Number(rest[0])] : undefined;
  const at = state ? `country.${country}.${state.code}` : `country.${country}`;
  const ofTax = state ? rest.slice(2) : rest;
  if (part === 'currencies') return `${at}.currencies`;
  if (part === undefined || part === 'country') return `${at}.called`;
  const taxed = ofTax.at(-1);
  if ((part !== 'tax' && !state) || taxed === undefined || taxed === 'rates') return undefined;
  return taxed === 'shippingRate' ? `${at}.shipping` : `${at}.rate.${taxed}`;
};
