import { changeItem as decideChange, type ItemChange } from '../domain/item-change.ts';
import type { Actor } from './actor.ts';
import type { StockedItem } from './catalog-reads.ts';
import type { ItemStore } from './item-store.ts';

export interface ChangeItem {
  itemId: number;
  expectedVersion: number;
  change: ItemChange;
  by: Actor;
}

/** @throws {ItemNotFound | StaleVersion} */
export const changeItem = (
  items: ItemStore,
  { itemId, expectedVersion, change, by }: ChangeItem,
): Promise<StockedItem> =>
  items.update(itemId, by, (product) => decideChange(product, itemId, change, expectedVersion));
