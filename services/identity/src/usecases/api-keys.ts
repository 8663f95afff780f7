import type { ApiKey } from '../domain/api-key.ts';
import { digestOf, newSecret } from './key-secret.ts';
import type { Actor } from './people.ts';

export interface ApiKeyStore {
  list(): Promise<ApiKey[]>;
  /** @throws {TooManyApiKeys} */
  add(key: ApiKey, digest: string, by: Actor): Promise<void>;
  /** The key as it is then, whether it was revoked before or not. @throws {ApiKeyNotFound} */
  revoke(id: string, at: Date, by: Actor): Promise<ApiKey>;
  /** One that may be used at that time, with the digest of its secret. */
  findUsable(id: string, at: Date): Promise<{ key: ApiKey; digest: string } | undefined>;
  noteUse(id: string, at: Date): Promise<void>;
}

const dayMs = 86_400_000;

/** Makes and ends keys of other systems. */
export const createApiKeys = (deps: { store: ApiKeyStore; newId: () => string; now: () => Date }) => ({
  list: () => deps.store.list(),

  /** The secret is given once, and kept by nobody. @throws {TooManyApiKeys} */
  make: async (
    asked: { name: string; scopes: readonly string[]; days: number },
    by: Actor,
  ): Promise<{ key: ApiKey; secret: string }> => {
    const madeAt = deps.now();
    const secret = newSecret();
    const key: ApiKey = {
      id: deps.newId(),
      name: asked.name,
      scopes: [...new Set(asked.scopes)],
      madeAt,
      expiresAt: new Date(madeAt.getTime() + asked.days * dayMs),
    };
    await deps.store.add(key, digestOf(secret), by);
    return { key, secret };
  },

  /** @throws {ApiKeyNotFound} */
  revoke: (id: string, by: Actor): Promise<ApiKey> => deps.store.revoke(id, deps.now(), by),
});
export type ApiKeys = ReturnType<typeof createApiKeys>;
