import { etagOf } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import { adjustStock } from '../usecases/adjust-stock.ts';
import { changeItem } from '../usecases/change-item.ts';
import type { ItemStore } from '../usecases/item-store.ts';
import type { StockStore } from '../usecases/stock-ledger.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

/** What only admins may do to items and their stock. */
export const serveItemAdministration = (
  api: Api,
  { items, stock }: { items: ItemStore; stock: StockStore },
): void =>
  api.serve(contract, {
    changeItem: async ({ params: { id }, headers, body, principal }) => {
      const item = await changeItem(items, {
        itemId: id,
        expectedVersion: headers['if-match'],
        change: body,
        by: actorOf(principal),
      });
      return ok(item, { etag: etagOf(item.version) });
    },
    adjustStock: async ({ params: { id }, body, principal }) => {
      const item = await adjustStock(stock, id, { ...body, madeBy: actorOf(principal) });
      return ok(item, { etag: etagOf(item.version) });
    },
  });
