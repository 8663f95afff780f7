import { randomBytes } from 'node:crypto';
import { noContent, ok, problemOf, ProblemError, type Api } from '@quayside/http';
import { gatewayApi, type Role } from '@quayside/contracts';
import { securityReference, type Logger, type SecurityLog } from '@quayside/runtime';
import type { Request, Response } from 'express';
import { clientAddressOf } from '../edge/client-address.ts';
import { edgeFacts } from '../edge/security-facts.ts';
import {
  clearSessionCookie,
  readCookie,
  sessionCookie,
  setCookie,
  setSessionCookie,
  signInCookie,
} from '../session/cookies.ts';
import { deviceName } from '../session/device-name.ts';
import type { Identify } from '../session/identify.ts';
import type { UserSession } from '../session/session.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { MergeBasket } from './merge-basket.ts';
import type { OpenIdClient } from './openid-client.ts';
import type { PendingSignIns } from './pending-sign-ins.ts';
import { safeReturnTo } from './return-to.ts';
import { readState } from './sign-in-state.ts';

export interface SignInOptions {
  publicOrigin: string;
  openId: OpenIdClient;
  pending: PendingSignIns;
  sessions: SessionStore;
  identify: Identify;
  mergeBasket: MergeBasket;
  security: SecurityLog;
  logger: Logger;
}

const userOf = (claims: Record<string, unknown>): UserSession['user'] => ({
  id: String(claims['sub']),
  name: String(claims['name'] ?? ''),
  email: String(claims['email'] ?? ''),
  roles: (Array.isArray(claims['roles']) ? claims['roles'] : []) as Role[],
});

/** Longer than any sign-in is open, so that one that expired is still known to have been begun here. */
const browserSeconds = 24 * 3600;

/** Less than services ask for, so that there is time for what it is needed for. */
const stepUpMaxAge = 10 * 60;

const failed = () => new ProblemError(problemOf('sign-in-failed', gatewayApi.problems['sign-in-failed']));

/** Sign-in by authorization code with PKCE; the browser sees a session cookie and never a token. */
export const serveSignIn = (api: Api, options: SignInOptions): void => {
  const { publicOrigin, openId, pending, sessions, identify, mergeBasket, security } = options;

  const startSignIn = async (
    {
      returnTo: wanted,
      register = false,
      isAgain = false,
      stepUp,
    }: {
      returnTo: string | undefined;
      register?: boolean;
      isAgain?: boolean;
      stepUp?: 'recent' | 'anew' | undefined;
    },
    req: Request,
    res: Response,
  ) => {
    const returnTo = safeReturnTo(wanted, publicOrigin);
    const known = stepUp ? await identify.session(req) : undefined;
    const start = await openId.start({
      ...{ register, returnTo, isAgain },
      ...(known?.kind === 'user' && {
        stepUp: { maxAge: stepUp === 'anew' ? 0 : stepUpMaxAge, email: known.user.email },
      }),
    });
    const { state, nonce, codeVerifier, maxAge } = start;
    const browser = readCookie(req, signInCookie) ?? randomBytes(32).toString('base64url');
    const kept = { state, nonce, codeVerifier, returnTo, ...(maxAge !== undefined && { maxAge }) };
    await pending.remember(kept, browser);
    setCookie(res, signInCookie, browser, browserSeconds);
    res.setHeader('cache-control', 'no-store');
    res.redirect(302, start.url);
    return undefined;
  };

  /** A tab that was left too long, or a callback that was loaded again: nothing is wrong, and nobody is sent away. */
  const goOn = async (state: string, req: Request, res: Response): Promise<undefined> => {
    const { returnTo, isAgain } = readState(state, publicOrigin);
    const current = await identify.session(req);
    if (current?.kind === 'user') res.redirect(302, returnTo);
    // A browser that keeps no cookie, or never asked, would be sent round and round.
    else if (isAgain || readCookie(req, signInCookie) === undefined) res.redirect(302, '/');
    else await startSignIn({ returnTo, isAgain: true }, req, res);
    return undefined;
  };

  /** The new session; the former one, guest or user, ends with it (no session fixation). */
  const beginSession = async (req: Request, res: Response, session: UserSession): Promise<void> => {
    const formerId = readCookie(req, sessionCookie);
    const former = formerId ? await sessions.find(formerId) : undefined;
    const guestId = former?.kind === 'guest' ? former.guestId : undefined;
    const merged = guestId === undefined || (await mergeBasket.tryNow(session, guestId));
    const id = await sessions.create(
      merged || guestId === undefined ? session : { ...session, unmergedGuestId: guestId },
    );
    setSessionCookie(res, id);
    if (formerId) await sessions.remove(formerId);
    const who = { userId: session.user.id, session: securityReference(id) };
    security.note('session_created', { ...edgeFacts(req), ...who });
  };

  api.serve(gatewayApi, {
    getSession: async ({ req }) => {
      const current = await identify.session(req);
      const body =
        current?.kind === 'user' ? { authenticated: true, user: current.user } : { authenticated: false };
      return ok(body, { 'cache-control': 'no-store' });
    },
    startSignIn: ({ query: { returnTo, stepUp }, req, res }) => startSignIn({ returnTo, stepUp }, req, res),
    startRegistration: ({ query, req, res }) =>
      startSignIn({ returnTo: query.returnTo, register: true }, req, res),
    finishSignIn: async ({ req, res }) => {
      const url = new URL(req.originalUrl, publicOrigin);
      const state = url.searchParams.get('state') ?? '';
      // The cookie ties the answer to the browser that asked (login CSRF).
      const browser = readCookie(req, signInCookie);
      const start = browser && state !== '' ? await pending.take(state, browser) : undefined;
      res.setHeader('cache-control', 'no-store');
      if (!start) return goOn(state, req, res);
      if (url.searchParams.get('error') === 'access_denied') {
        res.redirect(302, start.returnTo);
        return undefined;
      }
      const { claims, ...tokens } = await openId.finish(url, start).catch((error: unknown) => {
        if (error instanceof ProblemError) throw error;
        options.logger.warn({ err: error }, 'the OpenID provider refused a sign-in');
        throw failed();
      });
      const began = {
        at: new Date().toISOString(),
        address: clientAddressOf(req),
        device: deviceName(req.get('user-agent')),
      };
      await beginSession(req, res, { kind: 'user', user: userOf(claims), ...tokens, began });
      res.redirect(302, start.returnTo);
      return undefined;
    },
    signOut: async ({ req, res, query }) => {
      const id = readCookie(req, sessionCookie);
      const session = id ? await sessions.find(id) : undefined;
      clearSessionCookie(res);
      if (id) await sessions.remove(id);
      if (session?.kind !== 'user') return noContent();
      void openId.revoke(session.refreshToken);
      security.note('session_expired', { ...edgeFacts(req), userId: session.user.id, reason: 'logout' });
      return ok({ redirectTo: openId.endSessionUrl(query.language) });
    },
  });
};
