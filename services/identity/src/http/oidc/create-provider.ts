import {
  Provider,
  type AdapterFactory,
  type Configuration,
  type errors,
  type JWK,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { callerFacts } from '@quayside/http';
import { securityReference, type Logger, type SecurityLog } from '@quayside/runtime';
import { faultPage, signedOutPage, signOutPage, unavailablePage } from '../pages/plain-pages.ts';
import { accessTokenClaims, accountOf, authenticationClaims, userOf, type FindUser } from './accounts.ts';
import { apiResourceServer, usualResource } from './api-resource.ts';
import { clientsOf, type ClientSecrets } from './clients.ts';
import { keepCookies, providerCookies } from './cookies.ts';
import { firstPartyGrant } from './first-party-grant.ts';
import { retryAfterSeconds } from '../retry-after.ts';
import {
  compareByDigest,
  isKeyClient,
  keyClientProperties,
  withKeyClients,
  type FindKey,
} from './key-clients.ts';
import { mayEndSessionAtOnce } from './sign-out.ts';
import { signInPolicy } from './sign-in-policy.ts';
import { say } from '../language/say.ts';

export interface ProviderOptions {
  readonly publicOrigin: string;
  readonly secrets: ClientSecrets;
  readonly cookieKeys: readonly string[];
  readonly adapterFor: AdapterFactory;
  readonly findUser: FindUser;
  readonly findKey: FindKey;
  /** A key got a token. */
  readonly onKeyUse: (id: string) => void;
  /** Whether an error means that the database is out of reach or busy. */
  readonly isAway: (error: unknown) => boolean;
  /** How long sessions of staff last unused. */
  readonly staffIdleMinutes: number;
  readonly now: () => Date;
  readonly security: SecurityLog;
  readonly logger: Logger;
}

const minutes = 60;
const days = 24 * 60 * minutes;

const configurationOf = (options: ProviderOptions, signingKeys: readonly JWK[]): Configuration => ({
  adapter: withKeyClients(options.adapterFor, options.findKey),
  extraClientMetadata: { properties: keyClientProperties },
  clients: clientsOf(options.publicOrigin, options.secrets),
  jwks: { keys: [...signingKeys] },
  // Not of the standard, but widely understood: `register` asks for the registration page first.
  // `return_to` is where the client sends the browser afterwards, for when the way there has expired.
  extraParams: ['screen_hint', 'return_to'],
  scopes: ['openid', 'offline_access', 'profile', 'email'],
  claims: { openid: ['sub', 'name', 'email', 'email_verified', 'roles'] },
  acrValues: ['aal1', 'aal2'],
  responseTypes: ['code'],
  clientAuthMethods: ['client_secret_basic'],
  pkce: { required: () => true },
  cookies: providerCookies(options.cookieKeys),
  interactions: {
    url: (_ctx, { uid }) => `/identity/interaction/${uid}`,
    policy: signInPolicy({ idleMinutes: options.staffIdleMinutes, now: options.now }),
  },
  findAccount: async (_ctx, id) => {
    const user = await options.findUser(id);
    return user && accountOf(user);
  },
  loadExistingGrant: firstPartyGrant,
  issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  // Signing out at the provider ends the tokens too, also those with `offline_access`.
  expiresWithSession: () => true,
  extraTokenClaims: (ctx) => ({
    ...accessTokenClaims(userOf(ctx)),
    ...(ctx.oidc.client && isKeyClient(ctx.oidc.client) && { name: ctx.oidc.client.clientName }),
    ...authenticationClaims(ctx),
  }),
  ttl: {
    AuthorizationCode: 1 * minutes,
    AccessToken: 10 * minutes,
    ClientCredentials: 10 * minutes,
    IdToken: 60 * minutes,
    Interaction: 60 * minutes,
    RefreshToken: 14 * days,
    Grant: 14 * days,
    Session: 14 * days,
  },
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    clientCredentials: { enabled: true },
    revocation: {
      enabled: true,
      allowedPolicy: async (_ctx, client, token) => client.clientId === token.clientId,
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: (_ctx, client) => usualResource(client),
      getResourceServerInfo: apiResourceServer,
      useGrantedResource: () => true,
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = signOutPage({ form, atOnce: mayEndSessionAtOnce(ctx) });
      },
      postLogoutSuccessSource: (ctx) => {
        ctx.body = signedOutPage();
      },
    },
  },
  renderError: (ctx, out, error) => {
    ctx.type = 'html';
    ctx.body = options.isAway(error)
      ? unavailablePage()
      : faultPage({
          title: say('That did not work'),
          text: say('Please start again from the shop.'),
          code: out.error_description ? `${out.error}: ${out.error_description}` : out.error,
        });
  },
});

/** A code or a refresh token that comes a second time was stolen from somebody, before or after its first use. */
const noteReuse = (
  security: SecurityLog,
  ctx: KoaContextWithOIDC,
  { error_detail: detail = '', message }: errors.OIDCProviderError,
): void => {
  if (!/already (used|consumed)/.test(`${detail} ${message} `)) return;
  const { RefreshToken: token, AuthorizationCode: code } = ctx.oidc.entities;
  const used = token ?? code;
  security.note('authn_token_reuse', {
    ...callerFacts(ctx.req),
    onUserId: used?.accountId,
    ...(used?.sessionUid && { session: securityReference(used.sessionUid) }),
    reason: token ? 'refresh-token' : 'authorization-code',
  });
};

/** The OpenID provider with a given set of keys, the signing one first. All its state is in the store. */
export const createProvider = (options: ProviderOptions, signingKeys: readonly JWK[]): Provider => {
  const provider = new Provider(`${options.publicOrigin}/identity`, configurationOf(options, signingKeys));
  keepCookies(provider, options.cookieKeys);
  compareByDigest(provider);
  // Only the gateway reaches this process; it replaces what a client sends as X-Forwarded-*.
  provider.proxy = true;
  // Its addresses are those of the browser, also where the gateway comes by TLS and the browser does not, or the other way round.
  Object.defineProperty(provider.request, 'protocol', {
    value: new URL(options.publicOrigin).protocol.slice(0, -1),
  });
  // What it says of itself the library lets every page read; no page but ours asks.
  provider.use(async (ctx, next) => {
    await next();
    for (const name of Object.keys(ctx.response.headers))
      if (name.startsWith('access-control-')) ctx.remove(name);
  });
  provider.on('server_error', (ctx, error) => {
    if (!options.isAway(error)) {
      options.logger.error({ err: error, path: ctx.path }, 'the OpenID provider failed');
      return;
    }
    // The library answers every fault that is not the client's with 500; it has not been sent yet.
    ctx.status = 503;
    ctx.set('retry-after', retryAfterSeconds);
    options.logger.warn({ err: error, path: ctx.path }, 'the OpenID provider is without its database');
  });
  provider.on('grant.error', (ctx, error) => {
    options.logger.info(
      { client: ctx.oidc.client?.clientId, error: error.message, detail: error.error_detail },
      'token request refused',
    );
    noteReuse(options.security, ctx, error);
  });
  provider.on('grant.success', ({ oidc: { client } }) => {
    if (client && isKeyClient(client)) options.onKeyUse(client.clientId);
  });
  provider.on('end_session.success', (ctx) => {
    const { session } = ctx.oidc;
    if (!session?.accountId) return;
    const facts = { ...callerFacts(ctx.req), userId: session.accountId, reason: 'signed-out' };
    options.security.note('session_expired', { ...facts, session: securityReference(session.uid) });
  });
  provider.on('grant.revoked', () => options.logger.info('grant revoked'));
  return provider;
};
