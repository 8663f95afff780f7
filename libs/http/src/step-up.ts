import type { RouteDefinition } from '@quayside/contracts';
import { ProblemError } from './problem.ts';
import type { Principal } from './token-verifier.ts';

/** How long ago somebody may have shown who they are for what asks for it. */
export const recentSeconds = 15 * 60;

/** Of an account with a second factor that was used; as `acr` says it, by NIST SP 800-63B. */
export const strongAcr = 'aal2';

/** Whether somebody showed who they are a short while ago, and not just by a session that goes on. */
export const isRecent = ({ authenticatedAt = 0 }: Principal, now: Date): boolean =>
  now.getTime() - authenticatedAt <= recentSeconds * 1000;

/** 401 `step-up-required`, with the challenge of RFC 9470: sign in again, and come back. */
export const stepUpRequired = (): ProblemError =>
  new ProblemError({
    status: 401,
    code: 'step-up-required',
    title: 'Show once more that it is you',
    detail: 'This is asked for where you signed in more than a quarter of an hour ago.',
    headers: {
      'www-authenticate': `Bearer error="insufficient_user_authentication", error_description="a more recent sign-in is needed", max_age="${recentSeconds}"`,
    },
    extra: { maxAge: recentSeconds },
  });

const secondFactorRequired = (): ProblemError =>
  new ProblemError({
    status: 401,
    code: 'second-factor-required',
    title: 'Staff sign in with a second factor',
    detail: 'Set one up for your account, and sign in with it.',
    headers: {
      'www-authenticate': `Bearer error="insufficient_user_authentication", error_description="a second factor is needed", acr_values="${strongAcr}"`,
    },
    extra: { acr: strongAcr },
  });

const staffAudiences: readonly string[] = ['support', 'merchandiser', 'admin'];

/**
 * Whether whoever belongs to the audience of a route also showed who they are as it asks for.
 *
 * @throws {ProblemError} 401 `second-factor-required` or `step-up-required`
 */
export const requireStepUp = (
  { audience, asksForRecentSignIn }: Pick<RouteDefinition, 'audience' | 'asksForRecentSignIn'>,
  principal: Principal,
  { staffNeedSecondFactor, now }: { staffNeedSecondFactor: boolean; now: Date },
): void => {
  // A key was made by an admin who showed it, and has nobody to show it again.
  const isStrong = principal.kind === 'machine' || principal.acr === strongAcr;
  if (staffNeedSecondFactor && staffAudiences.includes(audience) && !isStrong) throw secondFactorRequired();
  if (asksForRecentSignIn && !isRecent(principal, now)) throw stepUpRequired();
};
