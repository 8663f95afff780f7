import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { orUnavailable } from '../session/or-unavailable.ts';
import type { UserSession } from '../session/session.ts';
import { hashOf, type SessionStore } from '../session/session-store.ts';
import { identityUnavailable, type OpenIdClient } from './openid-client.ts';

export interface FreshTokens {
  /**
   * The session with an access token that is still good; undefined once the sign-in is over. Throws 503 while Redis or
   * Identity is away.
   */
  ensure(sessionId: string, session: UserSession): Promise<UserSession | undefined>;
}

/** Longer than a renewal can take: discovery and the token call have five seconds each. */
const lockMs = 12_000;
/** Long enough to see the lock of a replica that died run out, and to renew after that. */
const patienceMs = 15_000;
const otherReplicaPollMs = 50;

const release = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

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

  const find = async (sessionId: string): Promise<UserSession | undefined> => {
    const session = await sessions.find(sessionId);
    return session?.kind === 'user' ? session : undefined;
  };

  const renew = async (sessionId: string): Promise<UserSession | undefined> => {
    const session = await find(sessionId);
    if (!session || isGood(session)) return session;
    const tokens = await openId.refresh(session.refreshToken);
    if (tokens) return sessions.update(sessionId, (current) => ({ ...current, ...tokens }));
    await sessions.remove(sessionId);
    return undefined;
  };

  /** While another replica renews, its result appears in the session; or its lock runs out, and it is our turn. */
  const renewInTurn = async (sessionId: string): Promise<UserSession | undefined> => {
    const lock = `gateway:renewing:${hashOf(sessionId)}`;
    const owner = randomUUID();
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      if (await orUnavailable(redis.set(lock, owner, 'PX', lockMs, 'NX'))) {
        const freed = () => redis.eval(release, 1, lock, owner).catch(() => undefined); // else it runs out
        return renew(sessionId).finally(freed);
      }
      await pause(otherReplicaPollMs);
      const session = await find(sessionId);
      if (!session || isGood(session)) return session;
    }
    throw identityUnavailable('another replica was renewing all the time');
  };

  return {
    ensure: async (sessionId, session) => {
      if (isGood(session)) return session;
      const renewal =
        underWay.get(sessionId) ?? renewInTurn(sessionId).finally(() => underWay.delete(sessionId));
      underWay.set(sessionId, renewal);
      return renewal;
    },
  };
};

const isGood = (session: UserSession): boolean => session.accessExpiresAt > Date.now();
