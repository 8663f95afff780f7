import type { Money } from '@quayside/contracts/money';
import type { CatalogItem } from './catalog-item.ts';

/** What an item costs in a currency, if it has a price in it. */
export const priceIn = (
  { price, prices }: Pick<CatalogItem, 'price' | 'prices'>,
  currency: string,
): Money | undefined => (prices ?? [price]).find((one) => one.currency === currency);
