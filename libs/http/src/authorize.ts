import type { IncomingMessage } from 'node:http';
import { ProblemError } from './problem.ts';
import type { Principal, TokenVerifier } from './token-verifier.ts';

/** Who may call a route. `guest: true` lets guests in; `roles` names any one that suffices. */
export type AuthRule = 'none' | { scope?: string; roles?: readonly string[]; guest?: boolean };

const forbidden = (code: string, title: string) => new ProblemError({ status: 403, code, title });

const bearerOf = (req: IncomingMessage): string | undefined =>
  /^Bearer ([\w.~+/-]+=*)$/.exec(req.headers.authorization ?? '')?.[1];

/**
 * The principal of a request, checked against the route's rule.
 *
 * @throws {ProblemError} 401 `unauthenticated` or `invalid-token`; 403 `sign-in-required` (a guest), `forbidden`.
 */
export const authorize = async (
  req: IncomingMessage,
  rule: Exclude<AuthRule, 'none'>,
  verifier: TokenVerifier,
): Promise<Principal> => {
  const token = bearerOf(req);
  if (!token) {
    throw new ProblemError({
      status: 401,
      code: 'unauthenticated',
      title: 'Sign in first',
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  const principal = await verifier.verify(token);
  if (principal.kind === 'guest' && !rule.guest) throw forbidden('sign-in-required', 'Sign in first');
  if (rule.roles && !rule.roles.some((role) => principal.roles.includes(role))) {
    throw forbidden('forbidden', 'You may not do this');
  }
  if (!principal.scopes.includes(rule.scope ?? 'shop')) {
    throw forbidden('insufficient-scope', 'The token does not allow this');
  }
  return principal;
};

/** As `authorize` where a token is sent, undefined where none is: for public reads that show more to some. */
export const principalIfAny = async (
  req: IncomingMessage,
  verifier: TokenVerifier,
): Promise<Principal | undefined> => {
  const token = bearerOf(req);
  return token ? verifier.verify(token) : undefined;
};
