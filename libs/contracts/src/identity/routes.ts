import { defineApi } from '../shared/api.ts';
import { defineRoute } from '../shared/route.ts';
import { guestKey, guestKeySet } from './guest-keys.ts';

/** What Identity answers beside the OpenID provider and its pages, which describe themselves (OpenID Connect Discovery). */
export const identityApi = defineApi({
  name: 'identity',
  title: 'Identity',
  problems: {
    'identity-unavailable': {
      status: 503,
      title: 'Accounts and keys are out of reach right now',
      retryAfter: 1,
    },
  },
  routes: {
    publishGuestKey: defineRoute({
      method: 'put',
      path: '/internal/v1/guest-keys',
      summary: 'Publish a key by which the gateway signs tokens of guests',
      audience: 'gateway',
      body: guestKey,
      answers: { 204: { description: 'It is among the published keys' } },
      problems: ['identity-unavailable'],
    }),
    listGuestKeys: defineRoute({
      method: 'get',
      path: '/identity/guest-jwks',
      summary: 'The keys that verify tokens of guests (RFC 7517)',
      audience: 'public',
      answers: { 200: { description: 'A JSON Web Key Set', schema: guestKeySet } },
      problems: ['identity-unavailable'],
    }),
  },
});
