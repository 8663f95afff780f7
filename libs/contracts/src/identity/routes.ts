import { z } from 'zod';
import { defineApi } from '../shared/api.ts';
import { defineRoute } from '../shared/route.ts';
import { userId } from '../shared/ids.ts';
import { guestKey, guestKeySet } from './guest-keys.ts';
import { customerRoutes } from './customer-routes.ts';
import { apiKeyRoutes } from './api-key-routes.ts';
import { deadLetterRoutes } from './dead-letter-routes.ts';
import { securityRoutes } from './security-routes.ts';
import { viewProblems, viewRoutes } from './saved-views.ts';
import { staffRoutes } from './staff-routes.ts';
import { protectionProblems } from './account-security.ts';
import { protectionRoutes } from './protection-routes.ts';
import { account, knownUser } from './user.ts';

const oneUser = { path: '/internal/v1/users/:id', params: z.strictObject({ id: userId }) } as const;

/** What Identity answers beside the OpenID provider and its pages, which describe themselves (OpenID Connect Discovery). */
export const identityApi = defineApi({
  name: 'identity',
  title: 'Identity',
  problems: {
    ...protectionProblems,
    ...viewProblems,
    'user-not-found': { status: 404, title: 'There is no such account' },
    'api-key-not-found': { status: 404, title: 'There is no such key' },
    'too-many-api-keys': { status: 409, title: 'There are too many keys in use; revoke some first' },
    'dead-letter-not-found': { status: 404, title: 'There is no such dead letter' },
    'last-admin': { status: 409, title: 'Somebody has to be an admin, and nobody else is' },
    'staff-account': { status: 403, title: 'Only admins do this with the account of a colleague' },
    'email-not-confirmed': { status: 409, title: 'The address of the account is not confirmed' },
    'stale-version': { status: 412, title: 'It was changed since you read it' },
    'identity-unavailable': {
      status: 503,
      title: 'Accounts and keys are out of reach right now',
      retryAfter: 1,
    },
  },
  routes: {
    ...staffRoutes,
    ...securityRoutes,
    ...customerRoutes,
    ...deadLetterRoutes,
    ...apiKeyRoutes,
    ...protectionRoutes,
    ...viewRoutes,
    publishGuestKey: defineRoute({
      method: 'put',
      path: '/internal/v1/guest-keys',
      summary: 'Publish a key by which the gateway signs tokens of guests',
      audience: 'gateway',
      body: guestKey,
      answers: { 204: { description: 'It is among the published keys' } },
      problems: ['identity-unavailable'],
    }),
    readUser: defineRoute({
      ...oneUser,
      method: 'get',
      summary: 'Who a user is, for a service that is to write to them',
      audience: 'service',
      answers: { 200: { description: 'The user as of now', schema: knownUser } },
      problems: ['user-not-found', 'identity-unavailable'],
    }),
    readAccount: defineRoute({
      ...oneUser,
      method: 'get',
      path: '/internal/v1/users/:id/account',
      summary: 'All that is kept of an account, for the user whose session it is',
      audience: 'gateway',
      answers: { 200: { description: 'The account', schema: account } },
      problems: ['user-not-found', 'identity-unavailable'],
    }),
    deleteUser: defineRoute({
      ...oneUser,
      method: 'delete',
      summary: 'Delete the account of the user whose session it is: every service forgets the person',
      audience: 'gateway',
      answers: { 204: { description: 'It is gone, or was' } },
      problems: ['last-admin', 'identity-unavailable'],
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
