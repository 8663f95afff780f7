import { adjustStock as decideAdjustment } from '../domain/stock-level.ts';
import type { StockedItem } from './catalog-reads.ts';
import type { StockAdjustment, StockStore } from './stock-ledger.ts';

/** @throws {ItemNotFound | StockBelowReserved | StockTooLarge} */
export const adjustStock = (
  stock: StockStore,
  itemId: number,
  adjustment: StockAdjustment,
): Promise<StockedItem> =>
  stock.adjust(itemId, adjustment, (level) => decideAdjustment(itemId, level, adjustment.delta));
