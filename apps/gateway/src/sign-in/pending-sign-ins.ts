import type { Redis } from 'ioredis';
import type { SignInStart } from './openid-client.ts';

type PendingSignIn = Pick<SignInStart, 'state' | 'nonce' | 'codeVerifier'> & { returnTo: string };

export interface PendingSignIns {
  remember(signIn: PendingSignIn): Promise<void>;
  /** Gives it out once, so that a callback cannot be replayed. */
  take(state: string): Promise<PendingSignIn | undefined>;
}

/** Time a person has to sign in. */
export const pendingSeconds = 900;

export const createPendingSignIns = (redis: Redis): PendingSignIns => ({
  remember: async (signIn) => {
    await redis.set(`gateway:sign-in:${signIn.state}`, JSON.stringify(signIn), 'EX', pendingSeconds);
  },
  take: async (state) => {
    const stored = await redis.getdel(`gateway:sign-in:${state}`);
    return stored ? (JSON.parse(stored) as PendingSignIn) : undefined;
  },
});
