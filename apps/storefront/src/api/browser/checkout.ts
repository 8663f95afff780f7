import type { CheckoutRequest } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const checkOut = (key: string, request: CheckoutRequest) =>
  callApi('POST /api/v1/basket/checkout', { headers: { 'idempotency-key': key }, body: request });
