import { errors, type Client, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider';
import { keyAudience, keyResource, scope, scopesOf, type Scope } from '@quayside/contracts';
import { userOf } from './accounts.ts';
import { ownScopesOf } from './clients.ts';
import { isKeyClient, keyScopesOf } from './key-clients.ts';

/** The resource indicator (RFC 8707), which must be a URI; tokens name the API by its audience. */
export const apiResource = 'urn:quayside:api';
const audience = 'quayside-api';
const accessTokenSeconds = 10 * 60;

/** Whose token it will be is known from sign-in on; until then every scope may be asked for. */
const scopesFor = (ctx: KoaContextWithOIDC, client: Client): readonly Scope[] => {
  if (client.grantTypeAllowed('client_credentials')) return ownScopesOf(client.clientId);
  const user = userOf(ctx);
  return user ? scopesOf(user.roles) : scope.options;
};

/** What a token is for where a client does not say it. */
export const usualResource = (client: Client): string => (isKeyClient(client) ? keyResource : apiResource);

/** The API as other systems see it: tokens of keys are for that alone, and no other client gets one. */
const resourceOfKeys = (client: Client): ResourceServer => ({
  audience: keyAudience,
  scope: keyScopesOf(client).join(' '),
  accessTokenFormat: 'jwt',
  accessTokenTTL: accessTokenSeconds,
  jwt: { sign: { alg: 'RS256' } },
});

/** The API as a resource server. Asked at every refresh too, so a token follows the user's present roles. */
export const apiResourceServer = (
  ctx: KoaContextWithOIDC,
  indicator: string,
  client: Client,
): ResourceServer => {
  if (indicator !== usualResource(client)) throw new errors.InvalidTarget();
  if (isKeyClient(client)) return resourceOfKeys(client);
  return {
    audience,
    scope: scopesFor(ctx, client).join(' '),
    accessTokenFormat: 'jwt',
    accessTokenTTL: accessTokenSeconds,
    jwt: { sign: { alg: 'RS256' } },
  };
};
