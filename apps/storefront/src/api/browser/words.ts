import { callApi } from './call-api.ts';

export const changeWord = (id: number, etag: string, names: { de: string | null }) =>
  callApi('PUT /api/v1/admin/catalog/words/:id', {
    params: { id },
    headers: { 'if-match': etag },
    body: { names },
  });
