import type { StockFigure, StockFigures } from './stock-figures.ts';

/** Whose stock an answer shows, and what it was when it was read. */
export interface ReadStock {
  readonly itemId: number;
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
    read: readonly ReadStock[],
    answerWith: (available: readonly number[]) => A,
  ): A => {
    const before = made.get(remembered);
    const moves = figures.moves();
    if (before?.moves === moves) return before.answer as A;
    const available = read.map(({ itemId, stock }) => figures.newest(itemId, stock));
    if (before && available.every((count, at) => count === before.available[at])) {
      before.moves = moves;
      return before.answer as A;
    }
    const answer = answerWith(available);
    made.set(remembered, { moves, available, answer });
    return answer;
  };
};
