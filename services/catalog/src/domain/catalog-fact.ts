import type { Item, Money } from './item.ts';

export interface StockLine {
  readonly itemId: number;
  readonly quantity: number;
}

export interface Shortfall {
  readonly itemId: number;
  readonly requested: number;
  readonly available: number;
}

/** What happened in the catalog and leaves it as an integration event. */
export type CatalogFact =
  | { readonly type: 'item-changed'; readonly item: Item }
  | {
      readonly type: 'item-price-changed';
      readonly itemId: number;
      readonly oldPrice: Money;
      readonly newPrice: Money;
      readonly version: number;
    }
  | {
      readonly type: 'stock-changed';
      readonly itemId: number;
      readonly available: number;
      readonly version: number;
    }
  | {
      readonly type: 'question-answered';
      readonly questionId: string;
      readonly askerId: string;
      readonly itemId: number;
      readonly version: number;
    }
  | {
      readonly type: 'stock-reserved';
      readonly orderId: string;
      readonly lines: readonly StockLine[];
      readonly version: number;
    }
  | {
      readonly type: 'stock-rejected';
      readonly orderId: string;
      readonly lines: readonly Shortfall[];
      readonly version: number;
    };
