import type { PushSubscriptionBody } from '@quayside/contracts';
import { noContent, ok, ownerIdOf, type Api, type Principal } from '@quayside/http';
import type { NewPushSubscription, PushSubscriptions } from '../usecases/push-subscriptions.ts';
import { contract } from './contract.ts';

interface Dependencies {
  subscriptions: PushSubscriptions;
  subscribe: (wanted: NewPushSubscription) => Promise<void>;
  /** Absent: no messages are sent. */
  publicKey: string | undefined;
}

/** Which browsers are told of orders. */
export const servePushes = (api: Api, { subscriptions, subscribe, publicKey }: Dependencies): void => {
  const wanted = (principal: Principal, body: PushSubscriptionBody) => ({
    ...body,
    ownerId: ownerIdOf(principal),
  });
  api.serve(contract, {
    readPushOffer: () => Promise.resolve(ok({ ...(publicKey !== undefined && { publicKey }) })),
    listPushSubscriptions: async ({ principal }) =>
      ok({ items: [...(await subscriptions.of(principal.id))] }, { 'cache-control': 'no-store' }),
    subscribeToPushes: async ({ principal, body }) => {
      await subscribe(wanted(principal, body));
      return noContent();
    },
    subscribeToOrder: async ({ principal, params: { id: orderId }, body }) => {
      await subscribe({ ...wanted(principal, body), orderId });
      return noContent();
    },
    endPushes: async ({ body: { endpoint } }) => {
      await subscriptions.end(endpoint);
      return noContent();
    },
  });
};
