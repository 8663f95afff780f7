export type SalesSettingsFaultCode =
  | 'country-unknown'
  | 'currency-unknown'
  | 'default-country-not-sold-to'
  | 'sales-settings-ambiguous'
  | 'tax-rate-out-of-range'
  | 'tax-rate-missing'
  | 'shipping-zone-missing'
  | 'shipping-rate-missing'
  | 'shipping-price-negative'
  | 'shipping-tier-gap'
  | 'promised-days-reversed';

/** What is wrong with sales settings, and where in them. */
export interface SalesSettingsFault {
  readonly code: SalesSettingsFaultCode;
  readonly path: string;
  readonly message: string;
}

/** Settings by which some order could not be priced, or not in one way. Its code is that of the first fault. */
export class SalesSettingsRefused extends Error {
  override readonly name = 'SalesSettingsRefused';
  readonly code: SalesSettingsFaultCode;
  readonly extra: { readonly errors: readonly SalesSettingsFault[] };

  constructor(first: SalesSettingsFault, more: readonly SalesSettingsFault[]) {
    super(`${first.path}: ${first.message}`);
    this.code = first.code;
    this.extra = { errors: [first, ...more] };
  }
}

/** Somebody else changed the settings since they were read. */
export class SalesSettingsStale extends Error {
  override readonly name = 'SalesSettingsStale';
  readonly code = 'stale-version';
  readonly extra: { readonly current: object };

  /** @param current as they are now */
  constructor(current: object) {
    super('The sales settings were changed meanwhile');
    this.extra = { current };
  }
}
