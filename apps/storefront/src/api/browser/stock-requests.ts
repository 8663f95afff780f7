import { callApi } from './call-api.ts';

export const requestStock = (itemId: number) =>
  callApi('PUT /api/v1/stock-requests/:itemId', { params: { itemId: String(itemId) } });

export const withdrawStockRequest = (itemId: number) =>
  callApi('DELETE /api/v1/stock-requests/:itemId', { params: { itemId: String(itemId) } });

export const requestStockAsGuest = (itemId: number, email: string) =>
  callApi('POST /api/v1/stock-requests', { body: { itemId, email, locale: navigator.language } });

export const confirmStockRequest = (link: string) =>
  callApi('POST /api/v1/stock-requests/confirmation', { body: { link } });

export const endStockRequests = (link: string) =>
  callApi('POST /api/v1/stock-requests/end', { body: { link } });
