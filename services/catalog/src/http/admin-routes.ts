import { catalogItem, itemId, itemUpdate, stockAdjustment, wholeNumber } from '@quayside/contracts';
import { etagOf, ok, requireIfMatch, type Api } from '@quayside/http';
import { z } from 'zod';
import { adjustStock } from '../usecases/adjust-stock.ts';
import { changeItem } from '../usecases/change-item.ts';
import type { ItemStore } from '../usecases/item-store.ts';
import type { StockStore } from '../usecases/stock-ledger.ts';

const path = '/api/v1/catalog/items/:id';
const tags = ['catalog admin'];
const auth = { roles: ['admin'], scope: 'admin' } as const;
const params = z.strictObject({ id: wholeNumber(itemId) });

/** What only admins may do to items and their stock. */
export const mountAdminRoutes = (
  api: Api,
  { items, stock }: { items: ItemStore; stock: StockStore },
): void => {
  api.route({
    method: 'put',
    path,
    summary: 'Change name, description, price or visibility; absent fields stay',
    tags,
    auth,
    params,
    headers: z.object({ 'if-match': z.string() }),
    body: itemUpdate,
    responses: { 200: { description: 'The item as it is now, with its new ETag', schema: catalogItem } },
    problems: ['item-not-found', 'stale-version', 'currency-not-sold', 'catalog-unavailable'],
    handler: async ({ params: { id }, body, req }) => {
      const expectedVersion = requireIfMatch(req.headers);
      const item = await changeItem(items, { itemId: id, expectedVersion, change: body });
      return ok(item, { etag: etagOf(item.version) });
    },
  });

  api.route({
    method: 'post',
    path: `${path}/stock-adjustments`,
    summary: 'Book a delivery (positive) or a loss (negative) with its reason',
    tags,
    auth,
    params,
    body: stockAdjustment,
    responses: { 200: { description: 'The item with its stock as it is now', schema: catalogItem } },
    problems: ['item-not-found', 'stock-below-reserved', 'stock-too-large', 'catalog-unavailable'],
    handler: async ({ params: { id }, body, principal }) => {
      const item = await adjustStock(stock, id, { ...body, madeBy: principal.id });
      return ok(item, { etag: etagOf(item.version) });
    },
  });
};
