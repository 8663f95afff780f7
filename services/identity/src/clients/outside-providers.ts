import { cleanLine, isPersonName } from '@quayside/contracts';
import { isEmail } from '@quayside/contracts/email';
import { withDeadline } from '@quayside/runtime';
import * as openid from 'openid-client';
import { OutsideProviderAway, OutsideRefused } from '../domain/errors.ts';
import type { OutsideIdentity, OutsideProvider } from '../usecases/outside-identity.ts';

export interface OutsideProviderSettings {
  readonly id: string;
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whether an address counts as confirmed that it calls verified. */
  readonly trustsEmail: boolean;
}

const callMs = 3_000;
/** Of all calls for one page together: less than the gateway waits for it. */
const pageMs = 4_000;
/** A provider changes its addresses seldom; its keys are read anew by themselves. */
const describedForMs = 60 * 60_000;

/** Codes of silence, and of a server that answers for another that is silent. */
const silence: readonly unknown[] = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  undefined,
];

/** What came back is the provider's or a stranger's word. */
const isAnswer = (error: unknown): boolean =>
  error instanceof openid.ResponseBodyError ||
  (error instanceof openid.ClientError && !silence.includes(error.code));

const toRefusal = (cause: unknown): never => {
  if (cause instanceof openid.AuthorizationResponseError)
    throw new OutsideRefused(`the provider answered ${cause.error}`, {
      byOwner: cause.error === 'access_denied',
      cause,
    });
  if (isAnswer(cause)) throw new OutsideRefused('what came back is not what the provider sends', { cause });
  throw new OutsideProviderAway('the provider does not answer', { cause });
};

const textIn = (claims: Readonly<Record<string, unknown>>, name: string, max: number): string | undefined => {
  const value = claims[name];
  return typeof value === 'string' && value !== '' && value.length <= max ? value : undefined;
};

const identityOf = (
  { id, trustsEmail }: OutsideProviderSettings,
  claims: Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string },
): OutsideIdentity => {
  const email = textIn(claims, 'email', 254);
  const isUsable = email !== undefined && isEmail(email);
  const name = cleanLine(textIn(claims, 'name', 100) ?? '');
  return {
    ...{ provider: id, issuer: claims.iss, subject: claims.sub },
    ...(isUsable && { email }),
    isEmailTrusted: isUsable && trustsEmail && claims['email_verified'] === true,
    ...(isPersonName(name) && { name }),
  };
};

/**
 * A provider of others by OpenID Connect: authorization code with PKCE, state and nonce; its issuer is checked (RFC 9207), and the
 * signature of what it says of somebody.
 *
 * @param redirectUri where it sends browsers back to
 */
export const createOutsideProvider = (
  settings: OutsideProviderSettings,
  redirectUri: string,
  now: () => Date,
): OutsideProvider => {
  const issuer = new URL(settings.issuer);
  let described: { at: number; config: Promise<openid.Configuration> } | undefined;

  const limited: openid.CustomFetch = (url, init) =>
    fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(callMs) } as RequestInit);

  const describe = (): Promise<openid.Configuration> => {
    const at = now().getTime();
    if (described && at - described.at < describedForMs) return described.config;
    const config = openid.discovery(
      issuer,
      settings.clientId,
      undefined,
      openid.ClientSecretBasic(settings.clientSecret),
      {
        [openid.customFetch]: limited,
        execute: [
          openid.enableNonRepudiationChecks,
          // Plain http is for this machine alone: no settings name another.
          ...(issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
        ],
      },
    );
    described = { at, config };
    config.catch(() => {
      described = undefined;
    });
    return config;
  };

  return {
    id: settings.id,
    label: settings.label,
    begin: async ({ maxAge }) => {
      const config = await withDeadline(describe, pageMs).catch((cause: unknown) => {
        throw new OutsideProviderAway('the provider does not say how it is asked', { cause });
      });
      const verifier = openid.randomPKCECodeVerifier();
      const state = openid.randomState();
      const nonce = openid.randomNonce();
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        ...{ state, nonce },
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // Some heed the one, some the other.
        ...(maxAge !== undefined && { max_age: String(maxAge), prompt: 'login' }),
      });
      return { url: url.href, state, nonce, verifier, ...(maxAge !== undefined && { maxAge }) };
    },
    finish: async (callbackUrl, { state, nonce, verifier, maxAge }) => {
      const redeem = async () =>
        openid.authorizationCodeGrant(await describe(), callbackUrl, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
          ...(maxAge !== undefined && { maxAge }),
        });
      const answer = await withDeadline(redeem, pageMs).catch(toRefusal);
      const claims = answer.claims();
      if (!claims) throw new OutsideRefused('the provider says nothing of who it is');
      return identityOf(settings, claims);
    },
  };
};
