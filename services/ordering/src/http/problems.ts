import { problemMap, type ProblemMap } from '@quayside/http';
import type { OrderErrorCode } from '../domain/order-error.ts';
import type { SalesSettingsFaultCode } from '../domain/sales-settings-error.ts';

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
} satisfies Record<SalesSettingsFaultCode, ProblemMap[string]>;

/** By which sales settings are refused. */
export const salesSettingsProblems = Object.keys(faults) as SalesSettingsFaultCode[];

export const problems = problemMap({
  'order-not-found': { status: 404, title: 'No such order' },
  'order-not-cancellable': { status: 409, title: 'The order can no longer be cancelled' },
  'order-transition-refused': { status: 409, title: 'The order is not in a state for this' },
  'order-changed-meanwhile': { status: 409, title: 'The order is changing right now, try again' },
  'orders-unavailable': {
    status: 503,
    title: 'Orders are out of reach right now',
    headers: { 'retry-after': '1' },
  },
  'stale-version': { status: 412, title: 'The sales settings were changed since you read them' },
  ...faults,
} satisfies Record<OrderErrorCode | SalesSettingsFaultCode | 'stale-version', ProblemMap[string]>);
