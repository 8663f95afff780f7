import { ifMatch } from '../shared/headers.ts';
import { defineRoute } from '../shared/route.ts';
import { salesSettings, salesSettingsUpdate } from './sales-settings.ts';

const path = '/api/v1/sales-settings';

const faults = {
  'country-unknown': { status: 422, title: 'There is no such country' },
  'currency-unknown': { status: 422, title: 'There is no such currency' },
  'default-country-not-sold-to': { status: 422, title: 'The default country is not sold to' },
  'sales-settings-ambiguous': { status: 422, title: 'Something is named twice, or not at all' },
  'tax-rate-out-of-range': { status: 422, title: 'A tax is from 0 to 100 percent' },
  'tax-rate-missing': { status: 422, title: 'A tax class has no rate somewhere' },
  'shipping-zone-missing': { status: 422, title: 'A country that is sold to is in no shipping zone' },
  'shipping-rate-missing': {
    status: 422,
    title: 'A shipping method has no price in a currency that is paid in',
  },
  'shipping-price-negative': { status: 422, title: 'Shipping is never below nothing' },
  'shipping-tier-gap': { status: 422, title: 'Shipping tiers have a gap, or overlap' },
  'promised-days-reversed': { status: 422, title: 'The promised days run backwards' },
} as const;

export const salesSettingsProblems = {
  'stale-version': { status: 412, title: 'It was changed since you read it' },
  ...faults,
} as const;

/** Who is sold to, in which currencies, at which taxes and shipping prices: read and replaced as a whole. */
export const salesSettingsRoutes = {
  getSalesSettings: defineRoute({
    method: 'get',
    path,
    summary: 'The sales settings, with the ETag to change them by',
    audience: 'admin',
    answers: { 200: { description: 'The sales settings', schema: salesSettings } },
    problems: ['orders-unavailable'],
  }),
  replaceSalesSettings: defineRoute({
    method: 'put',
    path,
    summary:
      'Replace the sales settings; refused when some order could not be priced by them. A 412 carries them as they are now as `current`',
    audience: 'admin',
    asksForRecentSignIn: true,
    headers: ifMatch,
    body: salesSettingsUpdate,
    answers: { 200: { description: 'The sales settings, with their new ETag', schema: salesSettings } },
    problems: [
      'stale-version',
      'orders-unavailable',
      ...(Object.keys(faults) as readonly (keyof typeof faults)[]),
    ],
  }),
};
