import { z } from 'zod';

/** What somebody on the staff does; an admin does all of it. */
export const staffRole = z.enum(['support', 'merchandiser', 'admin']);
export type StaffRole = z.infer<typeof staffRole>;

export const role = z.enum(['shopper', ...staffRole.options]);
export type Role = z.infer<typeof role>;

/** What a token may be used for: to shop, and to act in a role of the staff. */
export const scope = z.enum(['shop', ...staffRole.options]);
export type Scope = z.infer<typeof scope>;

/** What a person may ask for. */
export const scopesOf = (roles: readonly Role[]): Scope[] => [
  'shop',
  ...staffRole.options.filter((one) => roles.includes(one)),
];

/** Answer of the gateway's `GET /auth/session`: who the browser is; never a token. */
export const session = z
  .object({
    authenticated: z.boolean(),
    user: z.object({ id: z.string(), name: z.string(), email: z.string(), roles: z.array(role) }).optional(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof session>;
