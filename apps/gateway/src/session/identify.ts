import type { IncomingMessage, ServerResponse } from 'node:http';
import { noteCaller } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import { v7 as uuidv7 } from 'uuid';
import type { FreshTokens } from '../sign-in/fresh-tokens.ts';
import { clearSessionCookie, readCookie, sessionCookie, setSessionCookie } from './cookies.ts';
import type { GuestTokens } from './guest-tokens.ts';
import type { Session, UserSession } from './session.ts';
import type { SessionStore } from './session-store.ts';
import type { StaffIdleness } from './staff-idleness.ts';

/**
 * What a route needs to know of the caller: nothing, a user if there is one, a shopper of any kind
 * (a guest is made at the first write), or a signed-in user.
 */
export type IdentityNeed = 'none' | 'optional' | 'shopper' | 'user';

export interface Identity {
  sessionId: string;
  session: UserSession;
}

interface Visitor {
  user?: UserSession['user'];
  basketToken: Promise<string | undefined>;
}

export interface Identify {
  /** The session of a request as it is stored: enough to say who it is, without asking anybody for fresh tokens. */
  session(req: IncomingMessage): Promise<Session | undefined>;
  /** Who is there, and the token of their basket as soon as it is fresh; undefined for whoever has no session. */
  visitor(req: IncomingMessage, res: ServerResponse): Promise<Visitor | undefined>;
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
  idleness: StaffIdleness;
  /** Called with each user request that needs the basket. */
  onShopper?: (identity: Identity) => Promise<void>;
  /** Called before somebody becomes a guest; a throw keeps them from it. */
  onGuest?: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  logger: Logger;
}): Identify => {
  const { sessions, guestTokens, freshTokens, logger } = options;

  const stored = async (req: IncomingMessage) => {
    const id = readCookie(req, sessionCookie);
    const found = id ? await sessions.find(id) : undefined;
    const session = id && found?.kind === 'user' ? await options.idleness.check(req, id, found) : found;
    if (session?.kind === 'user') noteCaller(req, session.user.id);
    if (id && session?.kind === 'guest' && session.isNew) await sessions.keepGuest(id, session);
    return { id, session };
  };

  const refresh = async (id: string, session: UserSession, res: ServerResponse) => {
    const fresh = await freshTokens.ensure(id, session);
    if (!fresh) clearSessionCookie(res);
    return fresh;
  };

  const user = async (req: IncomingMessage, res: ServerResponse): Promise<Identity | undefined> => {
    const { id, session } = await stored(req);
    if (!id || session?.kind !== 'user') return undefined;
    const fresh = await refresh(id, session, res);
    return fresh && { sessionId: id, session: fresh };
  };

  /** Of the basket of a session; undefined once its sign-in is over. */
  const basketTokenOf = async (id: string, session: Session, res: ServerResponse) => {
    if (session.kind === 'guest') return guestTokens.tokenFor(session.guestId);
    const fresh = await refresh(id, session, res);
    if (fresh) await options.onShopper?.({ sessionId: id, session: fresh });
    return fresh?.accessToken;
  };

  const guestToken = async (req: IncomingMessage, res: ServerResponse): Promise<string> => {
    if (safeMethods.has(req.method ?? 'GET')) return guestTokens.tokenFor(nobody);
    await options.onGuest?.(req, res);
    const guestId = uuidv7();
    setSessionCookie(res, await sessions.create({ kind: 'guest', guestId, isNew: true }));
    return guestTokens.tokenFor(guestId);
  };

  /** What is open to all stays open while Redis or Identity is away; the reader is then nobody in particular. */
  const tokenIfPossible = async (req: IncomingMessage, res: ServerResponse): Promise<string | undefined> => {
    try {
      return (await user(req, res))?.session.accessToken;
    } catch (error) {
      logger.warn({ err: error }, 'a public read goes out without its reader');
      return undefined;
    }
  };

  return {
    session: async (req) => (await stored(req)).session,
    visitor: async (req, res) => {
      const { id, session } = await stored(req);
      if (!id || !session) return undefined;
      return {
        ...(session.kind === 'user' && { user: session.user }),
        basketToken: basketTokenOf(id, session, res),
      };
    },
    user,
    token: async (req, res, need) => {
      if (need === 'none') return undefined;
      if (need === 'optional') return tokenIfPossible(req, res);
      if (need === 'user') return (await user(req, res))?.session.accessToken;
      const { id, session } = await stored(req);
      const known = id && session ? await basketTokenOf(id, session, res) : undefined;
      return known ?? guestToken(req, res);
    },
  };
};
