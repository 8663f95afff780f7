import type { NewApiKey } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const makeApiKey = (key: NewApiKey) => callApi('POST /api/v1/admin/identity/api-keys', { body: key });

export const revokeApiKey = (id: string) =>
  callApi('DELETE /api/v1/admin/identity/api-keys/:id', { params: { id } });
