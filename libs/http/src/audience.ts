import type { Audience } from '@quayside/contracts';
import { ProblemError } from './problem.ts';
import type { Principal } from './token-verifier.ts';

interface Rule {
  kinds: readonly Principal['kind'][];
  /** Any one suffices. */
  roles?: readonly string[];
  scope: string;
}

const rules: Readonly<Record<Exclude<Audience, 'public' | 'gateway' | 'service'>, Rule>> = {
  shopper: { kinds: ['user', 'guest'], scope: 'shop' },
  user: { kinds: ['user'], scope: 'shop' },
  support: { kinds: ['user'], roles: ['support', 'admin'], scope: 'admin' },
  admin: { kinds: ['user'], roles: ['admin'], scope: 'admin' },
};

const forbidden = (code: string, title: string) => new ProblemError({ status: 403, code, title });

/** Whether a verified caller belongs to an audience. */
export const isOf = (audience: keyof typeof rules, { kind, roles, scopes }: Principal): boolean => {
  const rule = rules[audience];
  const hasRole = rule.roles === undefined || rule.roles.some((role) => roles.includes(role));
  return rule.kinds.includes(kind) && hasRole && scopes.includes(rule.scope);
};

/** @throws {ProblemError} 403 `sign-in-required` (a guest), `insufficient-scope` or `forbidden` */
export const requireAudience = (audience: keyof typeof rules, principal: Principal): void => {
  if (isOf(audience, principal)) return;
  const rule = rules[audience];
  if (principal.kind === 'guest' && !rule.kinds.includes('guest')) {
    throw forbidden('sign-in-required', 'Sign in first');
  }
  const mayByRole =
    rule.kinds.includes(principal.kind) && isOf(audience, { ...principal, scopes: [rule.scope] });
  if (mayByRole) throw forbidden('insufficient-scope', 'The token does not allow this');
  throw forbidden('forbidden', 'You may not do this');
};
