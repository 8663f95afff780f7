import type { Named } from '../domain/item.ts';

export interface NewCategory extends Named {
  readonly parentId?: number;
  /** Ids from the root down to its own. */
  readonly path: readonly number[];
}

interface NewAttribute {
  readonly code: string;
  readonly name: string;
  readonly type: 'text' | 'number' | 'boolean';
  readonly unit?: string;
  readonly facet: boolean;
}

export interface NewVariant {
  readonly id: number;
  readonly sku: string;
  readonly barcode?: string;
  readonly optionValues: readonly string[];
  /** One in the shop's own currency at least. */
  readonly prices: readonly {
    readonly currency: string;
    readonly amount: number;
    readonly compareAt?: number;
  }[];
  readonly initialStock: number;
  readonly weightGrams?: number;
  /** Which of the product's media shows it. */
  readonly mediaAt: number;
}

export interface NewProduct extends Named {
  readonly oldSlugs: readonly string[];
  readonly description: string;
  readonly brandId: number;
  readonly categoryId: number;
  readonly tags: readonly string[];
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly status: 'draft' | 'active' | 'archived';
  /** In other languages, by ISO 639-1. */
  readonly texts?: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
  readonly media: readonly {
    readonly alt: string;
    readonly alts?: Readonly<Record<string, string>>;
    readonly hash: string;
  }[];
  readonly variants: readonly NewVariant[];
}

export interface NewReview {
  readonly productId: number;
  readonly stars: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly helpful: number;
  readonly daysAgo: number;
  readonly reply?: string;
}

export interface NewQuestion {
  readonly productId: number;
  readonly body: string;
  readonly author: string;
  readonly daysAgo: number;
  readonly reply?: string;
  readonly answers?: readonly { readonly author: string; readonly body: string }[];
}

/** A catalog as it is put into an empty database. */
export interface NewCatalog {
  readonly brands: readonly Named[];
  /** Parents before their children. */
  readonly categories: readonly NewCategory[];
  readonly attributes: readonly NewAttribute[];
  /** Words and phrases that stand for one another in a search. */
  readonly synonyms: readonly (readonly string[])[];
  /** What words of the shop's own are in other languages. */
  readonly translations?: readonly {
    readonly language: string;
    readonly term: string;
    readonly text: string;
  }[];
  /** WebP, by a hash of 16 hex digits. */
  readonly images: readonly { readonly hash: string; readonly content: Buffer }[];
  readonly products: readonly NewProduct[];
  readonly reviews?: readonly NewReview[];
  readonly questions?: readonly NewQuestion[];
}
