import type { KoaContextWithOIDC, ResourceServer } from 'oidc-provider';
import { scopesOf } from '../../domain/scopes.ts';
import { userOf } from './accounts.ts';

/** The resource indicator (RFC 8707), which must be a URI; tokens name the API by its audience. */
export const apiResource = 'urn:quayside:api';
const audience = 'quayside-api';
const accessTokenSeconds = 10 * 60;

/**
 * The API as a resource server. Whose token it will be is known from sign-in on; from then on, at every refresh
 * too, the scopes are those of the user's present roles.
 */
export const apiResourceServer = (ctx: KoaContextWithOIDC): ResourceServer => {
  const user = userOf(ctx);
  return {
    audience,
    scope: (user ? scopesOf(user.roles) : ['shop', 'admin']).join(' '),
    accessTokenFormat: 'jwt',
    accessTokenTTL: accessTokenSeconds,
    jwt: { sign: { alg: 'RS256' } },
  };
};
