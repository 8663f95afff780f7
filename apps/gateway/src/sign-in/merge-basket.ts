import { ProblemError } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import type { Services } from '../downstream/services.ts';
import type { GuestTokens } from '../session/guest-tokens.ts';
import type { UserSession } from '../session/session.ts';
import type { SessionStore } from '../session/session-store.ts';

/** Moves a guest's basket lines into the user's basket; the service does it once per guest. */
export interface MergeBasket {
  /** @returns false when it must be tried again; never throws, because a sign-in must not fail for a basket. */
  tryNow(session: Pick<UserSession, 'accessToken'>, guestId: string): Promise<boolean>;
  /** Makes up for a merge that failed at sign-in. */
  catchUp(sessionId: string, session: UserSession): Promise<void>;
}

export const createMergeBasket = (options: {
  services: Services;
  guestTokens: GuestTokens;
  sessions: SessionStore;
  logger: Logger;
}): MergeBasket => {
  const { services, guestTokens, sessions, logger } = options;

  const tryNow: MergeBasket['tryNow'] = async (session, guestId) => {
    try {
      const body = { guestToken: await guestTokens.tokenFor(guestId) };
      const authorization = `Bearer ${session.accessToken}`;
      await services('basket', 'mergeGuestBasket', { body }, { authorization, timeoutMs: 2000 });
      return true;
    } catch (error) {
      const refused = error instanceof ProblemError && error.options.status < 500;
      logger.warn({ err: error, refused }, 'the guest basket was not merged');
      return refused;
    }
  };

  return {
    tryNow,
    catchUp: async (sessionId, session) => {
      if (!session.unmergedGuestId || !(await tryNow(session, session.unmergedGuestId))) return;
      await sessions.update(sessionId, ({ unmergedGuestId: _, ...merged }) => merged);
    },
  };
};
