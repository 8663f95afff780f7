/** `1 product`, `2 products`, `1,200 products`. */
export const productCount = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'product' : 'products'}`;
