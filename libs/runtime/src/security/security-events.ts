/** How grave OWASP's vocabulary takes an event; what it means for the log stands in `security-log.ts`. */
type Gravity = 'INFO' | 'WARN' | 'CRITICAL';

/**
 * The names under which what matters to security is logged, of OWASP's Application Logging Vocabulary, so that rules made
 * for it fit. Each has its gravity there, and what the line says to a person.
 */
export const securityEvents = {
  authn_login_success: ['INFO', 'signed in'],
  authn_login_successafterfail: ['INFO', 'signed in after failures'],
  authn_login_fail: ['WARN', 'a sign-in failed'],
  authn_login_fail_max: ['WARN', 'too many sign-ins failed'],
  authn_login_lock: ['WARN', 'an account does not take sign-ins for a while'],
  authn_password_change: ['INFO', 'a password was changed'],
  authn_password_change_fail: ['CRITICAL', 'a change of password was refused'],
  authn_token_created: ['INFO', 'a token was made'],
  authn_token_revoked: ['INFO', 'tokens were revoked'],
  authn_token_reuse: ['CRITICAL', 'a token was used that had been used up or revoked'],
  authn_token_delete: ['WARN', 'a token was deleted'],
  authz_fail: ['CRITICAL', 'access was refused'],
  authz_change: ['WARN', 'what somebody may do was changed'],
  authz_admin: ['WARN', 'staff did what only staff may'],
  excess_rate_limit_exceeded: ['WARN', 'a limit was exceeded'],
  input_validation_fail: ['WARN', 'input was refused'],
  malicious_cors: ['CRITICAL', 'a call from a foreign origin was refused'],
  malicious_direct_reference: ['CRITICAL', 'what belongs to somebody else was asked for'],
  malicious_excess_404: ['WARN', 'much was asked for that is not there'],
  malicious_extraneous: ['CRITICAL', 'input came that nobody asked for'],
  privilege_permissions_changed: ['WARN', 'permissions were changed'],
  sensitive_create: ['WARN', 'something sensitive was made'],
  sensitive_read: ['WARN', 'something sensitive was read'],
  sensitive_update: ['WARN', 'something sensitive was changed'],
  sensitive_delete: ['WARN', 'something sensitive was deleted'],
  sequence_fail: ['CRITICAL', 'a step was taken out of its order'],
  session_created: ['INFO', 'a session began'],
  session_renewed: ['INFO', 'a session was renewed'],
  session_expired: ['INFO', 'a session ended'],
  session_use_after_expire: ['CRITICAL', 'a session was used after its end'],
  user_created: ['WARN', 'an account was made'],
  user_updated: ['WARN', 'an account was changed'],
  user_archived: ['WARN', 'an account was put aside'],
  user_deleted: ['WARN', 'an account was deleted'],
} as const satisfies Record<string, readonly [Gravity, string]>;

export type SecurityEvent = keyof typeof securityEvents;
