import { interactionPolicy } from 'oidc-provider';
import { isOnStaff } from '../../domain/user.ts';
import { userOf } from './accounts.ts';
import { wasRevoked } from './first-party-grant.ts';

const { base, Check } = interactionPolicy;

const isRevoked = new Check('sign_in_was_ended', 'Who was signed out shows anew who they are', (ctx) =>
  wasRevoked(ctx) ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
);

/**
 * By which the provider asks who somebody is, although its own session goes on. Beside the usual: in a browser that was
 * signed out from elsewhere; and of staff who showed it longer ago than their sessions of the shop last unused. Else
 * whoever has that browser would begin a new session by one click.
 */
export const signInPolicy = ({ idleMinutes, now }: { idleMinutes: number; now: () => Date }) => {
  const policy = base();
  const isOld = new Check('staff_sign_in_is_old', 'Staff show anew who they are', (ctx) => {
    const { session, result } = ctx.oidc;
    const user = userOf(ctx);
    if (!user || !isOnStaff(user) || result?.login || !session?.loginTs) return Check.NO_NEED_TO_PROMPT;
    const sinceMs = now().getTime() - session.loginTs * 1000;
    return sinceMs >= idleMinutes * 60_000 ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
  });
  for (const check of [isRevoked, isOld]) policy.get('login')?.checks.add(check);
  return policy;
};
