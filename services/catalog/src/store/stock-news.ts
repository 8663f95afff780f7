import { z } from 'zod';
import type { KeptIndex } from './product-index/kept-index.ts';
import type { ReadCache } from './read-cache.ts';
import type { StockFigures } from './stock-figures.ts';

/** The channel on which a commit tells whose stock moved; migration 0004 writes what is said there. */
export const stockChannel = 'catalog_stock_moved';

export interface StockMoved {
  /** Item, how many can be had, version of its stock. */
  readonly figures: readonly (readonly [itemId: number, available: number, version: number])[];
  /** Something sold out, or can be had again: lists of what is in stock are not what they were. */
  readonly crossed: boolean;
}

const stockMoved = z.object({
  figures: z.array(z.tuple([z.int(), z.int(), z.int()])),
  crossed: z.boolean(),
});

/** Whom a process tells of stock that moved, in itself or in another. */
export const createStockNews = (told: { cache: ReadCache; figures: StockFigures; products: KeptIndex }) => {
  const { cache, figures, products } = told;
  const moved = ({ figures: heard, crossed }: StockMoved): void => {
    for (const [itemId, available, version] of heard) {
      figures.hear(itemId, { available, version });
      products.stockMoved(itemId, { available, version });
    }
    if (crossed) cache.forgetStocked();
  };
  return { moved, heard: (payload: string): void => moved(stockMoved.parse(JSON.parse(payload))) };
};
