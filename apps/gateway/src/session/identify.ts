import type { IncomingMessage, ServerResponse } from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import type { FreshTokens } from '../sign-in/fresh-tokens.ts';
import { clearSessionCookie, readCookie, sessionCookie, setSessionCookie } from './cookies.ts';
import type { GuestTokens } from './guest-tokens.ts';
import type { UserSession } from './session.ts';
import type { SessionStore } from './session-store.ts';

/**
 * What a route needs to know of the caller: nothing, a user if there is one, a shopper of any kind
 * (a guest is made at the first write), or a signed-in user.
 */
export type IdentityNeed = 'none' | 'optional' | 'shopper' | 'user';

export interface Identity {
  sessionId: string;
  session: UserSession;
}

export interface Identify {
  /** The signed-in user of a request, with a fresh access token. */
  user(req: IncomingMessage, res: ServerResponse): Promise<Identity | undefined>;
  /** The access token to send on, if the need and the caller give one. */
  token(req: IncomingMessage, res: ServerResponse, need: IdentityNeed): Promise<string | undefined>;
}

/** A guest who has not written anything yet has no session; reads go out as this one, whose basket stays empty. */
const nobody = '00000000-0000-7000-8000-000000000000';
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export const createIdentify = (options: {
  sessions: SessionStore;
  guestTokens: GuestTokens;
  freshTokens: FreshTokens;
  /** Called with each user request that needs the basket. */
  onShopper?: (identity: Identity) => Promise<void>;
}): Identify => {
  const { sessions, guestTokens, freshTokens } = options;

  const resolve = async (req: IncomingMessage, res: ServerResponse) => {
    const id = readCookie(req, sessionCookie);
    const session = id ? await sessions.find(id) : undefined;
    if (!id || session?.kind !== 'user') return { id, session };
    const fresh = await freshTokens.ensure(id, session);
    if (!fresh) clearSessionCookie(res);
    return { id, session: fresh };
  };

  const guestToken = async (req: IncomingMessage, res: ServerResponse): Promise<string> => {
    if (safeMethods.has(req.method ?? 'GET')) return guestTokens.tokenFor(nobody);
    const guestId = uuidv7();
    setSessionCookie(res, await sessions.create({ kind: 'guest', guestId }));
    return guestTokens.tokenFor(guestId);
  };

  return {
    user: async (req, res) => {
      const { id, session } = await resolve(req, res);
      return id && session?.kind === 'user' ? { sessionId: id, session } : undefined;
    },
    token: async (req, res, need) => {
      if (need === 'none') return undefined;
      const { id, session } = await resolve(req, res);
      if (id && session?.kind === 'user') {
        if (need === 'shopper') await options.onShopper?.({ sessionId: id, session });
        return session.accessToken;
      }
      if (need !== 'shopper') return undefined;
      return session?.kind === 'guest' ? guestTokens.tokenFor(session.guestId) : guestToken(req, res);
    },
  };
};
