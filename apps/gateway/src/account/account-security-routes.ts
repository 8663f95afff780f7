import { gatewayApi } from '@quayside/contracts';
import { basicCredentials, noContent, ok, type Api } from '@quayside/http';
import type { SecurityLog } from '@quayside/runtime';
import type { ServerResponse } from 'node:http';
import type { Services } from '../downstream/services.ts';
import { edgeFacts } from '../edge/security-facts.ts';
import type { IdentityOf } from '../session/authorize-session.ts';
import { clearSessionCookie } from '../session/cookies.ts';
import type { SessionStore } from '../session/session-store.ts';
import { clientId, type OpenIdClient } from '../sign-in/openid-client.ts';
import { signedIn } from './signed-in.ts';

export interface AccountSecurityOptions {
  services: Services;
  sessions: Pick<SessionStore, 'listOf' | 'endOf' | 'removeAllOf'>;
  openId: Pick<OpenIdClient, 'revoke'>;
  identityOf: IdentityOf;
  clientSecret: string;
  security: SecurityLog;
}

const noStore = { 'cache-control': 'no-store' };

/** How somebody's account is protected, and where it is signed in. */
export const serveAccountSecurity = (api: Api, options: AccountSecurityOptions): void => {
  const { services, sessions, openId, identityOf, security } = options;
  const credentials = basicCredentials(clientId, options.clientSecret);
  const inNameOf = (req: Parameters<IdentityOf>[0]) => ({ ...credentials, visitor: edgeFacts(req) });
  const userIn = (req: Parameters<IdentityOf>[0]) => ({ params: { id: identityOf(req).session.user.id } });

  const endHere = async (userId: string, res: ServerResponse) => {
    await sessions.removeAllOf(userId);
    clearSessionCookie(res);
    return noContent();
  };

  api.serve(gatewayApi, {
    getAccountSecurity: async ({ req }) => {
      const { sessionId, session } = identityOf(req);
      const [protection, where] = await Promise.all([
        services('identity', 'readProtection', userIn(req), inNameOf(req)),
        signedIn(sessions, session.user.id, sessionId),
      ]);
      return ok({ ...protection, sessions: where }, noStore);
    },
    changePassword: async ({ req, res, body }) => {
      const user = userIn(req);
      await services('identity', 'changePassword', { ...user, body }, inNameOf(req));
      return endHere(user.params.id, res);
    },
    changeEmail: async ({ req, body }) => {
      await services('identity', 'askForEmailChange', { ...userIn(req), body }, inNameOf(req));
      return noContent();
    },
    confirmEmailAgain: async ({ req }) => {
      await services('identity', 'askForConfirmation', userIn(req), inNameOf(req));
      return noContent();
    },
    chooseLanguage: async ({ req, body }) => {
      await services('identity', 'chooseLanguage', { ...userIn(req), body }, inNameOf(req));
      return noContent();
    },
    endAccountSession: async ({ req, params }) => {
      const { session } = identityOf(req);
      const ended = await sessions.endOf(session.user.id, params.id);
      if (!ended) return noContent();
      void openId.revoke(ended.refreshToken);
      security.note('session_expired', { ...edgeFacts(req), reason: 'ended-by-owner' });
      return noContent();
    },
    endAllSessions: async ({ req, res }) => {
      const user = userIn(req);
      await services('identity', 'endSignIns', user, inNameOf(req));
      return endHere(user.params.id, res);
    },
    beginSecondFactor: async ({ req, body }) =>
      ok(await services('identity', 'beginSecondFactor', { ...userIn(req), body }, inNameOf(req)), noStore),
    turnOnSecondFactor: async ({ req, body }) => {
      const codes = await services('identity', 'turnOnSecondFactor', { ...userIn(req), body }, inNameOf(req));
      return ok(codes, noStore);
    },
    beginPasskey: async ({ req, body }) =>
      ok(await services('identity', 'beginPasskey', { ...userIn(req), body }, inNameOf(req)), noStore),
    addPasskey: async ({ req, body }) => {
      await services('identity', 'addPasskey', { ...userIn(req), body }, inNameOf(req));
      return noContent();
    },
    renamePasskey: async ({ req, params, body }) => {
      await services(
        'identity',
        'renamePasskey',
        { params: { ...params, ...userIn(req).params }, body },
        inNameOf(req),
      );
      return noContent();
    },
    removePasskey: async ({ req, params, body }) => {
      await services(
        'identity',
        'removePasskey',
        { params: { ...params, ...userIn(req).params }, body },
        inNameOf(req),
      );
      return noContent();
    },
    beginOutsideSignIn: async ({ req, body }) =>
      ok(await services('identity', 'beginOutsideSignIn', { ...userIn(req), body }, inNameOf(req)), noStore),
    removeOutsideSignIn: async ({ req, params, body }) => {
      await services(
        'identity',
        'removeOutsideSignIn',
        { params: { ...params, ...userIn(req).params }, body },
        inNameOf(req),
      );
      return noContent();
    },
    turnOffSecondFactor: async ({ req, body }) => {
      await services('identity', 'turnOffSecondFactor', { ...userIn(req), body }, inNameOf(req));
      return noContent();
    },
  });
};
