import type { Redis } from 'ioredis';
import { orUnavailable } from '../session/or-unavailable.ts';
import type { SignInStart } from './openid-client.ts';

type PendingSignIn = Pick<SignInStart, 'state' | 'nonce' | 'codeVerifier'> & { returnTo: string };

/** Every call throws 503 `sessions-unavailable` while Redis is away. */
export interface PendingSignIns {
  remember(signIn: PendingSignIn): Promise<void>;
  /** Gives it out once, so that a callback cannot be replayed. */
  take(state: string): Promise<PendingSignIn | undefined>;
}

/** Time a person has to sign in. */
export const pendingSeconds = 900;

export const createPendingSignIns = (redis: Redis): PendingSignIns => ({
  remember: async (signIn) => {
    const key = `gateway:sign-in:${signIn.state}`;
    await orUnavailable(redis.set(key, JSON.stringify(signIn), 'EX', pendingSeconds));
  },
  take: async (state) => {
    const stored = await orUnavailable(redis.getdel(`gateway:sign-in:${state}`));
    return stored ? (JSON.parse(stored) as PendingSignIn) : undefined;
  },
});
