import type { SecurityEvent, SecurityFacts, SecurityLog } from '@quayside/runtime';
import type { IncomingMessage } from 'node:http';
import {
  AccountDisabled,
  LinkUsedUp,
  OutsideJourneyUnknown,
  OutsideRefused,
  PasskeyRefused,
  PasswordRefused,
  TooManyAttempts,
  WrongCode,
  WrongCredentials,
} from '../domain/errors.ts';
import { pageFacts } from './page-facts.ts';

/** Where in the service something was tried; it decides how a wrong password is told. */
type Trying = 'sign-in' | 'change-of-password' | 'other';

const eventOf = (
  error: unknown,
  trying: Trying,
): readonly [SecurityEvent, string, string | undefined] | undefined => {
  const failed = trying === 'change-of-password' ? 'authn_password_change_fail' : 'authn_login_fail';
  if (error instanceof WrongCredentials) return [failed, 'wrong-credentials', error.userId];
  if (error instanceof WrongCode) return ['authn_login_fail', 'wrong-code', error.userId];
  if (error instanceof PasskeyRefused) return ['authn_login_fail', 'passkey-refused', error.userId];
  if (error instanceof OutsideRefused)
    return ['authn_login_fail', error.byOwner ? 'outside-cancelled' : 'outside-refused', undefined];
  if (error instanceof OutsideJourneyUnknown) return ['authn_token_reuse', 'outside-journey', undefined];
  if (error instanceof AccountDisabled) return ['authn_login_fail', 'account-disabled', error.userId];
  if (error instanceof TooManyAttempts)
    return trying === 'other'
      ? ['excess_rate_limit_exceeded', 'too-many-attempts', error.userId]
      : ['authn_login_lock', 'too-many-attempts', error.userId];
  if (error instanceof LinkUsedUp) return ['authn_token_reuse', 'link-used-up', undefined];
  if (error instanceof PasswordRefused && trying === 'change-of-password')
    return ['authn_password_change_fail', 'password-refused', undefined];
  return undefined;
};

/**
 * Writes to the security log what somebody was refused, and rejects with it: whose account it was tried on is there,
 * what was typed is not.
 *
 * @example
 * await signIn(form).catch(noteRefused(security, req, 'sign-in'));
 */
export const noteRefused =
  (security: SecurityLog, req: IncomingMessage, trying: Trying, facts: SecurityFacts = {}) =>
  (error: unknown): never => {
    const [event, reason, onUserId] = eventOf(error, trying) ?? [];
    if (event) security.note(event, { ...pageFacts(req), onUserId, ...facts, reason });
    throw error;
  };
