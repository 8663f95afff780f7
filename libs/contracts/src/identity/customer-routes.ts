import { z } from 'zod';
import { idempotencyKey, ifMatch } from '../shared/headers.ts';
import { userId } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import {
  customer,
  customerExportQuery,
  customerFile,
  customerPage,
  customerQuery,
  customerState,
  newCustomerNote,
} from './customers.ts';

const path = '/api/v1/admin/identity/customers';
const params = z.strictObject({ id: userId });
const answers = { 200: { description: 'The customer as of now', schema: customer } } as const;

/** Customers, for those who help them. What is looked at is in the audit log, as what is changed is. */
export const customerRoutes = {
  listCustomers: defineRoute({
    method: 'get',
    path,
    summary:
      'Everybody with an account, and what their orders come to; the newest where nothing else is asked for',
    audience: 'support',
    query: customerQuery,
    answers: { 200: { description: 'A page of customers', schema: customerPage } },
    problems: ['identity-unavailable'],
  }),
  exportCustomers: defineRoute({
    method: 'get',
    path: `${path}/export`,
    summary: 'All customers that a list would show, as CSV; that somebody took a copy is recorded',
    audience: 'admin',
    asksForRecentSignIn: true,
    query: customerExportQuery,
    answers: { 200: { description: 'A line for each customer', contentType: 'text/csv' } },
    problems: ['identity-unavailable'],
  }),
  findCustomer: defineRoute({
    method: 'get',
    path: `${path}/:id`,
    summary: 'A customer with notes and where they are signed in; that it was looked at is recorded',
    audience: 'support',
    params,
    answers,
    problems: ['user-not-found', 'identity-unavailable'],
  }),
  addCustomerNote: defineRoute({
    method: 'post',
    path: `${path}/:id/notes`,
    summary: 'Write down something about a customer that they get to see only with an export of their data',
    audience: 'support',
    params,
    headers: idempotencyKey,
    body: newCustomerNote,
    answers,
    problems: ['user-not-found', 'identity-unavailable'],
  }),
  signOutCustomer: defineRoute({
    method: 'post',
    path: `${path}/:id/sign-out`,
    summary: 'End every session of a customer, wherever they are signed in; of the staff only admins may',
    audience: 'support',
    params,
    endsSessionsOf: 'id',
    answers: { 204: { description: 'They are signed in nowhere' } },
    problems: ['user-not-found', 'staff-account', 'identity-unavailable'],
  }),
  setCustomerState: defineRoute({
    method: 'put',
    path: `${path}/:id/state`,
    summary:
      'Disable an account, which ends every session and lets nobody sign in with it, or enable it again',
    audience: 'admin',
    params,
    headers: ifMatch,
    body: customerState,
    endsSessionsOf: 'id',
    answers,
    problems: ['user-not-found', 'last-admin', 'stale-version', 'identity-unavailable'],
  }),
  deleteCustomer: defineRoute({
    method: 'delete',
    path: `${path}/:id`,
    summary:
      'Delete an account as its owner would: every service forgets the person, open orders are cancelled',
    audience: 'admin',
    asksForRecentSignIn: true,
    params,
    headers: ifMatch,
    endsSessionsOf: 'id',
    answers: { 204: { description: 'It is gone' } },
    problems: ['user-not-found', 'last-admin', 'stale-version', 'identity-unavailable'],
  }),
  exportCustomer: defineRoute({
    method: 'get',
    path: `${path}/:id/export`,
    summary: 'All that Identity keeps of a customer; that it was taken is recorded',
    audience: 'admin',
    asksForRecentSignIn: true,
    params,
    answers: { 200: { description: 'Account with notes, and sessions', schema: customerFile } },
    problems: ['user-not-found', 'identity-unavailable'],
  }),
};
