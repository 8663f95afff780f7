import type { SigningKey } from './signing-key-store.ts';

/** The public halves of signing keys, as the provider publishes them (RFC 7517). */
export const publicKeySet = (keys: readonly SigningKey[]) => ({
  keys: keys.map(({ privateJwk: { kty = 'RSA', n, e, kid, alg, use } }) => ({
    ...{ kty },
    ...(n !== undefined && { n }),
    ...(e !== undefined && { e }),
    ...(kid !== undefined && { kid }),
    ...(alg !== undefined && { alg }),
    ...(use !== undefined && { use }),
  })),
});
