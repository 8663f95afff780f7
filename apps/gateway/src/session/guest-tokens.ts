import { apiAudience } from '@quayside/http';
import { importJWK, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
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
  const known = new LRUCache<string, string>({
    max: cacheSize,
    ttl: lifetimeSeconds * 1000 - renewBeforeMs,
    ttlResolution: 0,
    perf: { now: () => Date.now() },
  });

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
      if (hit) return hit;
      const token = await sign(guestId);
      known.set(guestId, token);
      return token;
    },
  };
};
