import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { UserSession } from '../session/session.ts';
import { hashOf, type SessionStore } from '../session/session-store.ts';
import type { OpenIdClient } from './openid-client.ts';

export interface FreshTokens {
  /** The session with an access token that is still good; undefined once the sign-in is over. */
  ensure(sessionId: string, session: UserSession): Promise<UserSession | undefined>;
}

const lockMs = 10_000;
const otherReplicaPollMs = 50;

/**
 * Renews access tokens, one renewal per session at a time over all replicas: with rotation a refresh token used
 * twice revokes the whole family (OAuth 2.0 Security BCP, RFC 9700, section 4.14.2).
 */
export const createFreshTokens = (options: {
  redis: Redis;
  sessions: SessionStore;
  openId: OpenIdClient;
}): FreshTokens => {
  const { redis, sessions, openId } = options;
  const underWay = new Map<string, Promise<UserSession | undefined>>();

  const renew = async (sessionId: string, session: UserSession): Promise<UserSession | undefined> => {
    const tokens = await openId.refresh(session.refreshToken);
    if (!tokens) {
      await sessions.remove(sessionId);
      return undefined;
    }
    const renewed = { ...session, ...tokens };
    await sessions.replace(sessionId, renewed);
    return renewed;
  };

  /** Another replica is renewing: its result appears in the session. */
  const awaitOther = async (sessionId: string, until: number): Promise<UserSession | undefined> => {
    while (Date.now() < until) {
      await pause(otherReplicaPollMs);
      const current = await sessions.find(sessionId);
      if (current?.kind !== 'user') return undefined;
      if (current.accessExpiresAt > Date.now()) return current;
    }
    return undefined;
  };

  const renewOnce = async (sessionId: string): Promise<UserSession | undefined> => {
    const lock = `gateway:renewing:${hashOf(sessionId)}`;
    if (!(await redis.set(lock, '1', 'PX', lockMs, 'NX'))) return awaitOther(sessionId, Date.now() + lockMs);
    try {
      const current = await sessions.find(sessionId);
      if (current?.kind !== 'user') return undefined;
      return current.accessExpiresAt > Date.now() ? current : await renew(sessionId, current);
    } finally {
      await redis.del(lock);
    }
  };

  return {
    ensure: async (sessionId, session) => {
      if (session.accessExpiresAt > Date.now()) return session;
      const renewal =
        underWay.get(sessionId) ?? renewOnce(sessionId).finally(() => underWay.delete(sessionId));
      underWay.set(sessionId, renewal);
      return renewal;
    },
  };
};
