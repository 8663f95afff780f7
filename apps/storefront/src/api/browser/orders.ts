import { callApi } from './call-api.ts';

export const fetchOrder = (id: string) => callApi('GET /api/v1/orders/:id', { params: { id } });

export const cancelOrder = (id: string) => callApi('POST /api/v1/orders/:id/cancel', { params: { id } });
