import type { Redis } from 'ioredis';
import { orUnavailable } from '../session/or-unavailable.ts';
import { hashOf } from '../session/session-store.ts';
import type { SignInStart } from './openid-client.ts';

type PendingSignIn = Pick<SignInStart, 'state' | 'nonce' | 'codeVerifier' | 'maxAge'> & { returnTo: string };

/** Every call throws 503 `sessions-unavailable` while Redis is away. */
export interface PendingSignIns {
  /** @param browser the secret of the browser that asked (login CSRF) */
  remember(signIn: PendingSignIn, browser: string): Promise<void>;
  /** Gives it out once, so that a callback cannot be replayed, and to the browser that asked. */
  take(state: string, browser: string): Promise<PendingSignIn | undefined>;
}

/** Time a person has to sign in: a little more than the provider keeps its page. */
const pendingSeconds = 65 * 60;

const keyOf = (state: string): string => `gateway:sign-in:${state}`;

/** Sign-ins under way: a browser may have several, one in each tab. */
export const createPendingSignIns = (redis: Redis): PendingSignIns => ({
  remember: async (signIn, browser) => {
    const kept = JSON.stringify({ ...signIn, browser: hashOf(browser) });
    await orUnavailable(redis.set(keyOf(signIn.state), kept, 'EX', pendingSeconds));
  },
  take: async (state, browser) => {
    const stored = await orUnavailable(redis.get(keyOf(state)));
    if (!stored) return undefined;
    const { browser: asked, ...signIn } = JSON.parse(stored) as PendingSignIn & { browser?: string };
    // Those that the version before began are tied to the browser by the state itself.
    if ((asked ?? hashOf(signIn.state)) !== hashOf(browser)) return undefined;
    return (await orUnavailable(redis.del(keyOf(state)))) === 1 ? signIn : undefined;
  },
});
