/** How many of an item can be had, and the version of its stock that says so. */
export interface StockFigure {
  readonly available: number;
  readonly version: number;
}

export interface StockFigures {
  /** The newer of what was heard of the item's stock and what was read with the item. */
  newest(itemId: number, read: StockFigure): number;
  /** Takes in a figure, unless a newer one of the item is known. */
  hear(itemId: number, figure: StockFigure): void;
  /** Figures may go unheard from now on: what is known is good for nothing. */
  forget(): void;
  /** Rises with everything that is heard: while it stands, no figure has moved. */
  moves(): number;
}

/**
 * The figures of the stock that moved while this process remembers items. Both sides carry the version of the stock,
 * so it does not matter which comes first, the news of a move or a read that began before it.
 */
export const createStockFigures = (): StockFigures => {
  const heard = new Map<number, StockFigure>();
  let moves = 0;
  return {
    newest: (itemId, read) => {
      const known = heard.get(itemId);
      return known && known.version > read.version ? known.available : read.available;
    },
    hear: (itemId, figure) => {
      const known = heard.get(itemId);
      if (known && known.version >= figure.version) return;
      heard.set(itemId, figure);
      moves += 1;
    },
    forget: () => {
      heard.clear();
      moves += 1;
    },
    moves: () => moves,
  };
};
