import { z } from 'zod';
import { userId } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import {
  accountProtection,
  emailChange,
  factorCode,
  newSecondFactor,
  passwordChange,
  passwordProof,
  recoveryCodes,
} from './account-security.ts';

const ofUser = {
  audience: 'gateway',
  params: z.strictObject({ id: userId }),
} as const;
const proofProblems = [
  'wrong-password',
  'too-many-attempts',
  'user-not-found',
  'identity-unavailable',
] as const;

/** What protects an account, for the user whose session the gateway knows. */
export const protectionRoutes = {
  readProtection: defineRoute({
    ...ofUser,
    method: 'get',
    path: '/internal/v1/users/:id/protection',
    summary: 'How an account is protected',
    answers: { 200: { description: 'Address, second factor', schema: accountProtection } },
    problems: ['user-not-found', 'identity-unavailable'],
  }),
  changePassword: defineRoute({
    ...ofUser,
    method: 'post',
    path: '/internal/v1/users/:id/password',
    summary: 'Change the password; every sign-in of the account ends',
    body: passwordChange,
    answers: { 204: { description: 'It is changed' } },
    problems: [...proofProblems, 'password-refused'],
  }),
  askForEmailChange: defineRoute({
    ...ofUser,
    method: 'post',
    path: '/internal/v1/users/:id/email',
    summary: 'Send a link to a new address, which becomes that of the account when it is followed',
    body: emailChange,
    answers: { 204: { description: 'A mail is on its way if the address can be used' } },
    problems: [...proofProblems, 'email-malformed'],
  }),
  askForConfirmation: defineRoute({
    ...ofUser,
    method: 'post',
    path: '/internal/v1/users/:id/confirmation',
    summary: 'Send the mail that confirms the address once more',
    answers: { 204: { description: 'It is on its way, if the mailbox had not enough of them today' } },
    problems: ['too-many-attempts', 'identity-unavailable'],
  }),
  endSignIns: defineRoute({
    ...ofUser,
    method: 'delete',
    path: '/internal/v1/users/:id/sign-ins',
    summary: 'End every sign-in of the account',
    answers: { 204: { description: 'None is left' } },
    problems: ['identity-unavailable'],
  }),
  beginSecondFactor: defineRoute({
    ...ofUser,
    method: 'post',
    path: '/internal/v1/users/:id/second-factor',
    summary: 'Begin to set up an authenticator app',
    body: passwordProof,
    answers: { 200: { description: 'What the app needs to know', schema: newSecondFactor } },
    problems: [...proofProblems, 'second-factor-on'],
  }),
  turnOnSecondFactor: defineRoute({
    ...ofUser,
    method: 'put',
    path: '/internal/v1/users/:id/second-factor',
    summary: 'Show that the app knows the secret: from now on signing in takes a code',
    body: factorCode,
    answers: { 200: { description: 'Codes for when the app is lost', schema: recoveryCodes } },
    problems: [
      'code-wrong',
      'second-factor-on',
      'second-factor-not-begun',
      'too-many-attempts',
      'identity-unavailable',
    ],
  }),
  turnOffSecondFactor: defineRoute({
    ...ofUser,
    method: 'post',
    path: '/internal/v1/users/:id/second-factor/removal',
    summary: 'Signing in takes the password alone again',
    body: passwordProof,
    answers: { 204: { description: 'It is off' } },
    problems: proofProblems,
  }),
} as const;
