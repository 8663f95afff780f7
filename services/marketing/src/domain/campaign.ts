/** A message of the shop for a time, with or without a discount. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly headline: string;
  readonly body: string;
  readonly discountPercent: number;
  /** The catalog type the discount is for; absent: the whole shop. */
  readonly typeSlug?: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly version: number;
}
