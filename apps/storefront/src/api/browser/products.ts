import type {
  BulkAction,
  BulkFound,
  NewProductInput,
  ProductStatus,
  ProductUpdate,
} from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const createProduct = (product: NewProductInput) =>
  callApi('POST /api/v1/admin/catalog/products', { body: product });

/** Refused with 412, and the product as it is now, when somebody changed it since `etag` was read. */
export const changeProduct = (id: number, etag: string, change: ProductUpdate) =>
  callApi('PUT /api/v1/admin/catalog/products/:id', {
    params: { id },
    headers: { 'if-match': etag },
    body: change,
  });

export const changeProductStatus = (id: number, etag: string, status: ProductStatus) =>
  callApi('PUT /api/v1/admin/catalog/products/:id/status', {
    params: { id },
    headers: { 'if-match': etag },
    body: { status },
  });

export const changeManyProducts = (ids: number[], action: BulkAction) =>
  callApi('POST /api/v1/admin/catalog/products/bulk', { body: { ids, action } });

/** What that would do; nothing is changed. */
export const previewManyProducts = (ids: number[], action: BulkAction) =>
  callApi('POST /api/v1/admin/catalog/products/bulk/preview', { body: { ids, action } });

/** The same to all that is found when the job begins; `seen` is how many there were before. */
export const changeFoundProducts = (found: BulkFound, action: BulkAction, seen: number | undefined) =>
  callApi('POST /api/v1/admin/catalog/products/bulk/found', {
    body: { found, action, ...(seen !== undefined && { seen }) },
  });

export const previewFoundProducts = (found: BulkFound, action: BulkAction) =>
  callApi('POST /api/v1/admin/catalog/products/bulk/found/preview', { body: { found, action } });

/** Changes of prices before one that is known. */
export const readPriceChanges = (id: number, before: number) =>
  callApi('GET /api/v1/admin/catalog/products/:id/price-changes', { params: { id }, query: { before } });
