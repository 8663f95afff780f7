import { z } from 'zod';
import { defineRoute } from '../shared/route.ts';
import { apiKey, apiKeyId, apiKeyList, madeApiKey, newApiKey } from './api-keys.ts';

const path = '/api/v1/admin/identity/api-keys';
const audience = 'admin';

/** Keys for systems that are not the shop's own. */
export const apiKeyRoutes = {
  listApiKeys: defineRoute({
    method: 'get',
    path,
    summary: 'All keys, the newest first, without their secrets',
    audience,
    answers: { 200: { description: 'The keys', schema: apiKeyList } },
    problems: ['identity-unavailable'],
  }),
  makeApiKey: defineRoute({
    method: 'post',
    path,
    summary: 'A new key; its secret is in this answer and nowhere else',
    audience,
    asksForRecentSignIn: true,
    body: newApiKey,
    answers: { 201: { description: 'The key, with its secret', schema: madeApiKey } },
    problems: ['too-many-api-keys', 'identity-unavailable'],
  }),
  revokeApiKey: defineRoute({
    method: 'delete',
    path: `${path}/:id`,
    summary:
      'End a key: it gets no token any more, and those it has end within ten minutes. Once more changes nothing',
    audience,
    params: z.strictObject({ id: apiKeyId }),
    answers: { 200: { description: 'The key as it is now', schema: apiKey } },
    problems: ['api-key-not-found', 'identity-unavailable'],
  }),
};
