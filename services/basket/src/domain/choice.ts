/** What the shopper chose of what the shop offers; what is absent is the shop's usual. */
export interface Choice {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  readonly state?: string | undefined;
  readonly currency?: string | undefined;
  readonly shippingMethod?: string | undefined;
  /** The code that was typed. */
  readonly coupon?: string | undefined;
}

export const sameChoice = (a: Choice, b: Choice): boolean =>
  a.country === b.country &&
  a.state === b.state &&
  a.currency === b.currency &&
  a.shippingMethod === b.shippingMethod &&
  a.coupon === b.coupon;
