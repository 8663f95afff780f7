/** How the shop speaks of a stock figure: exact only when it is small enough to matter. */
export type StockState = { kind: 'out' | 'few' | 'plenty'; label: string };

const few = 5;

export const stockState = (availableStock: number): StockState => {
  if (availableStock <= 0) return { kind: 'out', label: 'Out of stock' };
  if (availableStock <= few) return { kind: 'few', label: `Only ${availableStock} left` };
  return { kind: 'plenty', label: 'In stock' };
};
