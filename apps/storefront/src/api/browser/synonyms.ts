import type { SynonymPhrases } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const createSynonyms = (group: SynonymPhrases) =>
  callApi('POST /api/v1/admin/catalog/synonyms', { body: group });

/** Refused with 412, and the group as it is now, when somebody changed it since `etag` was read. */
export const changeSynonyms = (id: number, etag: string, group: SynonymPhrases) =>
  callApi('PUT /api/v1/admin/catalog/synonyms/:id', {
    params: { id },
    headers: { 'if-match': etag },
    body: group,
  });

export const deleteSynonyms = (id: number, etag: string) =>
  callApi('DELETE /api/v1/admin/catalog/synonyms/:id', { params: { id }, headers: { 'if-match': etag } });
