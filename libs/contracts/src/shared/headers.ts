import { z } from 'zod';

/** The strong ETag of an aggregate's version (RFC 9110, section 8.8.3). */
export const etagOf = (version: number): string => `"v${version}"`;

/**
 * The header with which a change says what it was made on; parsed it is the version. Without it the answer is 428
 * (RFC 6585), if it is no longer true 412.
 */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .regex(/^"v\d{1,10}"$/)
    .transform((etag) => Number(etag.slice(2, -1))),
});

/**
 * The header under which something is done once however often it is asked for (IETF
 * draft-ietf-httpapi-idempotency-key-header-07): 1 to 255 visible ASCII characters, with or without the quotes of a
 * structured-field string, which parsed are gone.
 */
export const idempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .regex(/^"?[\x21\x23-\x7e]{1,255}"?$/)
    .transform((key) => key.replace(/^"/, '').replace(/"$/, '')),
});
