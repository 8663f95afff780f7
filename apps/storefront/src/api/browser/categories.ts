import type { RouteInput, RouteOf } from '@quayside/contracts';
import { callApi } from './call-api.ts';

type Body<Key extends Parameters<typeof callApi>[0]> =
  RouteInput<RouteOf<Key>> extends { body: infer B } ? B : never;

export type NewCategory = Body<'POST /api/v1/admin/catalog/categories'>;
export type CategoryUpdate = Body<'PUT /api/v1/admin/catalog/categories/:id'>;
export type CategoryPlace = Body<'PUT /api/v1/admin/catalog/categories/:id/place'>;

export const createCategory = (body: NewCategory) =>
  callApi('POST /api/v1/admin/catalog/categories', { body });

export const changeCategory = (id: number, etag: string, body: CategoryUpdate) =>
  callApi('PUT /api/v1/admin/catalog/categories/:id', {
    params: { id },
    headers: { 'if-match': etag },
    body,
  });

export const moveCategory = (id: number, etag: string, body: CategoryPlace) =>
  callApi('PUT /api/v1/admin/catalog/categories/:id/place', {
    params: { id },
    headers: { 'if-match': etag },
    body,
  });

export const deleteCategory = (id: number, etag: string) =>
  callApi('DELETE /api/v1/admin/catalog/categories/:id', { params: { id }, headers: { 'if-match': etag } });
