import type { BrandUpdate, NewBrand } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const createBrand = (brand: NewBrand) => callApi('POST /api/v1/admin/catalog/brands', { body: brand });

/** Refused with 412, and the brand as it is now, when somebody changed it since `etag` was read. */
export const changeBrand = (id: number, etag: string, change: BrandUpdate) =>
  callApi('PUT /api/v1/admin/catalog/brands/:id', {
    params: { id },
    headers: { 'if-match': etag },
    body: change,
  });

export const deleteBrand = (id: number, etag: string) =>
  callApi('DELETE /api/v1/admin/catalog/brands/:id', { params: { id }, headers: { 'if-match': etag } });
