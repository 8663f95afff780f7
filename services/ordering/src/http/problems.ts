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
  'order-not-payable': { status: 409, title: 'The order cannot be paid with another card now' },
  'order-transition-refused': { status: 409, title: 'The order is not in a state for this' },
  'order-changed-meanwhile': { status: 409, title: 'The order is changing right now, try again' },
  'shipment-not-found': { status: 404, title: 'No such shipment' },
  'shipment-exceeds-order': { status: 409, title: 'The shipment is of more than is left to ship' },
  'return-not-found': { status: 404, title: 'No such return' },
  'return-exceeds-delivery': { status: 409, title: 'The return is of more than was delivered' },
  'return-invalid': { status: 422, title: 'More would be back on the shelf than came back' },
  'cancellation-exceeds-order': { status: 409, title: 'The cancellation is of more than is left to ship' },
  'refund-exceeds-charge': { status: 409, title: 'The refund is more than what is left of the charge' },
  'refund-invalid': { status: 422, title: 'Not a refund' },
  'orders-unavailable': {
    status: 503,
    title: 'Orders are out of reach right now',
    headers: { 'retry-after': '1' },
  },
  'stale-version': { status: 412, title: 'The sales settings were changed since you read them' },
  ...faults,
} satisfies Record<OrderErrorCode | SalesSettingsFaultCode | 'stale-version', ProblemMap[string]>);
