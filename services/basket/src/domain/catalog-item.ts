import type { Money } from '@quayside/contracts/money';

/** What the basket knows of a catalog item, kept up to date by the catalog's events. */
export interface CatalogItem {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** In other languages. */
  readonly slugs?: Readonly<Record<string, string>> | undefined;
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly typeSlug: string;
  readonly price: Money;
  /** In every currency it is sold in; absent: `price` is the only one. */
  readonly prices?: readonly Money[] | undefined;
  /** Absent: the usual one of the shop. */
  readonly taxClass?: string | undefined;
  /** Of one, in grams; absent: so light that it does not matter. */
  readonly weight?: number | undefined;
  readonly availableStock: number;
  readonly pictureUrl: string;
  readonly active: boolean;
  /** Taken out of the catalog; kept for the baskets that still hold it. */
  readonly removed?: boolean;
}

/** What is told of an item itself; how many there are is told apart. */
export type ItemFacts = Omit<CatalogItem, 'availableStock'>;

/** True when the whole quantity could be bought now, as far as the basket knows. */
export const isAvailable = (item: Availability, quantity: number): boolean =>
  item.active && item.availableStock >= quantity;

export type Availability = Pick<CatalogItem, 'active' | 'availableStock'>;
