import type { PushSubscriptionBody } from '@quayside/contracts';
import { callApi } from './call-api.ts';

/** @param orderId of a guest, who is told of that order alone */
export const subscribeToPushes = (body: PushSubscriptionBody, orderId?: string) =>
  orderId === undefined
    ? callApi('PUT /api/v1/push-subscriptions', { body })
    : callApi('PUT /api/v1/push-subscriptions/orders/:id', { params: { id: orderId }, body });

export const endPushes = (endpoint: string) =>
  callApi('POST /api/v1/push-subscriptions/end', { body: { endpoint } });
