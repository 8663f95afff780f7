import { callApi } from './call-api.ts';

export const fetchJob = (id: string) => callApi('GET /api/v1/admin/catalog/jobs/:id', { params: { id } });

export const retryJob = (id: string) =>
  callApi('POST /api/v1/admin/catalog/jobs/:id/retry', { params: { id } });

export const undoJob = (id: string) =>
  callApi('POST /api/v1/admin/catalog/jobs/:id/undo', { params: { id } });
