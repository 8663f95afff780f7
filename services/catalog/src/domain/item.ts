import type { Money } from '@quayside/contracts/money';

export type { Money };

export interface Named {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

/** A category, as what is in it says. */
export interface NamedCategory extends Named {
  /** In other languages, by ISO 639-1. */
  readonly slugs?: Readonly<Record<string, string>>;
}

/** A variant of a product as others know it: what is sold, put into baskets and ordered. */
export interface Item {
  readonly id: number;
  readonly sku: string;
  /** Of its product, as are brand, type and description. */
  readonly slug: string;
  /** In other languages, by ISO 639-1; where it is told to others. */
  readonly slugs?: Readonly<Record<string, string>>;
  /** Of the product, with the values of its options. */
  readonly name: string;
  /** In other languages, by ISO 639-1; where it is told to others. */
  readonly names?: Readonly<Record<string, string>>;
  readonly description: string;
  readonly brand: Named;
  /** The root of its category. */
  readonly type: Named;
  /** In the shop's own currency. */
  readonly price: Money;
  /** In every currency it is sold in, that of the shop first. */
  readonly prices: readonly [Money, ...Money[]];
  /** Of one. */
  readonly weightGrams?: number;
  readonly pictureUrl: string;
  readonly active: boolean;
  readonly version: number;
}
