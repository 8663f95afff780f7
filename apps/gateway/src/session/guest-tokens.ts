import { apiAudience } from '@quayside/http';
import { importJWK, SignJWT } from 'jose';
import type { GuestSigningKey } from './guest-key.ts';

export interface GuestTokens {
  /** A short-lived access token for a guest, signed with the gateway's own key. */
  tokenFor(guestId: string): Promise<string>;
}

const lifetimeSeconds = 300;
const renewBeforeMs = 60_000;
const cacheSize = 10_000;

export const createGuestTokens = ({
  signingKey,
  issuer,
}: {
  signingKey: GuestSigningKey['current'];
  issuer: string;
}): GuestTokens => {
  const known = new Map<string, { token: string; renewAt: number }>();

  const sign = async (guestId: string): Promise<string> => {
    const jwk = await signingKey();
    return new SignJWT({ scope: 'shop', roles: [], client_id: 'quayside-gateway' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid ?? '' })
      .setIssuer(issuer)
      .setAudience(apiAudience)
      .setSubject(`guest:${guestId}`)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(await importJWK(jwk, 'ES256'));
  };

  return {
    tokenFor: async (guestId) => {
      const hit = known.get(guestId);
      if (hit && hit.renewAt > Date.now()) return hit.token;
      const token = await sign(guestId);
      const oldest = known.size >= cacheSize ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
      known.set(guestId, { token, renewAt: Date.now() + lifetimeSeconds * 1000 - renewBeforeMs });
      return token;
    },
  };
};
