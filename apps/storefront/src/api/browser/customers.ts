import { callApi } from './call-api.ts';

/** The same `key` for a repeat of what had no answer. */
export const addCustomerNote = (id: string, text: string, key: string) =>
  callApi('POST /api/v1/admin/identity/customers/:id/notes', {
    params: { id },
    headers: { 'idempotency-key': key },
    body: { text },
  });

export const signOutCustomer = (id: string) =>
  callApi('POST /api/v1/admin/identity/customers/:id/sign-out', { params: { id } });

/** Refused with 412, and the customer as they are now, when somebody changed them since `etag` was read. */
export const setCustomerState = (id: string, etag: string, isDisabled: boolean) =>
  callApi('PUT /api/v1/admin/identity/customers/:id/state', {
    params: { id },
    headers: { 'if-match': etag },
    body: { isDisabled },
  });

export const deleteCustomer = (id: string, etag: string) =>
  callApi('DELETE /api/v1/admin/identity/customers/:id', { params: { id }, headers: { 'if-match': etag } });
