import type { ItemUpdate } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const fetchItem = (id: number) =>
  callApi('GET /api/v1/catalog/items/:idOrSlug', { params: { idOrSlug: id } });

/** Refused with 412 when somebody changed the item since `etag` was read. */
export const updateItem = (id: number, etag: string, change: ItemUpdate) =>
  callApi('PUT /api/v1/catalog/items/:id', {
    params: { id },
    headers: { 'if-match': etag },
    body: change,
  });
