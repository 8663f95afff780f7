import { createECDH, createHash } from 'node:crypto';

export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** The 32 bytes that it spells, as `openssl rand -hex 32` and `web-push generate-vapid-keys` do; else made of it. */
const bytesOf = (secret: string): Buffer => {
  if (/^[0-9a-f]{64}$/i.test(secret)) return Buffer.from(secret, 'hex');
  const decoded = Buffer.from(secret, 'base64url');
  return /^[A-Za-z0-9_-]{43}$/.test(secret) && decoded.length === 32
    ? decoded
    : createHash('sha256').update(secret).digest();
};

/** The pair by which push services know the shop (RFC 8292): the public half follows from the secret one. */
export const vapidKeysOf = (secret: string): VapidKeys => {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(bytesOf(secret));
  return {
    publicKey: pair.getPublicKey().toString('base64url'),
    privateKey: pair.getPrivateKey().toString('base64url').padStart(43, 'A'),
  };
};
