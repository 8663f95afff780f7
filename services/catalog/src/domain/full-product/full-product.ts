import type { ProductStatus } from '../product.ts';

export interface VariantPrice {
  readonly currency: string;
  readonly amount: number;
  readonly compareAt: number | null;
}

/** What staff can say of a variant. */
export interface VariantText {
  readonly sku: string;
  readonly barcode: string | null;
  readonly optionValues: readonly string[];
  /** One by currency, that of the shop first; none: it cannot be sold yet. */
  readonly prices: readonly VariantPrice[];
  readonly weightGrams: number | null;
  /** Which of the product's pictures shows it. */
  readonly mediaId: number | null;
  readonly active: boolean;
}

export interface FullVariant extends VariantText {
  readonly itemId: number;
  readonly version: number;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  /** It had stock or was ordered once, so it stays for whoever looks back. */
  readonly hasHistory: boolean;
}

export interface ProductText {
  readonly name: string;
  readonly description: string;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
}

/** A text in another language than the shop's own. */
export interface TranslatedText extends ProductText {
  /** Null: one is made from the name. */
  readonly slug: string | null;
}

interface Texts {
  readonly de: TranslatedText | null;
}

export interface ProductOption {
  readonly name: string;
  readonly values: readonly string[];
}

export interface PictureTexts {
  readonly de: string | null;
}

export interface ProductMedia {
  readonly id: number;
  readonly hash: string;
  readonly alt: string;
  /** What it shows in other languages; absent: in none. */
  readonly alts?: PictureTexts | undefined;
}

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A product with everything that staff can change of it; stock is there to be looked at. */
export interface FullProduct extends ProductText {
  readonly id: number;
  readonly slug: string;
  readonly status: ProductStatus;
  readonly texts: Texts;
  readonly brandId: number;
  readonly categoryId: number;
  readonly tags: readonly string[];
  readonly attributes: Attributes;
  readonly options: readonly ProductOption[];
  readonly variants: readonly FullVariant[];
  readonly media: readonly ProductMedia[];
  /** When it is to be published by itself; only a draft is. */
  readonly publishAt: string | null;
  readonly changedAt: string;
  readonly version: number;
}

/** A variant as somebody wants it: one that is there, or a new one. */
export interface WantedVariant extends VariantText {
  readonly itemId?: number | undefined;
}

/** Absent, its slug is left. */
type WantedText = ProductText & { readonly slug?: string | null | undefined };

/** Absent means leave; lists are whole. */
export interface FullProductChange {
  readonly slug?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly seoTitle?: string | null | undefined;
  readonly seoDescription?: string | null | undefined;
  readonly texts?: { readonly de: WantedText | null } | undefined;
  readonly brandId?: number | undefined;
  readonly categoryId?: number | undefined;
  readonly publishAt?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly attributes?: Attributes | undefined;
  readonly options?: readonly ProductOption[] | undefined;
  readonly variants?: readonly WantedVariant[] | undefined;
  readonly media?:
    | readonly { readonly id: number; readonly alt: string; readonly alts?: PictureTexts | undefined }[]
    | undefined;
}
