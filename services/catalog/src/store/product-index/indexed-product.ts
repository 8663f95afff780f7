import type { Money, Named, NamedCategory } from '../../domain/item.ts';
import type { Price } from '../../usecases/catalog-reads.ts';
import type { StockFigure } from '../stock-figures.ts';

interface IndexedVariant extends StockFigure {
  readonly itemId: number;
  readonly active: boolean;
}

/** What an index keeps of a product: what lists show of it, and what they filter and sort it by. */
export interface IndexedProduct {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** In other languages that it has texts in. */
  readonly names?: Readonly<Record<string, string>>;
  readonly slugs?: Readonly<Record<string, string>>;
  readonly brand: Named;
  /** From the root down. */
  readonly categories: readonly NamedCategory[];
  readonly pictureUrl: string;
  readonly from: Price;
  readonly to: Money;
  /** In other currencies that it is sold in. */
  readonly inOther?: Readonly<Record<string, { readonly from: Price; readonly to: Money }>>;
  readonly variants: readonly IndexedVariant[];
  /** Values of attributes that are facets, by code. */
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly isListed: boolean;
  /** What its reviews come to; 0 of 0 where there are none. */
  readonly ratingSum: number;
  readonly ratingCount: number;
}
