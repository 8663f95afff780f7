import type { IncomingMessage } from 'node:http';
import { scopesOf } from '@quayside/contracts';
import {
  authenticationOf,
  requireAudience,
  unauthenticated,
  type Authorize,
  type Principal,
} from '@quayside/http';
import { decodeJwt, type JWTPayload } from 'jose';
import type { Identify, Identity } from './identify.ts';

/** The identity of a request that was let in by its session. */
export type IdentityOf = (req: IncomingMessage) => Identity;

const claimsOf = (token: string): JWTPayload => {
  try {
    return decodeJwt(token);
  } catch {
    return {};
  }
};

/** The token came from Identity itself, and has not left the session since. */
const principalOf = ({ session: { user, accessToken } }: Identity): Principal => ({
  ...user,
  kind: 'user',
  scopes: scopesOf(user.roles),
  ...authenticationOf(claimsOf(accessToken)),
});

/** Who calls the gateway's own routes is said by the session of the browser instead of a token. */
export const createAuthorizeSession = (identify: Pick<Identify, 'user'>) => {
  const identities = new WeakMap<IncomingMessage, Identity>();
  const authorize: Authorize = async (req, res, audience) => {
    const identity = await identify.user(req, res);
    if (!identity) throw unauthenticated();
    identities.set(req, identity);
    const principal = principalOf(identity);
    requireAudience(audience, principal);
    return principal;
  };
  const identityOf: IdentityOf = (req) => {
    const identity = identities.get(req);
    if (!identity) throw new Error('a route for users was reached by nobody in particular');
    return identity;
  };
  return { authorize, identityOf };
};
