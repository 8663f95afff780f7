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

/** The item with the version at which an admin last changed it; its stock may have moved since. */
export interface EditedItem {
  readonly item: Item;
  readonly editedVersion: number;
}

/**
 * Applies an admin's change to the item as read at `expectedVersion`. Sales bump the version too, so only an edit
 * after the one the admin saw makes the change stale; otherwise a busy item could never be edited.
 *
 * @returns undefined where nothing would differ.
 * @throws {StaleVersion}
 */
export const changeItem = (
  { item, editedVersion }: EditedItem,
  change: ItemChange,
  expectedVersion: number,
): ItemDecision | undefined => {
  if (expectedVersion < editedVersion || expectedVersion > item.version) throw new StaleVersion();
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
