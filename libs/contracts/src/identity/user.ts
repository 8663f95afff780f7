import { z } from 'zod';
import { timestamp, userId } from '../shared/ids.ts';
import { role } from './session.ts';

/** Who somebody is, for a service that has to address them. No event says it. */
export const knownUser = z
  .object({
    id: userId,
    name: z.string(),
    email: z.string(),
    locale: z.string(),
    /** Nothing is mailed to whose address is not; absent from the version before, which trusted all. */
    emailConfirmed: z.boolean().optional(),
  })
  .meta({ id: 'KnownUser' });
export type KnownUser = z.infer<typeof knownUser>;

/** All that Identity keeps of an account but the password, of which it has a hash only. */
export const account = knownUser
  .extend({
    roles: z.array(role),
    registeredAt: timestamp,
    /** What staff wrote down about the person, the newest first. */
    notes: z.array(z.object({ at: timestamp, text: z.string() })).optional(),
    /** Accounts at other providers that open this one. */
    outsideSignIns: z
      .array(z.object({ provider: z.string(), email: z.string().optional(), createdAt: timestamp }))
      .optional(),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof account>;
