import type { ProductStatus } from '../product.ts';

export interface WantedPrice {
  readonly currency: string;
  readonly amount: number;
  readonly compareAt: number | null;
}

export interface WantedText {
  readonly name?: string;
  readonly description?: string;
  readonly seoTitle?: string;
  readonly seoDescription?: string;
}

/** In another language than the shop's own. */
interface WantedTranslation extends WantedText {
  readonly slug?: string;
}

export interface WantedVariant {
  readonly sku: string;
  readonly optionValues?: readonly string[];
  readonly barcode?: string;
  readonly prices?: readonly WantedPrice[];
  readonly weightGrams?: number;
  /** On hand, whatever was counted before. */
  readonly stock?: number;
  readonly active?: boolean;
  /** The address of a picture. */
  readonly picture?: string;
  readonly row: number;
}

/** What a file wants of a product: what it does not say stays as it is. */
export interface WantedProduct extends WantedText {
  readonly slug: string;
  readonly de?: WantedTranslation;
  readonly brand?: string;
  /** Names from the root down. */
  readonly category?: readonly string[];
  readonly tags?: readonly string[];
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly status?: ProductStatus;
  readonly options?: readonly string[];
  readonly variants: readonly WantedVariant[];
  readonly pictures?: readonly { readonly url: string; readonly alt?: string; readonly row: number }[];
}
