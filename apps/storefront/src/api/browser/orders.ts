import type { Order } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const fetchOrder = (id: string) => callApi<Order>(`/api/v1/orders/${id}`);

export const cancelOrder = (id: string) =>
  callApi<Order>(`/api/v1/orders/${id}/cancel`, { method: 'POST', body: {} });
