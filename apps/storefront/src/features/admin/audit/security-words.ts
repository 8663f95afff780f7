import type { SecurityEntry } from '@quayside/contracts';

/** What may be asked for on the page, in words, by the name that OWASP's vocabulary has for it. */
export const eventWords: Readonly<Record<string, string>> = {
  authn_login_success: 'Signed in',
  authn_login_fail: 'Failed sign-in',
  authn_login_lock: 'Locked for a while',
  authn_password_change: 'Password changed',
  authn_password_change_fail: 'Password change refused',
  authn_token_created: 'Link by mail',
  authn_token_delete: 'Recovery code used',
  authn_token_reuse: 'Used twice',
  authz_fail: 'Access refused',
  privilege_permissions_changed: 'Roles changed',
  session_created: 'Session began',
  session_expired: 'Session ended',
  sensitive_read: 'Personal data taken',
  user_created: 'Account made',
  user_updated: 'Account changed',
  user_archived: 'Account disabled',
  user_deleted: 'Account deleted',
  malicious_cors: 'Foreign page refused',
  excess_rate_limit_exceeded: 'Limit hit',
  input_validation_fail: 'Input refused',
};

/** U: you are running into danger. L: stop. N: no. The rest is what ships say every day. */
const flags: Readonly<Record<string, string>> = {
  authn_login_fail: 'N',
  authn_login_lock: 'L',
  authn_password_change_fail: 'N',
  authn_token_reuse: 'U',
  authz_fail: 'U',
  malicious_cors: 'U',
  excess_rate_limit_exceeded: 'L',
  input_validation_fail: 'N',
  privilege_permissions_changed: 'W',
  user_deleted: 'S',
  user_archived: 'N',
  session_expired: 'P',
};

const reasonWords: Readonly<Record<string, string>> = {
  'wrong-credentials': 'wrong password, or no such account',
  'wrong-code': 'wrong code',
  'account-disabled': 'the account is disabled',
  'too-many-attempts': 'tried too often',
  'password-refused': 'not a password that may be used',
  'link-used-up': 'a link that was used up or too old',
  pwd: 'by password',
  'pwd+otp': 'by password and code',
  'pwd+pop': 'by password and passkey',
  'pop+user+mfa': 'by passkey',
  fed: 'by another provider',
  'fed+otp': 'by another provider and code',
  'fed+pop': 'by another provider and passkey',
  outside: 'by another provider',
  'outside-refused': 'what another provider sent is not right',
  'outside-cancelled': 'called off at another provider',
  'outside-journey': 'back from another provider, a second time or elsewhere',
  'outside-linked': 'account at another provider linked',
  'outside-unlinked': 'account at another provider removed',
  'passkey-refused': 'a passkey that does not fit',
  'passkey-added': 'passkey added',
  'passkey-removed': 'passkey removed',
  'by-owner': 'by the owner',
  'by-staff': 'by the staff',
  reset: 'by a link in a mail',
  'reset-asked': 'for a new password, asked for',
  'reset-link': 'for a new password, sent',
  'confirm-link': 'to confirm an address, sent',
  'change-email-link': 'to a new address, sent',
  'email-change-asked': 'to a new address, asked for',
  'email-confirmed': 'address confirmed',
  'email-changed': 'address changed',
  'second-factor-on': 'second factor turned on',
  'second-factor-off': 'second factor turned off',
  'recovery-code-used': 'in place of a code of the app',
  'refresh-token': 'a refresh token',
  'authorization-code': 'an authorization code',
  'ended-everywhere': 'everywhere, by the owner',
  'ended-by-owner': 'one session, by the owner',
  'ended-by-staff': 'everywhere, by the staff',
  'signed-out': 'signed out',
  logout: 'signed out',
  unused: 'nobody used it',
  'customer-export': 'of a customer',
  'account-export': 'their own',
  'security-log-export': 'the security log',
  'malformed-request': 'not in the form it has to have',
  'malformed-json': 'no JSON',
  'body-too-large': 'too large',
  'unsupported-media-type': 'of a type that is not taken',
  'many-callers': 'of many more callers',
  enabled: 'enabled again',
  disabled: 'disabled',
};

export const eventWord = (event: string): string => eventWords[event] ?? event.replaceAll('_', ' ');
export const reasonWord = (reason: string): string => reasonWords[reason] ?? reason.replaceAll('-', ' ');
export const eventFlag = (event: string): string => flags[event] ?? 'K';

const browsers = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** The device as people call it, or what a program says of itself. */
export const deviceOf = (userAgent: string): string => {
  const found = [browsers, systems].flatMap(
    (kinds) => kinds.find(([form]) => form.test(userAgent))?.[1] ?? [],
  );
  return found.length === 2 ? found.join(' on ') : userAgent.slice(0, 60);
};

const line = (parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** From where, as people say it. */
export const whereOf = ({ address, userAgent }: SecurityEntry): string =>
  line([address && `from ${address}`, userAgent && deviceOf(userAgent)]);

/** By what the same is found in the logs of the processes. */
export const tracesOf = ({ session, method, path, detail, service }: SecurityEntry): string =>
  line([
    path && [method, path].filter(Boolean).join(' '),
    ...Object.entries(detail ?? {}).map(([name, value]) => `${name}: ${String(value)}`),
    session && `session ${session}`,
    service,
  ]);
