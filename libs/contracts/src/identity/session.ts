import { z } from 'zod';

export const role = z.enum(['shopper', 'support', 'merchandiser', 'admin']);
export type Role = z.infer<typeof role>;

/** Answer of the gateway's `GET /auth/session`: who the browser is; never a token. */
export const session = z
  .object({
    authenticated: z.boolean(),
    user: z.object({ id: z.string(), name: z.string(), email: z.string(), roles: z.array(role) }).optional(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof session>;
