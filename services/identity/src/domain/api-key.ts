import { createHash, randomBytes } from 'node:crypto';

export type KeyState = 'active' | 'expired' | 'revoked';

/** A key by which another system calls the shop, in place of a person. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt?: Date;
  readonly revokedAt?: Date;
}

/** 256 random bits: too many to guess, so that a plain digest of them gives nothing away. Known by how it begins. */
export const newSecret = (): string => `qsk_${randomBytes(32).toString('base64url')}`;

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const stateOf = ({ expiresAt, revokedAt }: ApiKey, now: Date): KeyState => {
  if (revokedAt) return 'revoked';
  return expiresAt <= now ? 'expired' : 'active';
};
