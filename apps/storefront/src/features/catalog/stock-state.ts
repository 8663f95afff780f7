/** How the shop speaks of a stock figure: exact only when it is small enough to matter. */
export type StockState = 'out' | 'few' | 'plenty';

const few = 5;

export const stockState = (availableStock: number): StockState => {
  if (availableStock <= 0) return 'out';
  return availableStock <= few ? 'few' : 'plenty';
};
