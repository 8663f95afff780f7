import type { IncomingMessage } from 'node:http';
import { staffRole, type Role } from '@quayside/contracts';
import type { SecurityLog } from '@quayside/runtime';
import { edgeFacts } from '../edge/security-facts.ts';
import { isUse } from './is-use.ts';
import type { UserSession } from './session.ts';
import { hashOf, type SessionStore } from './session-store.ts';

/** Ends the sessions of staff that nobody uses. */
export interface StaffIdleness {
  /** The session with its last use; undefined where it was left for too long, and is over. */
  check(req: IncomingMessage, id: string, session: UserSession): Promise<UserSession | undefined>;
}

/** A use is written down once in a while, and not with each request. */
const noteEveryMs = 60_000;

const staffRoles: readonly Role[] = staffRole.options;

/**
 * A session with a role of the staff ends with the first request after `idleMinutes` without a use (`isUse`). Those that
 * a version before began are used from when they are first seen.
 */
export const createStaffIdleness = (options: {
  sessions: Pick<SessionStore, 'endOf' | 'update'>;
  idleMinutes: number;
  revoke: (refreshToken: string) => Promise<void>;
  security: SecurityLog;
  now: () => Date;
}): StaffIdleness => {
  const { sessions, revoke, security } = options;
  const idleMs = options.idleMinutes * 60_000;

  const end = async (req: IncomingMessage, id: string, { user }: UserSession): Promise<undefined> => {
    // Of several requests at once, one finds it.
    const ended = await sessions.endOf(user.id, hashOf(id));
    if (!ended) return;
    void revoke(ended.refreshToken);
    security.note('session_expired', { ...edgeFacts(req), userId: user.id, reason: 'unused' });
  };

  return {
    check: async (req, id, session) => {
      if (!session.user.roles.some((role) => staffRoles.includes(role))) return session;
      const now = options.now().getTime();
      const { usedAt } = session;
      if (usedAt !== undefined && now - usedAt >= idleMs) return end(req, id, session);
      const isDue = usedAt === undefined || (isUse(req) && now - usedAt >= noteEveryMs);
      if (!isDue) return session;
      return sessions.update(id, (current) =>
        (current.usedAt ?? 0) > now - noteEveryMs ? current : { ...current, usedAt: now },
      );
    },
  };
};
