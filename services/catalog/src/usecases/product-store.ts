import type { FullProductDecision, ProductRules } from '../domain/full-product/change-full-product.ts';
import type { AttributeDefinition } from '../domain/full-product/fit.ts';
import type { FullProduct } from '../domain/full-product/full-product.ts';
import type { SeenProduct } from '../domain/full-product/seen.ts';
import type { Named } from '../domain/item.ts';
import type { ProductStatus } from '../domain/product.ts';
import type { Actor } from './actor.ts';
import type { Page } from './brand-store.ts';

export interface ProductFilter {
  readonly q?: string | undefined;
  readonly status?: ProductStatus | undefined;
  readonly brand?: number | undefined;
  readonly category?: number | undefined;
  readonly stock?: 'in' | 'out' | 'low' | undefined;
  readonly missing?: 'picture' | 'price' | 'text' | 'offer' | undefined;
}

export interface ProductListQuery extends ProductFilter {
  readonly page: number;
  readonly pageSize: number;
  readonly sort?: string | undefined;
}

export interface ProductLine {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly status: ProductStatus;
  readonly brand: Named;
  readonly category: Named;
  readonly pictureUrl: string;
  readonly variants: number;
  readonly priceFrom: number | null;
  readonly priceTo: number | null;
  readonly currency: string;
  readonly available: number;
  readonly changedAt: string;
  readonly version: number;
}

export interface NewDraft {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly brandId: number;
  readonly categoryId: number;
}

/** What changes is in the audit log when it is changed, and its items are told. */
export interface ProductStore {
  list(query: ProductListQuery): Promise<Page<ProductLine>>;
  attributes(): Promise<readonly AttributeDefinition[]>;
  /** Drafts that are to be published by then, those that wait longest first; a hundred at most. */
  due(now: Date): Promise<readonly { readonly id: number; readonly version: number }[]>;
  /** @throws {ProductNotFound} */
  find(id: number): Promise<SeenProduct>;
  /** @throws {SlugTaken | BrandUnknown | CategoryUnknown} */
  add(draft: NewDraft, by: Actor): Promise<SeenProduct>;
  /**
   * Locks the product, lets `decide` look at it, and writes the decision with its events and its entry in the audit log
   * in one transaction; undefined writes nothing.
   *
   * @throws {ProductNotFound | SlugTaken | SkuTaken | BarcodeTaken | BrandUnknown | CategoryUnknown} and whatever
   * `decide` throws, with nothing written.
   */
  update(
    id: number,
    by: Actor,
    decide: (product: FullProduct, rules: ProductRules) => FullProductDecision | undefined,
  ): Promise<SeenProduct>;
  /** One that the product shows already is not added again. @throws {ProductNotFound | TooManyPictures} */
  addMedia(id: number, by: Actor, picture: { hash: string; alt: string }): Promise<SeenProduct>;
}
