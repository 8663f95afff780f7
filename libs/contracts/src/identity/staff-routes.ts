import { z } from 'zod';
import { auditPage, auditQuery } from '../shared/audit.ts';
import { ifMatch } from '../shared/headers.ts';
import { userId } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import { adminUser, adminUserPage, adminUserQuery, givenRoles } from './staff.ts';

const users = '/api/v1/admin/identity/users';
const params = z.strictObject({ id: userId });
const audience = 'admin';
const answers = { 200: { description: 'The user as of now', schema: adminUser } } as const;

/** Who may do what. */
export const staffRoutes = {
  listUsers: defineRoute({
    method: 'get',
    path: users,
    summary: 'Everybody with an account and their roles, by name where nothing else is asked for',
    audience,
    query: adminUserQuery,
    answers: { 200: { description: 'A page of users', schema: adminUserPage } },
    problems: ['identity-unavailable'],
  }),
  findUser: defineRoute({
    method: 'get',
    path: `${users}/:id`,
    summary: 'Somebody with an account, and their roles',
    audience,
    params,
    answers,
    problems: ['user-not-found', 'identity-unavailable'],
  }),
  giveRoles: defineRoute({
    method: 'put',
    path: `${users}/:id/roles`,
    summary: 'Give somebody these roles and no others; they sign in anew, with what they may do since',
    audience,
    asksForRecentSignIn: true,
    params,
    headers: ifMatch,
    body: givenRoles,
    endsSessionsOf: 'id',
    answers,
    problems: [
      'email-not-confirmed',
      'user-not-found',
      'last-admin',
      'stale-version',
      'identity-unavailable',
    ],
  }),
  readIdentityAudit: defineRoute({
    method: 'get',
    path: '/api/v1/admin/identity/audit',
    summary: 'Who of the staff changed or looked at what of people, the newest first',
    audience,
    query: auditQuery,
    answers: { 200: { description: 'A part of the audit log', schema: auditPage } },
    problems: ['identity-unavailable'],
  }),
};
