import { z } from 'zod';

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * The public half of a key that signs tokens of guests (RFC 7517, P-256). Strict, so that no private half is taken or
 * shown by mistake.
 */
export const guestKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
  kid: z.string().min(1).max(100),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});
export type GuestKey = z.infer<typeof guestKey>;

/** Answer of `GET /identity/guest-jwks`. */
export const guestKeySet = z.object({ keys: z.array(guestKey) });
