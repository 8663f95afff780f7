import { callApi } from './call-api.ts';

export const createPreview = (id: number) =>
  callApi('POST /api/v1/admin/catalog/products/:id/preview-link', { params: { id } });
