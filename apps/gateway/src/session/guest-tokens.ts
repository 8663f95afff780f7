import { apiAudience } from '@quayside/http';
import type { Redis } from 'ioredis';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { orUnavailable } from './or-unavailable.ts';

export interface GuestTokens {
  /** A short-lived access token for a guest, signed with the gateway's own key. */
  tokenFor(guestId: string): Promise<string>;
  /** The public half, for services to verify with. */
  jwks(): Promise<{ keys: JWK[] }>;
}

const storedKey = 'gateway:guest-signing-key';
const lifetimeSeconds = 300;
const renewBeforeMs = 60_000;
const cacheSize = 10_000;

/** The key all replicas share: the first to start makes it. */
const sharedKey = async (redis: Redis): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const fresh = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'ES256', use: 'sig' };
  await orUnavailable(redis.set(storedKey, JSON.stringify(fresh), 'NX'));
  return JSON.parse((await orUnavailable(redis.get(storedKey))) ?? '') as JWK;
};

export const createGuestTokens = ({ redis, issuer }: { redis: Redis; issuer: string }): GuestTokens => {
  const known = new Map<string, { token: string; renewAt: number }>();
  let key: Promise<JWK> | undefined;

  const signingKey = (): Promise<JWK> => {
    key ??= sharedKey(redis).catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return key;
  };

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
    jwks: async () => {
      const { d: _private, ...publicKey } = await signingKey();
      return { keys: [publicKey] };
    },
  };
};
