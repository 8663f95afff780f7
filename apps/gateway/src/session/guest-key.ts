import { guestKey, type GuestKey } from '@quayside/contracts';
import type { Redis } from 'ioredis';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { orUnavailable } from './or-unavailable.ts';

export interface GuestSigningKey {
  /** The private key that all replicas share; services can look up its public half by the time it is handed out. */
  current(): Promise<JWK>;
  /** Says again, to an Identity that may have lost it, which key this gateway signs with. */
  publish(): Promise<void>;
}

interface StoredKey extends JWK {
  /** Made, and not yet taken by Identity. */
  isUnpublished?: true;
}

const storedAt = 'gateway:guest-signing-key';

/** The public half, for services to verify with. */
export const publicHalf = ({ kty, crv, x, y, kid, alg, use }: JWK): GuestKey =>
  guestKey.parse({ kty, crv, x, y, kid, alg, use });

/**
 * The key that signs tokens of guests; the first replica to start makes it. A fresh one is used only once Identity has
 * taken its public half. From then on guests need Identity no more.
 *
 * @param options.hand gives a public key to Identity
 */
export const createGuestSigningKey = (options: {
  redis: Redis;
  hand: (key: GuestKey) => Promise<void>;
}): GuestSigningKey => {
  const { redis, hand } = options;
  let key: Promise<JWK> | undefined;

  const load = async (): Promise<JWK> => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const fresh: StoredKey = {
      ...(await exportJWK(privateKey)),
      ...{ kid: crypto.randomUUID(), alg: 'ES256', use: 'sig', isUnpublished: true },
    };
    await orUnavailable(redis.set(storedAt, JSON.stringify(fresh), 'NX'));
    const stored = JSON.parse((await orUnavailable(redis.get(storedAt))) ?? '') as StoredKey;
    const { isUnpublished, ...jwk } = stored;
    if (isUnpublished) {
      await hand(publicHalf(jwk));
      await orUnavailable(redis.set(storedAt, JSON.stringify(jwk)));
    }
    return jwk;
  };
  const current = (): Promise<JWK> => {
    key ??= load().catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return key;
  };

  return { current, publish: async () => hand(publicHalf(await current())) };
};
