import { z } from 'zod';
import {
  accountSecurity,
  emailChange,
  factorCode,
  newSecondFactor,
  passwordChange,
  passwordProof,
  recoveryCodes,
} from '../identity/account-security.ts';
import { defineRoute } from '../shared/route.ts';

const away = ['service-unavailable', 'sessions-unavailable'] as const;
const proof = ['wrong-password', 'too-many-attempts', ...away] as const;

/** What somebody sees and changes of how their account is protected. */
export const accountSecurityRoutes = {
  getAccountSecurity: defineRoute({
    method: 'get',
    path: '/api/v1/account/security',
    summary: 'How the account is protected, and where it is signed in',
    audience: 'user',
    answers: { 200: { description: 'Address, second factor, sessions', schema: accountSecurity } },
    problems: away,
  }),
  changePassword: defineRoute({
    method: 'post',
    path: '/api/v1/account/password',
    summary: 'Change the password; every session ends, this one too',
    audience: 'user',
    body: passwordChange,
    answers: { 204: { description: 'It is changed' } },
    problems: [...proof, 'password-refused'],
  }),
  changeEmail: defineRoute({
    method: 'post',
    path: '/api/v1/account/email',
    summary: 'Have a link sent to a new address, which becomes that of the account when it is followed',
    audience: 'user',
    body: emailChange,
    answers: { 204: { description: 'A mail is on its way if the address can be used' } },
    problems: [...proof, 'email-malformed'],
  }),
  confirmEmailAgain: defineRoute({
    method: 'post',
    path: '/api/v1/account/confirmation',
    summary: 'Have the mail that confirms the address sent once more',
    audience: 'user',
    answers: { 204: { description: 'It is on its way, if the mailbox had not enough of them today' } },
    problems: ['too-many-attempts', ...away],
  }),
  endAccountSession: defineRoute({
    method: 'delete',
    path: '/api/v1/account/sessions/:id',
    summary: 'Sign out one other browser',
    audience: 'user',
    params: z.strictObject({ id: z.string().regex(/^[\w-]{43}$/) }),
    answers: { 204: { description: 'It is signed out, or was' } },
    problems: away,
  }),
  endAllSessions: defineRoute({
    method: 'delete',
    path: '/api/v1/account/sessions',
    summary: 'Sign out everywhere, here too',
    audience: 'user',
    answers: { 204: { description: 'No session is left' } },
    problems: away,
  }),
  beginSecondFactor: defineRoute({
    method: 'post',
    path: '/api/v1/account/second-factor',
    summary: 'Begin to set up an authenticator app',
    audience: 'user',
    body: passwordProof,
    answers: { 200: { description: 'What the app needs to know', schema: newSecondFactor } },
    problems: [...proof, 'second-factor-on'],
  }),
  turnOnSecondFactor: defineRoute({
    method: 'put',
    path: '/api/v1/account/second-factor',
    summary: 'Show that the app knows the secret: from now on signing in takes a code',
    audience: 'user',
    body: factorCode,
    answers: { 200: { description: 'Codes for when the app is lost', schema: recoveryCodes } },
    problems: ['code-wrong', 'second-factor-on', 'second-factor-not-begun', 'too-many-attempts', ...away],
  }),
  turnOffSecondFactor: defineRoute({
    method: 'post',
    path: '/api/v1/account/second-factor/removal',
    summary: 'Signing in takes the password alone again',
    audience: 'user',
    body: passwordProof,
    answers: { 204: { description: 'It is off' } },
    problems: proof,
  }),
} as const;
