import { createHash, randomBytes } from 'node:crypto';
import { ProblemError } from '@quayside/http';
import type { Redis } from 'ioredis';
import type { Session } from './session.ts';

export interface SessionStore {
  /** @returns the new session's id, 256 random bits; only its hash is stored. */
  create(session: Session): Promise<string>;
  find(id: string): Promise<Session | undefined>;
  /** Writes only while the session still exists, so that a sign-out is never undone. */
  replace(id: string, session: Session): Promise<void>;
  remove(id: string): Promise<void>;
}

const lifetimeSeconds = { guest: 30 * 24 * 3600, user: 14 * 24 * 3600 };

/** What stands for a session in Redis, since its id may not. */
export const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64url');

const keyOf = (id: string): string => `gateway:session:${hashOf(id)}`;

const unavailable = (cause: unknown): ProblemError =>
  new ProblemError(
    {
      status: 503,
      code: 'sessions-unavailable',
      title: 'Who you are cannot be looked up right now',
      headers: { 'retry-after': '2' },
    },
    cause,
  );

const orUnavailable = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw unavailable(error);
  }
};

/**
 * Sessions in Redis under the hash of their id, so that no id stands in a dump. Their tokens do: the database is as
 * secret as they are. Every call throws 503 `sessions-unavailable` while Redis is away.
 */
export const createSessionStore = (redis: Redis): SessionStore => ({
  create: async (session) => {
    const id = randomBytes(32).toString('base64url');
    await orUnavailable(redis.set(keyOf(id), JSON.stringify(session), 'EX', lifetimeSeconds[session.kind]));
    return id;
  },
  find: async (id) => {
    const stored = await orUnavailable(redis.get(keyOf(id)));
    return stored ? (JSON.parse(stored) as Session) : undefined;
  },
  replace: async (id, session) => {
    await orUnavailable(
      redis.set(keyOf(id), JSON.stringify(session), 'EX', lifetimeSeconds[session.kind], 'XX'),
    );
  },
  remove: async (id) => {
    await orUnavailable(redis.del(keyOf(id)));
  },
});
