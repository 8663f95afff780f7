import type { Money } from '@quayside/contracts/money';
import type { CatalogItem } from './catalog-item.ts';

/** What an item costs in a currency, if it has a price in it. */
export const priceIn = (
  { price, prices }: Pick<CatalogItem, 'price' | 'prices'>,
  currency: string,
): Money | undefined => prices?.[currency] ?? (price.currency === currency ? price : undefined);
