import type { NewStockTake, StockCounts, StockTakeChoice } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const createStockTake = (take: NewStockTake) =>
  callApi('POST /api/v1/admin/catalog/stock-takes', { body: take });

export const addStockTakeLines = (id: string, choice: StockTakeChoice) =>
  callApi('POST /api/v1/admin/catalog/stock-takes/:id/lines', { params: { id }, body: choice });

/** Refused with 412, and the lines as they are now, where somebody else counted one since it was seen. */
export const countStock = (id: string, counts: StockCounts) =>
  callApi('PUT /api/v1/admin/catalog/stock-takes/:id/counts', { params: { id }, body: counts });

export const bookStockTake = (id: string, etag: string, reason: string) =>
  callApi('POST /api/v1/admin/catalog/stock-takes/:id/booking', {
    params: { id },
    headers: { 'if-match': etag },
    body: { reason },
  });

export const deleteStockTake = (id: string, etag: string) =>
  callApi('DELETE /api/v1/admin/catalog/stock-takes/:id', { params: { id }, headers: { 'if-match': etag } });
