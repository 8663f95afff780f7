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

export const stateOf = ({ expiresAt, revokedAt }: ApiKey, now: Date): KeyState => {
  if (revokedAt) return 'revoked';
  return expiresAt <= now ? 'expired' : 'active';
};
