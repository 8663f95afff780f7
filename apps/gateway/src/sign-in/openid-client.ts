import { gatewayApi, scope, shopPage } from '@quayside/contracts';
import { problemOf, ProblemError } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import * as openid from 'openid-client';
import { stateWith } from './sign-in-state.ts';

interface Tokens {
  accessToken: string;
  accessExpiresAt: number;
  refreshToken: string;
}

export interface SignInStart {
  url: string;
  state: string;
  nonce: string;
  codeVerifier: string;
  maxAge?: number;
}

/** What the gateway asks of the OpenID provider. Every call throws 503 `identity-unavailable` while it is away. */
export interface OpenIdClient {
  start(options: {
    register: boolean;
    returnTo: string;
    isAgain: boolean;
    /** Whoever is signed in and showed who they are longer ago than so many seconds shows it once more. */
    stepUp?: { maxAge: number; email: string };
  }): Promise<SignInStart>;
  finish(
    callbackUrl: URL,
    expected: Pick<SignInStart, 'state' | 'nonce' | 'codeVerifier' | 'maxAge'>,
  ): Promise<Tokens & { claims: Record<string, unknown> }>;
  /** @returns undefined when the provider refuses the refresh token: the session is over. */
  refresh(refreshToken: string): Promise<Tokens | undefined>;
  /** Ends the whole token family; failing is only logged. */
  revoke(refreshToken: string): Promise<void>;
  /** Where the browser goes to end its session at the provider. */
  /** Of a sign-out on a page in that language. */
  endSessionUrl(language: 'en' | 'de'): string;
}

export const clientId = 'quayside-gateway';
const resource = 'urn:quayside:api';
const wanted = ['openid', 'profile', 'email', ...scope.options].join(' ');
/** A refresh is done this long before the expiry the provider states, for clocks that differ. */
const expiryMarginMs = 10_000;

export const identityUnavailable = (cause: unknown): ProblemError =>
  new ProblemError(problemOf('identity-unavailable', gatewayApi.problems['identity-unavailable']), cause);

const tokensOf = (answer: openid.TokenEndpointResponse, formerRefreshToken = ''): Tokens => ({
  accessToken: answer.access_token,
  accessExpiresAt: Date.now() + (answer.expires_in ?? 60) * 1000 - expiryMarginMs,
  refreshToken: answer.refresh_token ?? formerRefreshToken,
});

/** The provider's answers about us (a 4xx with an OAuth error code), as against its absence. */
const isRefusal = (error: unknown): error is openid.ResponseBodyError =>
  error instanceof openid.ResponseBodyError;

/** What came back through the browser is not what the provider sends, such as another issuer's answer (RFC 9207). */
const isForeign = (error: unknown): boolean =>
  error instanceof openid.AuthorizationResponseError ||
  (error instanceof openid.ClientError && error.code === 'OAUTH_INVALID_RESPONSE');

export const createOpenIdClient = (options: {
  publicOrigin: string;
  identityUrl: string;
  clientSecret: string;
  logger: Logger;
}): OpenIdClient => {
  const { publicOrigin, identityUrl, logger } = options;
  const issuer = new URL(`${publicOrigin}/identity`);
  let discovered: Promise<openid.Configuration> | undefined;

  /** The issuer is the public origin; the back channel goes straight to the service. */
  const backChannel: openid.CustomFetch = (url, init) => {
    const direct = url.startsWith(publicOrigin) ? identityUrl + url.slice(publicOrigin.length) : url;
    const headers = {
      ...init.headers,
      'x-forwarded-proto': issuer.protocol.replace(':', ''),
      'x-forwarded-host': issuer.host,
    };
    return fetch(direct, { ...init, headers, signal: AbortSignal.timeout(5000) } as RequestInit);
  };

  const configuration = (): Promise<openid.Configuration> => {
    discovered ??= openid
      .discovery(issuer, clientId, undefined, openid.ClientSecretBasic(options.clientSecret), {
        [openid.customFetch]: backChannel,
        // Plain http is for development only: there the issuer itself is http.
        execute: issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        discovered = undefined;
        throw identityUnavailable(error);
      });
    return discovered;
  };

  return {
    start: async ({ register, returnTo, isAgain, stepUp }) => {
      const config = await configuration();
      const codeVerifier = openid.randomPKCECodeVerifier();
      const state = stateWith(openid.randomState(), returnTo, isAgain);
      const nonce = openid.randomNonce();
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: `${publicOrigin}/auth/callback`,
        scope: wanted,
        resource,
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        // For the provider's own pages, which lead there once they have expired.
        return_to: returnTo,
        ...(register && { screen_hint: 'register' }),
        ...(stepUp && { max_age: String(stepUp.maxAge), login_hint: stepUp.email }),
      });
      return { url: url.href, state, nonce, codeVerifier, ...(stepUp && { maxAge: stepUp.maxAge }) };
    },
    finish: async (callbackUrl, expected) => {
      const config = await configuration();
      const answer = await openid
        .authorizationCodeGrant(
          config,
          callbackUrl,
          {
            pkceCodeVerifier: expected.codeVerifier,
            expectedState: expected.state,
            expectedNonce: expected.nonce,
            idTokenExpected: true,
            ...(expected.maxAge !== undefined && { maxAge: expected.maxAge }),
          },
          { resource },
        )
        .catch((error: unknown) => {
          if (isRefusal(error) || isForeign(error)) throw error;
          throw identityUnavailable(error);
        });
      return { ...tokensOf(answer), claims: { ...answer.claims() } };
    },
    refresh: async (refreshToken) => {
      const config = await configuration();
      try {
        return tokensOf(await openid.refreshTokenGrant(config, refreshToken, { resource }), refreshToken);
      } catch (error) {
        if (isRefusal(error) && error.error === 'invalid_grant') return undefined;
        // Any other refusal is about us, as while a new client secret is rolled out: nobody is signed out for it.
        throw identityUnavailable(error);
      }
    },
    revoke: async (refreshToken) => {
      try {
        await openid.tokenRevocation(await configuration(), refreshToken);
      } catch (error) {
        logger.warn({ err: error }, 'the refresh token could not be revoked; it expires by itself');
      }
    },
    endSessionUrl: (language) => {
      const home = shopPage(language, 'home');
      const query = new URLSearchParams({
        client_id: clientId,
        post_logout_redirect_uri: publicOrigin + home,
        // The provider's page on the way is in the language of where it leads.
        again: home,
      });
      return `${issuer.href}/session/end?${query.toString()}`;
    },
  };
};
