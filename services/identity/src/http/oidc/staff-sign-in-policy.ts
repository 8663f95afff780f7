import { staffRole } from '@quayside/contracts';
import { interactionPolicy } from 'oidc-provider';
import { userOf } from './accounts.ts';

const { base, Check } = interactionPolicy;
const staffRoles: readonly string[] = staffRole.options;

/**
 * By which the provider asks who somebody is. Beside the usual: staff who showed it longer ago than their sessions of the
 * shop last unused show it again, or whoever finds their browser could begin a new one there.
 */
export const staffSignInPolicy = ({ idleMinutes, now }: { idleMinutes: number; now: () => Date }) => {
  const policy = base();
  const isOld = new Check('staff_sign_in_is_old', 'Staff show anew who they are', (ctx) => {
    const { session, result } = ctx.oidc;
    const isStaff = userOf(ctx)?.roles.some((role) => staffRoles.includes(role));
    if (!isStaff || result?.login || !session?.loginTs) return Check.NO_NEED_TO_PROMPT;
    const sinceMs = now().getTime() - session.loginTs * 1000;
    return sinceMs >= idleMinutes * 60_000 ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
  });
  policy.get('login')?.checks.add(isOld);
  return policy;
};
