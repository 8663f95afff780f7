import { z } from 'zod';
import { userId } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import {
  accountSecurityQuery,
  ownSecurityPage,
  ownSecurityQuery,
  securityExportQuery,
  securityPage,
  securityQuery,
  securityRecords,
} from './security-log.ts';

const path = '/api/v1/admin/identity/security';
const answers = { 200: { description: 'A part of the security log', schema: securityPage } } as const;

/** What happened that matters to security, for those who watch over the shop. */
export const securityRoutes = {
  readSecurityLog: defineRoute({
    method: 'get',
    path,
    summary: 'Sign-ins, failures, changes of accounts and refused access of half a year, the newest first',
    audience: 'admin',
    query: securityQuery,
    answers,
    problems: ['identity-unavailable'],
  }),
  exportSecurityLog: defineRoute({
    method: 'get',
    path: `${path}/export`,
    summary: 'What the filters find as CSV, the newest 50,000 at most; that it was taken is recorded',
    audience: 'admin',
    asksForRecentSignIn: true,
    query: securityExportQuery,
    answers: { 200: { description: 'A line for each entry', contentType: 'text/csv' } },
    problems: ['identity-unavailable'],
  }),
  readCustomerSecurity: defineRoute({
    method: 'get',
    path: '/api/v1/admin/identity/customers/:id/security',
    summary: 'What happened to the account of a customer; of the staff only admins see it',
    audience: 'support',
    params: z.strictObject({ id: userId }),
    query: accountSecurityQuery,
    answers,
    problems: ['user-not-found', 'staff-account', 'identity-unavailable'],
  }),
  readOwnSecurity: defineRoute({
    method: 'get',
    path: '/internal/v1/users/:id/security',
    summary: 'What happened to an account, for the user whose session it is',
    audience: 'gateway',
    params: z.strictObject({ id: userId }),
    query: ownSecurityQuery,
    answers: { 200: { description: 'A part of it, the newest first', schema: ownSecurityPage } },
    problems: ['identity-unavailable'],
  }),
  noteSecurity: defineRoute({
    method: 'post',
    path: '/internal/v1/security-records',
    summary: 'Keep what the gateway noted; the same once more changes nothing',
    audience: 'gateway',
    body: securityRecords,
    answers: { 204: { description: 'It is kept' } },
    problems: ['identity-unavailable'],
  }),
};
