import type { Item, Money, Named } from './item.ts';

export type ProductStatus = 'draft' | 'active' | 'archived';

export interface Variant {
  readonly id: number;
  readonly sku: string;
  /** In the order of the product's options. */
  readonly optionValues: readonly string[];
  /** One by currency, that of the shop first. */
  readonly prices: readonly [Money, ...Money[]];
  /** Of one. */
  readonly weightGrams?: number;
  readonly pictureUrl: string;
  readonly active: boolean;
  /** Rises with every edit that concerns it, those of its product included. */
  readonly version: number;
}

/** The aggregate: a product is edited together with its variants. Stock is apart. */
export interface Product {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly brand: Named;
  readonly type: Named;
  readonly status: ProductStatus;
  readonly version: number;
  readonly variants: readonly Variant[];
}

/** What a basket or an order calls a variant. */
export const variantName = (product: string, optionValues: readonly string[]): string =>
  [product, ...optionValues].join(', ');

export const itemOf = (product: Product, variant: Variant): Item => ({
  id: variant.id,
  sku: variant.sku,
  slug: product.slug,
  name: variantName(product.name, variant.optionValues),
  description: product.description,
  brand: product.brand,
  type: product.type,
  price: variant.prices[0],
  prices: variant.prices,
  ...(variant.weightGrams !== undefined && { weightGrams: variant.weightGrams }),
  pictureUrl: variant.pictureUrl,
  active: product.status === 'active' && variant.active,
  version: variant.version,
});
