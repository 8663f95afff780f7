import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { aggregateVersion, timestamp, userId } from '../shared/ids.ts';
import { pageOf } from '../shared/page.ts';
import { staffRole } from './session.ts';

/** Somebody with an account, and what they may do in the shop. */
export const adminUser = z
  .object({
    id: userId,
    name: z.string(),
    email: z.string(),
    /** None for whoever is a shopper and nothing else. */
    roles: z.array(staffRole),
    registeredAt: timestamp,
    isDisabled: z.boolean(),
    version: aggregateVersion,
  })
  .meta({ id: 'AdminUser' });
export type AdminUser = z.infer<typeof adminUser>;

/** More are not counted: a list of so many is to be narrowed down, not leafed through. */
export const usersCounted = 10_000;

export const adminUserPage = pageOf(adminUser)
  .extend({
    /** There are more than `totalItems`, which were not counted. */
    isMore: z.boolean(),
  })
  .meta({ id: 'AdminUserPage' });
export type AdminUserPage = z.infer<typeof adminUserPage>;

/** `q`: words each of which begins a part of the name or the e-mail address. `role`: one of them, or any. */
export const adminUserQuery = z.strictObject({
  ...adminListQuery(['name', 'registered']),
  role: z.enum([...staffRole.options, 'any']).optional(),
});
export type AdminUserQueryInput = z.input<typeof adminUserQuery>;
export type AdminUserQuery = z.infer<typeof adminUserQuery>;

/** All the roles that somebody has from now on. */
export const givenRoles = z
  .strictObject({ roles: z.array(staffRole).max(staffRole.options.length) })
  .meta({ id: 'GivenRoles' });
