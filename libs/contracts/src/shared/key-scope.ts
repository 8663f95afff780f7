import { z } from 'zod';

/** What an API key may be made for. A route that a key opens names the scope that it takes. */
export const keyScope = z.enum(['catalog:read', 'stock:write', 'orders:read']);
export type KeyScope = z.infer<typeof keyScope>;

/** `aud` of the tokens that API keys get, which nothing else takes; and how it is asked for (RFC 8707). */
export const keyAudience = 'quayside-integrations';
export const keyResource = 'urn:quayside:integrations';
