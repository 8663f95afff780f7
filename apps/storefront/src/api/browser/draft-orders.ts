import type { DraftOrderContent, DraftOrderToPrice } from '@quayside/contracts';
import { callApi } from './call-api.ts';

const on = (id: string, etag: string) => ({ params: { id }, headers: { 'if-match': etag } });

export const createDraftOrder = (body: DraftOrderContent) =>
  callApi('POST /api/v1/staff/draft-orders', { body });

export const priceDraftOrder = (body: DraftOrderToPrice) =>
  callApi('POST /api/v1/staff/draft-orders/price', { body });

export const changeDraftOrder = (id: string, etag: string, body: DraftOrderContent) =>
  callApi('PUT /api/v1/staff/draft-orders/:id', { ...on(id, etag), body });

export const dropDraftOrder = (id: string, etag: string) =>
  callApi('DELETE /api/v1/staff/draft-orders/:id', on(id, etag));

export const sendPaymentLink = (id: string, etag: string) =>
  callApi('POST /api/v1/staff/draft-orders/:id/link', on(id, etag));

export const withdrawPaymentLink = (id: string, etag: string) =>
  callApi('DELETE /api/v1/staff/draft-orders/:id/link', on(id, etag));

export const searchItems = (q: string) =>
  callApi('GET /api/v1/catalog/items', { query: { q, pageSize: '8' } });

export const searchCustomers = (q: string) =>
  callApi('GET /api/v1/admin/identity/customers', { query: { q, pageSize: '6', state: 'active' } });
