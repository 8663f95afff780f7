import type { CatalogItem, ItemUpdate } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const fetchItem = (id: number) => callApi<CatalogItem>(`/api/v1/catalog/items/${id}`);

/** Refused with 412 when somebody changed the item since `etag` was read. */
export const updateItem = (id: number, etag: string, change: ItemUpdate) =>
  callApi<CatalogItem>(`/api/v1/catalog/items/${id}`, {
    method: 'PUT',
    body: change,
    headers: { 'if-match': etag },
  });
