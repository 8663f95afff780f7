import type { Delivery } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const adjustStock = (id: number, delta: number, reason: string) =>
  callApi('POST /api/v1/catalog/items/:id/stock-adjustments', { params: { id }, body: { delta, reason } });

export const setThreshold = (itemId: number, lowThreshold: number) =>
  callApi('PUT /api/v1/admin/catalog/stock/:itemId/threshold', {
    params: { itemId },
    body: { lowThreshold },
  });

export const receiveDelivery = (delivery: Delivery) =>
  callApi('POST /api/v1/admin/catalog/stock/deliveries', { body: delivery });
