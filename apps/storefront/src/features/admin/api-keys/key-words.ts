import type { ApiKey, KeyScope } from '@quayside/contracts';
import type { StateTone } from '../state-mark.tsx';

export const keyScopeWords: Readonly<Record<KeyScope, readonly [string, string]>> = {
  'catalog:read': ['Read the catalog', 'Products with prices and options, also those that are not for sale'],
  'stock:write': ['Read and book stock', 'Levels, movements, deliveries and losses'],
  'orders:read': ['Read orders', 'Orders with who they are for and where they go'],
};

export const keyStates: Readonly<Record<ApiKey['state'], readonly [StateTone, string]>> = {
  active: ['runs', 'In use'],
  expired: ['over', 'Expired'],
  revoked: ['over', 'Revoked'],
};

/** For how long a key may be made, in days. */
export const keyTerms: Readonly<Record<string, string>> = {
  30: 'a month',
  90: 'three months',
  365: 'a year',
};
