import type { Item } from '../domain/item.ts';
import { adjustStock as decideAdjustment } from '../domain/stock-level.ts';
import type { StockAdjustment, StockStore } from './stock-ledger.ts';

/** @throws {ItemNotFound | StockBelowReserved | StockTooLarge} */
export const adjustStock = (stock: StockStore, itemId: number, adjustment: StockAdjustment): Promise<Item> =>
  stock.adjust(itemId, adjustment, (level) => decideAdjustment(level, adjustment.delta));
