import type { ProductDecision } from '../domain/item-change.ts';
import type { Product } from '../domain/product.ts';
import type { Actor } from './actor.ts';
import type { StockedItem } from './catalog-reads.ts';

export interface ItemStore {
  /**
   * Locks the product that the item is a variant of, lets `decide` look at it, and writes the decision together with
   * its facts and its entry in the audit log in one transaction. An undefined decision writes nothing.
   *
   * @returns the item as it is afterwards.
   * @throws {ItemNotFound} and whatever `decide` throws, with nothing written.
   */
  update(
    itemId: number,
    by: Actor,
    decide: (product: Product) => ProductDecision | undefined,
  ): Promise<StockedItem>;
}
