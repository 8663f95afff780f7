import type { CatalogFact } from './catalog-fact.ts';
import { StaleVersion } from './errors.ts';
import type { Item, Money } from './item.ts';

/** What an admin may change; absent means leave. */
export interface ItemChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly price?: Money | undefined;
  readonly active?: boolean | undefined;
}

export interface ItemDecision {
  readonly item: Item;
  readonly facts: readonly CatalogFact[];
}

/**
 * Applies an admin's change to the item as read at `expectedVersion`. Only an edit raises the version; what sells
 * meanwhile is the stock's affair.
 *
 * @returns undefined where nothing would differ.
 * @throws {StaleVersion}
 */
export const changeItem = (
  item: Item,
  change: ItemChange,
  expectedVersion: number,
): ItemDecision | undefined => {
  if (expectedVersion !== item.version) throw new StaleVersion();
  const changed: Item = {
    ...item,
    name: change.name ?? item.name,
    description: change.description ?? item.description,
    price: change.price ?? item.price,
    active: change.active ?? item.active,
    version: item.version + 1,
  };
  const priceChanged =
    changed.price.amount !== item.price.amount || changed.price.currency !== item.price.currency;
  const differs =
    priceChanged ||
    changed.name !== item.name ||
    changed.description !== item.description ||
    changed.active !== item.active;
  if (!differs) return undefined;
  const facts: CatalogFact[] = [{ type: 'item-changed', item: changed }];
  if (priceChanged) {
    facts.push({
      type: 'item-price-changed',
      itemId: item.id,
      oldPrice: item.price,
      newPrice: changed.price,
      version: changed.version,
    });
  }
  return { item: changed, facts };
};
