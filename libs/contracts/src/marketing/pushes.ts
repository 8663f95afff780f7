import { z } from 'zod';
import { orderId, timestamp } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';

/** Where the service of a browser takes messages for it; who knows it may have it forgotten. */
const pushEndpoint = z.url({ protocol: /^https?$/ }).max(1000);

/** Body of `PUT /api/v1/push-subscriptions`: as the browser's own `PushSubscription`, and the language to write in. */
export const pushSubscription = z
  .strictObject({
    endpoint: pushEndpoint,
    keys: z.strictObject({
      p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}=?$/),
      auth: z.string().regex(/^[A-Za-z0-9_-]{22}(==)?$/),
    }),
    language: z.enum(['en', 'de']),
  })
  .meta({ id: 'PushSubscription' });
export type PushSubscriptionBody = z.infer<typeof pushSubscription>;

/** A browser that is told of orders, as its owner sees it. */
export const ownPushSubscription = z
  .object({
    /** The host of the browser's push service. */
    service: z.string(),
    language: z.string(),
    subscribedAt: timestamp,
  })
  .meta({ id: 'OwnPushSubscription' });
export type OwnPushSubscription = z.infer<typeof ownPushSubscription>;

const path = '/api/v1/push-subscriptions';
const unavailable = 'pushes-unavailable' as const;
const subscribing = ['push-not-offered', 'push-address-refused', unavailable] as const;

export const pushProblems = {
  'push-not-offered': { status: 404, title: 'This shop sends no messages to browsers' },
  'push-address-refused': { status: 422, title: 'Messages cannot be sent to that address' },
  'pushes-unavailable': {
    status: 503,
    title: 'Who is told of orders is out of reach right now',
    retryAfter: 1,
  },
} as const;

/** Messages to browsers about orders, by Web Push. */
export const pushRoutes = {
  readPushOffer: defineRoute({
    method: 'get',
    path: '/api/v1/push-offer',
    summary: 'By which key browsers subscribe to messages of this shop; without one it sends none',
    audience: 'public',
    answers: {
      200: {
        description: 'The offer',
        schema: z.object({ publicKey: z.string().optional() }).meta({ id: 'PushOffer' }),
      },
    },
  }),
  listPushSubscriptions: defineRoute({
    method: 'get',
    path,
    summary: 'The browsers that are told of the caller’s orders, the newest first',
    audience: 'user',
    answers: {
      200: {
        description: 'The browsers',
        schema: z.object({ items: z.array(ownPushSubscription) }).meta({ id: 'PushSubscriptionList' }),
      },
    },
    problems: [unavailable],
  }),
  subscribeToPushes: defineRoute({
    method: 'put',
    path,
    summary: 'Have this browser told of the caller’s orders; again is fine, and of many the oldest goes',
    audience: 'user',
    costs: 'push-subscription',
    body: pushSubscription,
    answers: { 204: { description: 'It is told from now on' } },
    problems: [...subscribing],
  }),
  subscribeToOrder: defineRoute({
    method: 'put',
    path: `${path}/orders/:id`,
    summary: 'Have this browser told of one order, which the caller placed without an account',
    audience: 'shopper',
    costs: 'push-subscription',
    params: z.strictObject({ id: orderId }),
    body: pushSubscription,
    answers: { 204: { description: 'It is told from now on, if the order is the caller’s' } },
    problems: [...subscribing],
  }),
  endPushes: defineRoute({
    method: 'post',
    path: `${path}/end`,
    summary: 'Forget a browser, by the address that it and its push service alone know',
    audience: 'public',
    costs: 'push-subscription',
    body: z.strictObject({ endpoint: pushEndpoint }).meta({ id: 'PushEnd' }),
    answers: { 204: { description: 'Nothing is sent there any more' } },
    problems: [unavailable],
  }),
};
