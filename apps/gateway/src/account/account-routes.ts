import { gatewayApi, maxOwnSecurityEntries, type Order, type OwnSecurityEntry } from '@quayside/contracts';
import { basicCredentials, noContent, ok, problemOf, ProblemError, type Api } from '@quayside/http';
import type { Logger, SecurityLog } from '@quayside/runtime';
import type { Services } from '../downstream/services.ts';
import { edgeFacts } from '../edge/security-facts.ts';
import type { IdentityOf } from '../session/authorize-session.ts';
import { clearSessionCookie } from '../session/cookies.ts';
import type { SessionStore } from '../session/session-store.ts';
import { clientId } from '../sign-in/openid-client.ts';
import { signedIn } from './signed-in.ts';

export interface AccountOptions {
  services: Services;
  sessions: Pick<SessionStore, 'listOf' | 'remove' | 'removeAllOf'>;
  identityOf: IdentityOf;
  clientSecret: string;
  now: () => Date;
  security: SecurityLog;
  logger: Logger;
}

const pageSize = 100;
const emailDiffers = problemOf('email-differs', gatewayApi.problems['email-differs']);
const asFile = (name: string) => ({
  'cache-control': 'no-store',
  'content-disposition': `attachment; filename="${name}"`,
});
const isSame = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** What somebody may do with all that is kept of them: take it along, and have it forgotten. */
export const serveAccount = (api: Api, options: AccountOptions): void => {
  const { services, sessions, identityOf, now, security, logger } = options;
  const asGateway = basicCredentials(clientId, options.clientSecret);
  const accountOf = (id: string) => services('identity', 'readAccount', { params: { id } }, asGateway);

  const ordersOf = async (authorization: string): Promise<Order[]> => {
    const orders: Order[] = [];
    for (let page = 1; ; page += 1) {
      const found = await services(
        'ordering',
        'listOrders',
        { query: { page, pageSize } },
        { authorization },
      );
      orders.push(...found.items);
      if (page * pageSize >= found.totalItems) return orders;
    }
  };

  const securityOf = async (id: string): Promise<OwnSecurityEntry[]> => {
    const entries: OwnSecurityEntry[] = [];
    let before: number | undefined;
    do {
      const query = { pageSize: 1000, before };
      const found = await services('identity', 'readOwnSecurity', { params: { id }, query }, asGateway);
      entries.push(...found.items);
      before = found.next;
    } while (before !== undefined && entries.length < maxOwnSecurityEntries);
    return entries;
  };

  api.serve(gatewayApi, {
    deleteAccount: async ({ req, res, body }) => {
      const { sessionId, session } = identityOf(req);
      const { id } = session.user;
      const { email } = await accountOf(id);
      if (!isSame(email, body.email)) throw new ProblemError(emailDiffers);
      // Sessions hold tokens, which name the person. This one goes last: with it the deletion can be repeated.
      await sessions.removeAllOf(id, { butFor: sessionId });
      const visitor = edgeFacts(req);
      await services('identity', 'deleteUser', { params: { id } }, { ...asGateway, visitor });
      await sessions.removeAllOf(id);
      await sessions.remove(sessionId);
      clearSessionCookie(res);
      logger.info({ userId: id }, 'account deleted');
      return noContent();
    },
    exportCustomer: async ({ req, params }) => {
      const authorization = `Bearer ${identityOf(req).session.accessToken}`;
      // First the one that knows whether there is such a person, and records that somebody took the copy.
      const file = await services(
        'identity',
        'exportCustomer',
        { params },
        { authorization, visitor: edgeFacts(req) },
      );
      const { orders } = await services(
        'ordering',
        'exportCustomerOrders',
        { params },
        { authorization, timeoutMs: 10_000 },
      );
      return ok({ at: now().toISOString(), ...file, orders }, asFile('quayside-customer.json'));
    },
    exportAccount: async ({ req }) => {
      const { sessionId, session } = identityOf(req);
      const { id } = session.user;
      const authorization = `Bearer ${session.accessToken}`;
      const [
        account,
        protection,
        browsers,
        securityEvents,
        basket,
        wishlist,
        drafts,
        orders,
        reviews,
        questions,
        stockRequests,
        mailChoices,
        pushes,
      ] = await Promise.all([
        accountOf(id),
        services('identity', 'readProtection', { params: { id } }, asGateway),
        signedIn(sessions, id, sessionId),
        securityOf(id),
        services('basket', 'getBasket', {}, { authorization }),
        services('basket', 'getWishlist', {}, { authorization }),
        services('basket', 'listOwnDraftOrders', {}, { authorization }),
        ordersOf(authorization),
        services('catalog', 'listOwnReviews', {}, { authorization }),
        services('catalog', 'listOwnQuestions', {}, { authorization }),
        services('marketing', 'listStockRequests', {}, { authorization }),
        services('marketing', 'readMailChoices', {}, { authorization }),
        services('marketing', 'listPushSubscriptions', {}, { authorization }),
      ]);
      security.note('sensitive_read', { ...edgeFacts(req), reason: 'account-export' });
      return ok(
        {
          ...{ at: now().toISOString(), account, basket, wishlist, draftOrders: drafts.items, orders },
          ...{ protection, sessions: browsers, securityEvents },
          ...{ reviews: reviews.items, questions, stockRequests: stockRequests.items, mailChoices },
          pushSubscriptions: pushes.items,
        },
        asFile('quayside-account.json'),
      );
    },
  });
};
