import type { Item } from '../domain/item.ts';
import type { StockedItem } from '../usecases/catalog-reads.ts';
import type { StockFigure, StockFigures } from './stock-figures.ts';

/** An item as it was read, with the stock of that moment. */
export interface ReadItem {
  readonly item: Item;
  readonly stock: StockFigure;
}

interface Made {
  moves: number;
  readonly available: readonly number[];
  readonly answer: object;
}

/**
 * Puts the stock of this moment into what is remembered. The answer stays the same object while no figure in it
 * moves, so that whoever renders it need not do so again.
 */
export const createCurrentStock = (figures: StockFigures) => {
  const made = new WeakMap<object, Made>();

  return <A extends object>(
    remembered: object,
    read: readonly ReadItem[],
    answerWith: (items: readonly StockedItem[]) => A,
  ): A => {
    const before = made.get(remembered);
    const moves = figures.moves();
    if (before?.moves === moves) return before.answer as A;
    const available = read.map(({ item, stock }) => figures.newest(item.id, stock));
    if (before && available.every((count, at) => count === before.available[at])) {
      before.moves = moves;
      return before.answer as A;
    }
    const answer = answerWith(read.map(({ item }, at) => ({ ...item, availableStock: available[at] ?? 0 })));
    made.set(remembered, { moves, available, answer });
    return answer;
  };
};
