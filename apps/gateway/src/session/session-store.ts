import { createHash, randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { endedSessions } from './ended-sessions.ts';
import { orUnavailable } from './or-unavailable.ts';
import type { GuestSession, Session, UserSession } from './session.ts';

export interface SessionStore {
  /** @returns the new session's id, 256 random bits; only its hash is stored. Beyond `mostSessions` the oldest of the account ends. */
  create(session: Session): Promise<string>;
  find(id: string): Promise<Session | undefined>;
  /**
   * Writes what `change` makes of a user's session as it is at that moment, so that of two changes at once none is
   * lost. Once it has ended it stays so, and the answer is undefined.
   */
  update(id: string, change: (session: UserSession) => UserSession): Promise<UserSession | undefined>;
  /** Gives a guest who came back their full time. */
  keepGuest(id: string, session: GuestSession): Promise<void>;
  remove(id: string): Promise<void>;
  /** Those of a user that have not ended, each by what it is called outside: the hash of its id. */
  listOf(userId: string): Promise<{ ref: string; session: UserSession }[]>;
  /** Ends one of a user's sessions, by what it is called outside; what it was, if it was. */
  endOf(userId: string, ref: string): Promise<UserSession | undefined>;
  /** Ends every session of a user. */
  removeAllOf(userId: string, options?: { butFor: string }): Promise<void>;
}

const lifetimeSeconds = { newGuest: 3600, guest: 30 * 24 * 3600, user: 14 * 24 * 3600 };

/** An account has no more; so is its list, which people can read through. */
export const mostSessions = 100;

const lifetimeOf = (session: Session): number =>
  lifetimeSeconds[session.kind === 'guest' && session.isNew ? 'newGuest' : session.kind];

/** What stands for a session in Redis, since its id may not. */
export const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64url');

/** The keys of a user's sessions; some may have ended. */
const indexOf = (userId: string): string => `gateway:sessions-of:${userId}`;

const prefix = 'gateway:session:';
const keyOf = (id: string): string => prefix + hashOf(id);

const swap = `
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
  return 1`;

const note = `
  redis.call('SADD', KEYS[1], ARGV[1])
  redis.call('EXPIRE', KEYS[1], ARGV[2])`;

/** In one step: whoever asks after it finds none of them. */
const removeAll = `
  local ended = {}
  for _, key in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    if key ~= ARGV[1] then
      redis.call('DEL', key)
      redis.call('SREM', KEYS[1], key)
      table.insert(ended, key)
    end
  end
  return ended`;

/** Each try that fails is a write of somebody else that did not. */
const maxSwaps = 20;

/**
 * Sessions in Redis under the hash of their id, so that no id stands in a dump. Their tokens do: the database is as
 * secret as they are. Every call throws 503 `sessions-unavailable` while Redis is away.
 */
export const createSessionStore = (redis: Redis): SessionStore => {
  const tellEnd = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys) await orUnavailable(redis.publish(endedSessions, key.slice(prefix.length)));
  };
  const endOldest = async (userId: string): Promise<void> => {
    if ((await orUnavailable(redis.scard(indexOf(userId)))) <= mostSessions) return;
    const open = (await store.listOf(userId)).map(({ ref, session }) => ({
      ref,
      at: session.began?.at ?? '',
    }));
    const oldest = open.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, -mostSessions);
    for (const { ref } of oldest) await store.endOf(userId, ref);
  };
  const store: SessionStore = {
    create: async (session) => {
      const id = randomBytes(32).toString('base64url');
      const seconds = lifetimeOf(session);
      if (session.kind === 'user') {
        const index = indexOf(session.user.id);
        // Before the session itself: one that is not found there would outlive its account.
        await orUnavailable(redis.eval(note, 1, index, keyOf(id), seconds));
      }
      await orUnavailable(redis.set(keyOf(id), JSON.stringify(session), 'EX', seconds));
      if (session.kind === 'user') await endOldest(session.user.id);
      return id;
    },
    find: async (id) => {
      const stored = await orUnavailable(redis.get(keyOf(id)));
      return stored ? (JSON.parse(stored) as Session) : undefined;
    },
    update: async (id, change) => {
      for (let swaps = 0; swaps < maxSwaps; swaps += 1) {
        const stored = await orUnavailable(redis.get(keyOf(id)));
        const session = stored ? (JSON.parse(stored) as Session) : undefined;
        if (!stored || session?.kind !== 'user') return undefined;
        const changed = change(session);
        const values = [stored, JSON.stringify(changed), lifetimeSeconds.user];
        if ((await orUnavailable(redis.eval(swap, 1, keyOf(id), ...values))) === 1) return changed;
      }
      throw new Error('a session changed faster than it could be written');
    },
    keepGuest: async (id, { isNew: _, ...session }) => {
      await orUnavailable(redis.set(keyOf(id), JSON.stringify(session), 'EX', lifetimeSeconds.guest, 'XX'));
    },
    remove: async (id) => {
      await orUnavailable(redis.del(keyOf(id)));
      await tellEnd([keyOf(id)]);
    },
    listOf: async (userId) => {
      const keys = await orUnavailable(redis.smembers(indexOf(userId)));
      if (keys.length === 0) return [];
      const stored = await orUnavailable(redis.mget(...keys));
      const ended = keys.filter((_key, index) => stored[index] === null);
      if (ended.length > 0) await orUnavailable(redis.srem(indexOf(userId), ...ended));
      return keys.flatMap((key, index) => {
        const session = stored[index] ? (JSON.parse(stored[index]) as Session) : undefined;
        return session?.kind === 'user' ? [{ ref: key.slice(prefix.length), session }] : [];
      });
    },
    endOf: async (userId, ref) => {
      const key = `${prefix}${ref}`;
      // In the index only what is theirs is found.
      if ((await orUnavailable(redis.srem(indexOf(userId), key))) === 0) return undefined;
      const stored = await orUnavailable(redis.getdel(key));
      await tellEnd([key]);
      return stored ? (JSON.parse(stored) as UserSession) : undefined;
    },
    removeAllOf: async (userId, { butFor } = { butFor: '' }) => {
      const ended = await orUnavailable(redis.eval(removeAll, 1, indexOf(userId), keyOf(butFor)));
      await tellEnd(ended as string[]);
    },
  };
  return store;
};
