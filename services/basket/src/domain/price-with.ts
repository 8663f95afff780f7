import type { Money } from '@quayside/contracts/money';
import type { CatalogItem } from './catalog-item.ts';
import { BasketCurrencyMixed } from './errors.ts';
import { priceIn } from './price-in.ts';
import { itemsIn, type BasketState } from './priced-basket.ts';
import { termsFor } from './terms.ts';

/**
 * What an item costs in the currency that the basket is in once it is among the others.
 *
 * @param wanted the currency it was asked for in
 * @throws {BasketCurrencyMixed} when that is another, or some item would have no price in it
 */
export function priceWith(state: BasketState, item: CatalogItem, wanted?: string): Money {
  const items = [...itemsIn(state), item];
  const { currency } = termsFor(state.settings, state.basket.choice, items);
  const unpriced = items.filter((one) => !priceIn(one, currency));
  const price = priceIn(item, currency);
  if (!price || unpriced.length > 0 || (wanted !== undefined && wanted !== currency))
    throw new BasketCurrencyMixed(currency, unpriced.length > 0 ? unpriced.map(({ id }) => id) : [item.id]);
  return price;
}
