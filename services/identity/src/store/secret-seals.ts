import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;
const algorithm = 'aes-256-gcm';

/**
 * Seals secrets for the database, each bound to whom it belongs to: with AES-256 in GCM, so that what was changed opens nothing.
 *
 * @param what is sealed: other things have other keys
 * @param keys the newest first; what an older one sealed is still read
 */
export const createSecretSeals = (keys: readonly string[], what: 'second factor' | 'signing key') => {
  const derived = keys.map((key) => Buffer.from(hkdfSync('sha256', key, '', `quayside ${what}`, 32)));
  const [newest = Buffer.alloc(0)] = derived;

  const openWith = (key: Buffer, sealed: Buffer, owner: string): string | undefined => {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes));
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    try {
      return Buffer.concat([
        decipher.update(sealed.subarray(nonceBytes + tagBytes)),
        decipher.final(),
      ]).toString();
    } catch {
      return undefined; // sealed with another key
    }
  };

  return {
    seal: (secret: string, owner: string): Buffer => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, newest, nonce);
      cipher.setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    open: (sealed: Buffer, owner: string): string => {
      for (const key of derived) {
        const secret = openWith(key, sealed, owner);
        if (secret !== undefined) return secret;
      }
      throw new Error(`none of ACCOUNT_KEYS opens a ${what}: put the one before it back behind the newest`);
    },
  };
};
export type SecretSeals = ReturnType<typeof createSecretSeals>;
