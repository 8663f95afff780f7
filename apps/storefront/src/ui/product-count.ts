/** `1 product`, `2 products`. */
export const productCount = (count: number): string => `${count} ${count === 1 ? 'product' : 'products'}`;
