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
