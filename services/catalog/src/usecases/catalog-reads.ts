import type { Item, Money, Named, NamedCategory } from '../domain/item.ts';
import type { Rating } from './reviews.ts';

type ItemSort = 'relevance' | 'name' | '-name' | 'price' | '-price' | 'newest';

export interface ItemQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly brand?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
  readonly minPrice?: number | undefined;
  readonly maxPrice?: number | undefined;
  readonly inStock?: boolean | undefined;
  readonly ids?: readonly number[] | undefined;
  readonly sort?: ItemSort | undefined;
  readonly includeInactive?: boolean | undefined;
}

export interface FacetValue {
  readonly slug: string;
  readonly name: string;
  readonly count: number;
}

/** An item with how many of it can be had at this moment. */
export interface StockedItem extends Omit<Item, 'prices' | 'weightGrams'> {
  readonly availableStock: number;
}

export interface ItemPage {
  readonly items: readonly StockedItem[];
  readonly page: number;
  readonly pageSize: number;
  readonly totalItems: number;
}

export interface Price extends Money {
  /** What it cost before, where that is to be shown. */
  readonly compareAt?: number;
  /** Of one that is shown as reduced the lowest of the 30 days before it was. */
  readonly lowestPrior?: number;
}

export interface ProductVariant {
  readonly itemId: number;
  readonly sku: string;
  readonly barcode?: string;
  readonly optionValues: readonly string[];
  readonly price: Price;
  readonly prices: readonly Price[];
  readonly weightGrams?: number;
  readonly pictureUrl: string;
  readonly active: boolean;
  readonly availableStock: number;
}

export interface ProductAttribute {
  readonly code: string;
  readonly name: string;
  readonly value: string | number | boolean;
  readonly unit?: string;
}

export interface ProductDetail {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly brand: Named;
  /** From the root of the tree down. */
  readonly categories: readonly NamedCategory[];
  readonly tags: readonly string[];
  readonly attributes: readonly ProductAttribute[];
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly media: readonly {
    readonly url: string;
    readonly alt: string;
    readonly widths?: readonly number[];
  }[];
  readonly seo: { readonly title?: string; readonly description?: string };
  readonly variants: readonly ProductVariant[];
  readonly rating?: Rating;
  readonly version: number;
}

export interface ProductQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly brand?: readonly string[] | undefined;
  readonly category?: readonly string[] | undefined;
  /** Slugs of values by the code of the attribute: of one attribute any, of several all. */
  readonly attributes?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly minPrice?: number | undefined;
  readonly maxPrice?: number | undefined;
  readonly inStock?: boolean | undefined;
  /** Of what its reviews come to, as it is shown. */
  readonly minRating?: number | undefined;
  readonly sort?: ItemSort | 'rating' | undefined;
  /** ISO 639-1; what has no text in it is in the shop's own. */
  readonly language?: string | undefined;
  /** What is shown, sorted and filtered by; what has no price in it shows that of the shop. */
  readonly currency?: string | undefined;
}

/** What a list shows of a product. */
export interface ProductCard {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly brand: Named;
  /** The root of its category. */
  readonly type: NamedCategory;
  readonly pictureUrl: string;
  /** The variant that it shows. */
  readonly itemId?: number;
  /** Of its cheapest variant. */
  readonly price: Price;
  /** Of its dearest. */
  readonly priceTo: Money;
  /** Over all its variants. */
  readonly availableStock: number;
  readonly rating?: Rating;
}

type OtherSlugs = Readonly<Record<string, string>>;

type CategoryCount = FacetValue & {
  readonly slugs?: OtherSlugs;
  readonly parent?: string;
  readonly parentSlugs?: OtherSlugs;
};

interface AttributeFacet {
  readonly code: string;
  readonly name: string;
  readonly unit?: string;
  readonly values: readonly FacetValue[];
}

export interface ProductList {
  readonly items: readonly ProductCard[];
  readonly page: number;
  readonly pageSize: number;
  readonly totalItems: number;
  /** What was searched for instead of a word that nothing holds. */
  readonly searchedFor?: string;
  /** No product has all the words; these have some of them. */
  readonly matches?: 'some';
  /** What the slugs of the filter by category name, each with its way from the root down. */
  readonly askedCategories?: readonly {
    readonly asked: string;
    readonly path: readonly { readonly slug: string; readonly slugs?: OtherSlugs }[];
  }[];
  readonly facets: {
    readonly brands: readonly FacetValue[];
    readonly categories: readonly CategoryCount[];
    readonly prices: readonly { readonly from: number; readonly to?: number; readonly count: number }[];
    readonly inStock: number;
    /** How many are rated so high, or higher. */
    readonly ratings: readonly { readonly from: number; readonly count: number }[];
    readonly attributes: readonly AttributeFacet[];
  };
}

export interface Suggestions {
  readonly products: readonly ProductCard[];
  readonly categories: readonly CategoryCount[];
  readonly brands: readonly FacetValue[];
  readonly totalItems: number;
  readonly searchedFor?: string;
}

/** Pages of products, by ranges of their ids: a part never holds more than a sitemap may. */
export interface ProductPages {
  readonly parts: number;
  readonly items: readonly {
    readonly slug: string;
    /** In other languages, by ISO 639-1. */
    readonly slugs?: Readonly<Record<string, string>>;
    readonly pictureUrls: readonly string[];
  }[];
}

export interface Picture {
  readonly content: Buffer;
  readonly contentType: string;
  readonly hash: string;
}

/** In a language, with prices in a currency. */
export interface ShownIn {
  readonly language?: string | undefined;
  readonly currency?: string | undefined;
}

/** What screens ask of the catalog. */
/** A category by its slug, and that of the one it is in. */
export interface TypeInTree {
  readonly slug: string;
  readonly slugs?: OtherSlugs;
  readonly name: string;
  readonly parent: string | null;
}

export interface CatalogReads {
  listItems(query: ItemQuery): Promise<ItemPage>;
  listProducts(query: ProductQuery): Promise<ProductList>;
  /** Of these products those that are sold, in the same order. */
  cards(ids: readonly number[], shown: ShownIn): Promise<readonly ProductCard[]>;
  /** What is often in one order with a product and can be had, the most often first. */
  boughtWith(slug: string, shown: ShownIn): Promise<readonly ProductCard[]>;
  /** A few of what a text that is still being typed may mean. */
  suggest(
    query: Required<Pick<ProductQuery, 'q'>> & Pick<ProductQuery, 'language' | 'currency'>,
  ): Promise<Suggestions>;
  findItem(idOrSlug: number | string): Promise<StockedItem | undefined>;
  /** An active product by its slug, also by one it had before; its texts in `language` where there are some. */
  findProduct(slug: string, language?: string): Promise<ProductDetail | undefined>;
  /** In that width, where it has several. */
  findImage(hash: string, width?: number): Promise<Picture | undefined>;
  findPicture(itemId: number): Promise<Picture | undefined>;
  /** The pages of active products in that part, from 1; none in a part beyond the last. */
  listProductPages(part: number): Promise<ProductPages>;
  listBrands(): Promise<readonly Named[]>;
  listTypes(language?: string): Promise<readonly NamedCategory[]>;
  /** All categories, each after the one it is in. */
  listTypesInTree(language?: string): Promise<readonly TypeInTree[]>;
}
