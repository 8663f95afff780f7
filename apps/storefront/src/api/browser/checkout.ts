import type { CheckoutAnswer, CheckoutRequest } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const checkOut = (key: string, request: CheckoutRequest) =>
  callApi<CheckoutAnswer>('/api/v1/basket/checkout', {
    method: 'POST',
    body: request,
    headers: { 'idempotency-key': key },
  });
