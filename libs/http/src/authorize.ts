import type { Audience, KeyScope } from '@quayside/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { requireAudience } from './audience.ts';
import { noteCaller } from './caller-facts.ts';
import { ProblemError } from './problem.ts';
import type { Principal, TokenVerifier } from './token-verifier.ts';

/**
 * Who calls, checked against the audience of a route that is not for everybody.
 *
 * @throws {ProblemError} 401 `unauthenticated` or `invalid-token`; 403 as `requireAudience` says
 */
export type Authorize = (
  req: IncomingMessage,
  res: ServerResponse,
  audience: Exclude<Audience, 'public' | 'gateway' | 'service'>,
  keyScope?: KeyScope,
) => Promise<Principal>;

const bearerOf = (req: IncomingMessage): string | undefined =>
  /^Bearer ([\w.~+/-]+=*)$/.exec(req.headers.authorization ?? '')?.[1];

export const unauthenticated = (): ProblemError =>
  new ProblemError({
    status: 401,
    code: 'unauthenticated',
    title: 'Sign in first',
    headers: { 'www-authenticate': 'Bearer' },
  });

/** By bearer token (RFC 6750), as services do. */
export const authorizeByToken =
  (verifier: TokenVerifier): Authorize =>
  async (req, _res, audience, keyScope) => {
    const token = bearerOf(req);
    if (!token) throw unauthenticated();
    const principal = await verifier.verify(token);
    noteCaller(req, principal.id, principal.expiresAt);
    requireAudience(audience, principal, keyScope);
    return principal;
  };

/** The principal where a token is sent, undefined where none is: for public reads that show more to some. */
export const principalIfAny = async (
  req: IncomingMessage,
  verifier: TokenVerifier,
): Promise<Principal | undefined> => {
  const token = bearerOf(req);
  return token ? verifier.verify(token) : undefined;
};
