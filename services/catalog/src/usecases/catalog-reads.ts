import type { Item, Named } from '../domain/item.ts';

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
export interface StockedItem extends Item {
  readonly availableStock: number;
}

export interface ItemPage {
  readonly items: readonly StockedItem[];
  readonly page: number;
  readonly pageSize: number;
  readonly totalItems: number;
  readonly facets: { readonly brands: readonly FacetValue[]; readonly types: readonly FacetValue[] };
}

export interface Picture {
  readonly content: Buffer;
  readonly contentType: string;
  readonly hash: string;
}

/** What screens ask of the catalog. */
export interface CatalogReads {
  listItems(query: ItemQuery): Promise<ItemPage>;
  findItem(idOrSlug: number | string): Promise<StockedItem | undefined>;
  findPicture(itemId: number): Promise<Picture | undefined>;
  listBrands(): Promise<readonly Named[]>;
  listTypes(): Promise<readonly Named[]>;
}
