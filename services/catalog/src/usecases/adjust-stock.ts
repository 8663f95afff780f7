import type { Item } from '../domain/item.ts';
import { adjustStock as decideAdjustment } from '../domain/stock-level.ts';
import type { StockAdjustment, StockShelf } from './stock-ledger.ts';

/** @throws {ItemNotFound | StockBelowReserved | StockTooLarge} */
export const adjustStock = (shelf: StockShelf, itemId: number, adjustment: StockAdjustment): Promise<Item> =>
  shelf.adjust(itemId, adjustment, (level) => decideAdjustment(level, adjustment.delta));
