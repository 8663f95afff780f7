import type { ItemDecision } from '../domain/item-change.ts';
import type { Item } from '../domain/item.ts';
import type { StockedItem } from './catalog-reads.ts';

export interface ItemStore {
  /**
   * Locks the item, lets `decide` look at it, and writes the decision together with its facts in one transaction.
   * An undefined decision writes nothing.
   *
   * @returns the item as it is afterwards.
   * @throws {ItemNotFound} and whatever `decide` throws, with nothing written.
   */
  update(itemId: number, decide: (item: Item) => ItemDecision | undefined): Promise<StockedItem>;
}
