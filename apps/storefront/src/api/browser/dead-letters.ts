import { callApi } from './call-api.ts';

export const redriveDeadLetters = (ids: string[]) =>
  callApi('POST /api/v1/admin/operations/dead-letters/redrive', { body: { ids } });

export const discardDeadLetters = (ids: string[], reason: string) =>
  callApi('POST /api/v1/admin/operations/dead-letters/discard', { body: { ids, reason } });
