import { z } from 'zod';
import { timestamp, userId } from '../shared/ids.ts';
import { keyScope } from '../shared/key-scope.ts';
import { writtenLine } from '../shared/text.ts';

/** Also the `client_id` that it is used by. */
export const apiKeyId = userId;

/** A key by which another system calls the shop. Its secret is shown to nobody after it was made. */
export const apiKey = z
  .object({
    id: apiKeyId,
    name: z.string(),
    scopes: z.array(keyScope),
    state: z.enum(['active', 'expired', 'revoked']),
    madeAt: timestamp,
    expiresAt: timestamp,
    /** To the minute. */
    lastUsedAt: timestamp.optional(),
    revokedAt: timestamp.optional(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof apiKey>;

export const apiKeyList = z.object({ items: z.array(apiKey) }).meta({ id: 'ApiKeyList' });

/** Body of `POST /api/v1/admin/identity/api-keys`. */
export const newApiKey = z
  .strictObject({
    name: writtenLine(80),
    scopes: z.array(keyScope).min(1).max(keyScope.options.length),
    /** After so many days it ends. */
    days: z.int().min(1).max(366),
  })
  .meta({ id: 'NewApiKey' });
export type NewApiKey = z.input<typeof newApiKey>;

/** The one answer with the secret. */
export const madeApiKey = apiKey.extend({ secret: z.string() }).meta({ id: 'MadeApiKey' });
export type MadeApiKey = z.infer<typeof madeApiKey>;
