import { z } from 'zod';
import { screenQuery } from '../catalog/product.ts';
import { slug } from '../catalog/slugs.ts';
import { visitNote } from '../marketing/visits.ts';
import { protectionProblems } from '../identity/account-security.ts';
import { session } from '../identity/session.ts';
import { accountDeletion, accountExport, customerExport } from './account.ts';
import { userId } from '../shared/ids.ts';
import { challenge, guardedAction, proofProblems } from './proof-of-work.ts';
import { accountSecurityRoutes } from './account-security-routes.ts';
import { defineApi } from '../shared/api.ts';
import { defineRoute } from '../shared/route.ts';
import { shopStatus } from './shop-status.ts';
import { systemStatus } from './system.ts';
import { checkoutScreen, homeScreen, pageFrame, productScreen } from './screens.ts';

const returnTo = z.object({ returnTo: z.string().max(2000).optional() });
const toProvider = { 302: { description: 'To the OpenID provider' } };

/** What the gateway answers itself: the browser's session, and pages in one read. */
export const gatewayApi = defineApi({
  name: 'gateway',
  title: 'Gateway',
  problems: {
    'sign-in-failed': { status: 400, title: 'Signing in did not work; please start again' },
    'service-unavailable': {
      status: 503,
      title: 'This part of the shop does not answer right now',
      retryAfter: 2,
    },
    overloaded: { status: 503, title: 'The shop is very busy right now', retryAfter: 5 },
    'sessions-unavailable': {
      status: 503,
      title: 'Who you are cannot be looked up right now',
      retryAfter: 2,
    },
    'product-not-found': { status: 404, title: 'No such product' },
    'user-not-found': { status: 404, title: 'There is no such account' },
    'last-admin': { status: 409, title: 'Somebody has to be an admin, and nobody else is' },
    ...protectionProblems,
    ...proofProblems,
    'email-differs': { status: 422, title: 'This is not the e-mail address of the account' },
    'identity-unavailable': { status: 503, title: 'Signing in is not possible right now', retryAfter: 5 },
  },
  routes: {
    getSession: defineRoute({
      method: 'get',
      path: '/auth/session',
      summary: 'Who the browser is signed in as',
      audience: 'public',
      answers: { 200: { description: 'The session', schema: session } },
      problems: ['sessions-unavailable'],
    }),
    startSignIn: defineRoute({
      method: 'get',
      path: '/auth/login',
      summary: 'Go and sign in, then come back',
      audience: 'public',
      costs: 'sign-in-start',
      query: returnTo.extend({
        /** Show once more who you are: where the sign-in is not a recent one, or in any case. */
        stepUp: z.enum(['recent', 'anew']).optional(),
      }),
      answers: toProvider,
      problems: ['sessions-unavailable', 'identity-unavailable'],
    }),
    startRegistration: defineRoute({
      method: 'get',
      path: '/auth/register',
      summary: 'Go and make an account, then come back',
      audience: 'public',
      costs: 'sign-in-start',
      query: returnTo,
      answers: toProvider,
      problems: ['sessions-unavailable', 'identity-unavailable'],
    }),
    finishSignIn: defineRoute({
      method: 'get',
      path: '/auth/callback',
      summary: 'Back from the OpenID provider',
      audience: 'public',
      answers: { 302: { description: 'To where the shopper came from' } },
      problems: ['sign-in-failed', 'sessions-unavailable', 'identity-unavailable'],
    }),
    signOut: defineRoute({
      method: 'post',
      path: '/auth/logout',
      summary: 'Sign out here; then go to `redirectTo` to sign out at the provider too',
      audience: 'public',
      query: z.strictObject({
        /** Of the page that somebody signs out from, where they get to afterwards. */
        language: z.enum(['en', 'de']).default('en'),
      }),
      answers: {
        200: { description: 'Signed out', schema: z.object({ redirectTo: z.string() }) },
        204: { description: 'Was not signed in' },
      },
      problems: ['sessions-unavailable'],
    }),
    deleteAccount: defineRoute({
      method: 'post',
      path: '/api/v1/account/deletion',
      summary:
        'Delete the account: orders that have not left are cancelled, and every service forgets the person',
      audience: 'user',
      body: accountDeletion,
      answers: { 204: { description: 'It is gone, and every session of it has ended' } },
      problems: ['email-differs', 'last-admin', 'service-unavailable', 'sessions-unavailable'],
    }),
    exportAccount: defineRoute({
      method: 'get',
      path: '/api/v1/account/export',
      summary: 'What is kept of the person who asks: account, what happened to it, basket, orders',
      audience: 'user',
      costs: 'account-export',
      answers: { 200: { description: 'To be saved as a file', schema: accountExport } },
      problems: ['service-unavailable', 'sessions-unavailable'],
    }),
    exportCustomer: defineRoute({
      method: 'get',
      path: '/api/v1/admin/customers/:id/export',
      summary: 'What is kept of a customer: account, sessions, notes, orders; that it was taken is recorded',
      audience: 'admin',
      asksForRecentSignIn: true,
      params: z.strictObject({ id: userId }),
      answers: { 200: { description: 'To be saved as a file', schema: customerExport } },
      problems: ['user-not-found', 'service-unavailable', 'sessions-unavailable'],
    }),
    ...accountSecurityRoutes,
    getProofOfWork: defineRoute({
      method: 'get',
      path: '/api/v1/proof-of-work/:action',
      summary: 'Whether what somebody is about to send needs a proof of work right now, and the task',
      audience: 'public',
      costs: 'proof-of-work',
      params: z.strictObject({ action: guardedAction }),
      answers: {
        200: {
          description: 'The task; its solution counts once, for this action, for ten minutes',
          schema: challenge,
        },
        204: { description: 'Nothing is asked' },
      },
    }),
    readShopStatus: defineRoute({
      method: 'get',
      path: '/status.json',
      summary: 'Which parts of the shop work, in words for shoppers; at /status as a page',
      audience: 'public',
      answers: { 200: { description: 'The shop as it is now', schema: shopStatus } },
    }),
    readSystem: defineRoute({
      method: 'get',
      path: '/api/v1/admin/operations/system',
      summary: 'How each part of the shop is, what waits in it, and which version runs',
      audience: 'admin',
      answers: { 200: { description: 'The system as it is now', schema: systemStatus } },
      problems: ['sessions-unavailable'],
    }),
    noteVisit: defineRoute({
      method: 'post',
      path: '/api/v1/visits',
      summary: 'A page tells how far its visitor came; nobody is named, and nothing is kept of who it was',
      audience: 'public',
      costs: 'visit',
      body: visitNote,
      answers: { 204: { description: 'Heard; whether it counts is not said' } },
    }),
    getFrame: defineRoute({
      method: 'get',
      path: '/api/v1/screens/frame',
      summary: 'Who the visitor is and what the basket holds, for the frame around every page',
      audience: 'public',
      answers: { 200: { description: 'The user, if signed in, and the basket', schema: pageFrame } },
      problems: ['sessions-unavailable'],
    }),
    getHomeScreen: defineRoute({
      method: 'get',
      path: '/api/v1/screens/home',
      summary: 'The home page in one read',
      audience: 'public',
      query: screenQuery,
      answers: { 200: { description: 'Types, featured and newest products, campaigns', schema: homeScreen } },
      problems: ['service-unavailable'],
    }),
    getProductScreen: defineRoute({
      method: 'get',
      path: '/api/v1/screens/product/:slug',
      summary: 'A product page in one read',
      audience: 'public',
      params: z.strictObject({ slug }),
      query: screenQuery,
      answers: { 200: { description: 'The product, related ones, campaigns', schema: productScreen } },
      problems: ['product-not-found', 'service-unavailable'],
    }),
    getCheckoutScreen: defineRoute({
      method: 'get',
      path: '/api/v1/screens/checkout',
      summary: 'The checkout page in one read',
      audience: 'public',
      answers: { 200: { description: 'Basket, buyer if signed in, card form', schema: checkoutScreen } },
      problems: ['service-unavailable', 'sessions-unavailable', 'identity-unavailable'],
    }),
  },
});
