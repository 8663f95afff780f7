import { scope, type Audience, type KeyScope, type Scope, type StaffRole } from '@quayside/contracts';
import { ProblemError } from './problem.ts';
import type { Principal } from './token-verifier.ts';

interface Rule {
  kinds: readonly Principal['kind'][];
  scope?: Scope;
  /** Any one suffices, with the scope of its name. */
  roles?: readonly StaffRole[];
}

const rules: Readonly<Record<Exclude<Audience, 'public' | 'gateway' | 'service'>, Rule>> = {
  shopper: { kinds: ['user', 'guest'], scope: 'shop' },
  user: { kinds: ['user'], scope: 'shop' },
  support: { kinds: ['user'], roles: ['support', 'admin'] },
  merchandiser: { kinds: ['user'], roles: ['merchandiser', 'admin'] },
  admin: { kinds: ['user'], roles: ['admin'] },
};

const forbidden = (code: string, title: string) => new ProblemError({ status: 403, code, title });

/** Whether a verified caller belongs to an audience. */
export const isOf = (audience: keyof typeof rules, { kind, roles, scopes }: Principal): boolean => {
  const rule = rules[audience];
  const actsInRole = rule.roles?.some((role) => roles.includes(role) && scopes.includes(role)) ?? true;
  const hasScope = rule.scope === undefined || scopes.includes(rule.scope);
  return rule.kinds.includes(kind) && actsInRole && hasScope;
};

/**
 * @param keyScope by which an API key belongs to those who may call, too
 * @throws {ProblemError} 403 `sign-in-required` (a guest), `insufficient-scope` or `forbidden`
 */
export const requireAudience = (
  audience: keyof typeof rules,
  principal: Principal,
  keyScope?: KeyScope,
): void => {
  if (isOf(audience, principal)) return;
  if (principal.kind === 'machine' && keyScope !== undefined) {
    if (principal.scopes.includes(keyScope)) return;
    throw forbidden('insufficient-scope', 'The token does not allow this');
  }
  const rule = rules[audience];
  if (principal.kind === 'guest' && !rule.kinds.includes('guest')) {
    throw forbidden('sign-in-required', 'Sign in first');
  }
  const everyScope = { ...principal, scopes: scope.options };
  if (isOf(audience, everyScope)) throw forbidden('insufficient-scope', 'The token does not allow this');
  throw forbidden('forbidden', 'You may not do this');
};
