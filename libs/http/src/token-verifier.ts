import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { keyAudience, keyScope } from '@quayside/contracts';
import { LRUCache } from 'lru-cache';
import { integerField } from '@quayside/runtime';
import { z } from 'zod';
import { ProblemError } from './problem.ts';

export type PrincipalKind = 'user' | 'guest' | 'machine';

/** Who calls, as said by a verified token and nothing else. `id` of a guest is `guest:<uuid>`. */
export interface Principal {
  id: string;
  kind: PrincipalKind;
  name: string;
  email: string;
  /** Whether they have shown that it is theirs; absent of a guest, and from the Identity of the version before. */
  emailConfirmed?: boolean;
  roles: readonly string[];
  scopes: readonly string[];
  /** When they last showed who they are, in milliseconds since the epoch; a session that goes on does not. */
  authenticatedAt?: number;
  /** How well they showed it: `aal2` with a second factor. */
  acr?: string;
  /** When the token that says so ends, in milliseconds since the epoch. */
  expiresAt?: number;
}

const guestPrefix = 'guest:';

/** The id by which services keep what is a caller's own: of a guest the UUID alone. */
export const ownerIdOf = ({ id }: Pick<Principal, 'id'>): string =>
  id.startsWith(guestPrefix) ? id.slice(guestPrefix.length) : id;

export interface TokenIssuer {
  issuer: string;
  /** Where its public keys are, or, for whoever has them at hand, the keys. */
  keys: { uri: string } | { read: () => Promise<JSONWebKeySet> };
  kind: 'user' | 'guest';
}

export interface TokenVerifier {
  /**
   * Checks signature, issuer, audience, `typ: at+jwt` (RFC 9068), algorithm and expiry.
   *
   * @throws {ProblemError} 401 `invalid-token`, or 503 `identity-unavailable` while the keys cannot be fetched.
   */
  verify(token: string): Promise<Principal>;
}

const algorithms = ['ES256', 'RS256', 'EdDSA'];
const cacheSize = 10_000;

const unavailable = (cause: unknown) =>
  new ProblemError(
    {
      status: 503,
      code: 'identity-unavailable',
      title: 'Sign-in cannot be checked right now',
      headers: { 'retry-after': '2' },
    },
    cause,
  );

const invalid = () =>
  new ProblemError({
    status: 401,
    code: 'invalid-token',
    title: 'The access token is not valid',
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The issuer of guests is believed that somebody is a guest, and nothing beyond. */
const guestOf = (claims: JWTPayload): Principal => ({
  id: text(claims.sub),
  kind: 'guest',
  name: '',
  email: '',
  roles: [],
  scopes: text(claims['scope'])
    .split(' ')
    .filter((scope) => scope === 'shop'),
});

/** How and when whoever a token is for showed who they are (OpenID Connect Core 1.0, section 2). */
export const authenticationOf = (claims: JWTPayload): Pick<Principal, 'authenticatedAt' | 'acr'> => ({
  ...(typeof claims['auth_time'] === 'number' && { authenticatedAt: claims['auth_time'] * 1000 }),
  ...(typeof claims['acr'] === 'string' && { acr: claims['acr'] }),
});

/** An API key is itself and nobody else, with its own scopes and no role. */
const keyOf = (claims: JWTPayload): Principal => ({
  id: text(claims.sub),
  kind: 'machine',
  name: text(claims['name']),
  email: '',
  roles: [],
  scopes: text(claims['scope'])
    .split(' ')
    .filter((one) => keyScope.safeParse(one).success),
});

const principalOf = (claims: JWTPayload, kind: 'user' | 'guest'): Principal => {
  if (kind === 'guest') return guestOf(claims);
  return claims.aud === keyAudience ? keyOf(claims) : userOrMachineOf(claims);
};

const userOrMachineOf = (claims: JWTPayload): Principal => ({
  id: text(claims.sub),
  kind: claims.sub === claims['client_id'] ? 'machine' : 'user',
  name: text(claims['name']),
  email: text(claims['email']),
  ...(typeof claims['email_verified'] === 'boolean' && { emailConfirmed: claims['email_verified'] }),
  roles: Array.isArray(claims['roles']) ? claims['roles'].map(String) : [],
  scopes: text(claims['scope']).split(' ').filter(Boolean),
  ...authenticationOf(claims),
});

/** The issuer a token claims, unverified: only used to pick the keys that verify it. */
const claimedIssuer = (token: string): string => {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    return text((JSON.parse(payload) as JWTPayload).iss);
  } catch {
    return '';
  }
};

const keysOf = ({ keys }: TokenIssuer): JWTVerifyGetKey => {
  if ('uri' in keys)
    return createRemoteJWKSet(new URL(keys.uri), { timeoutDuration: 2000, cooldownDuration: 1000 });
  return async (header, token) => createLocalJWKSet(await keys.read())(header, token);
};

/**
 * Verifies the tokens of several issuers. Keys are fetched when the first token comes, and again for a key nobody knows
 * yet, once a second at most; a verified token is remembered until it expires.
 */
export const createTokenVerifier = (options: {
  issuers: readonly TokenIssuer[];
  audience: string;
}): TokenVerifier => {
  const issuers = new Map<string, Omit<TokenIssuer, 'keys'> & { keys: JWTVerifyGetKey }>(
    options.issuers.map((issuer) => [
      issuer.issuer,
      {
        ...issuer,
        keys: keysOf(issuer),
      },
    ]),
  );
  // Checking a signature costs more than most requests.
  const known = new LRUCache<string, Principal>({
    max: cacheSize,
    ttlResolution: 0,
    perf: { now: () => Date.now() },
  });

  const verifyAnew = async (token: string): Promise<Principal> => {
    const issuer = issuers.get(claimedIssuer(token));
    if (!issuer) throw invalid();
    const { payload } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.kind === 'user' ? [options.audience, keyAudience] : options.audience,
      typ: 'at+jwt',
      algorithms,
      requiredClaims: ['exp', 'sub'],
    });
    const expiresAt = (payload.exp ?? 0) * 1000;
    const principal = { ...principalOf(payload, issuer.kind), expiresAt };
    const ttl = expiresAt - Date.now();
    if (ttl > 0) known.set(token, principal, { ttl });
    return principal;
  };

  return {
    verify: async (token) => {
      const hit = known.get(token);
      if (hit) return hit;
      try {
        return await verifyAnew(token);
      } catch (error) {
        if (error instanceof ProblemError) throw error;
        // jose: every fault of the token itself is a JOSEError; a failed fetch of keys is a timeout or not one.
        const keysOutOfReach = error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError);
        if (keysOutOfReach || error.code === 'ERR_JOSE_GENERIC') throw unavailable(error);
        throw invalid();
      }
    },
  };
};

/** How staff have to show who they are. */
export const staffConfig = {
  STAFF_SECOND_FACTOR: z
    .enum(['required', 'optional'])
    .default('optional')
    .describe('whether routes for staff are closed to whoever signed in without a second factor'),
};

/** How long staff stay signed in without being seen, for those who keep sessions. */
export const staffIdleConfig = {
  STAFF_IDLE_MINUTES: integerField(
    5,
    1440,
    60,
    'minutes after which a session of the staff that nobody uses is over, and they show anew who they are',
  ),
};

/** The variables by which a service knows whose tokens to take. */
export const authConfig = {
  TOKEN_ISSUER: z.url().describe('issuer of user tokens, <public origin>/identity'),
  TOKEN_JWKS_URL: z.url().describe('where its public keys are'),
  GUEST_TOKEN_ISSUER: z.url().describe('issuer of guest tokens, <public origin>/guest'),
  GUEST_TOKEN_JWKS_URL: z.url().describe('where its public keys are'),
  ...staffConfig,
};

/** `aud` of every access token for our services. */
export const apiAudience = 'quayside-api';

/** The verifier of users' and guests' tokens, from the variables of `authConfig`. */
export const tokenVerifierFrom = (config: z.infer<z.ZodObject<typeof authConfig>>): TokenVerifier =>
  createTokenVerifier({
    audience: apiAudience,
    issuers: [
      { issuer: config.TOKEN_ISSUER, keys: { uri: config.TOKEN_JWKS_URL }, kind: 'user' },
      { issuer: config.GUEST_TOKEN_ISSUER, keys: { uri: config.GUEST_TOKEN_JWKS_URL }, kind: 'guest' },
    ],
  });
