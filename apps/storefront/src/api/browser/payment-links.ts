import type { Money } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const fetchLinkedOrder = (id: string, link: string) =>
  callApi('GET /api/v1/payment-links/:id', { params: { id }, headers: { 'order-link': link } });

export const payLinkedOrder = (
  { id, link }: { id: string; link: string },
  agreed: {
    paymentToken: string;
    acceptedTotal: Money;
    acceptedLines: { itemId: number; quantity: number }[];
  },
) =>
  callApi('POST /api/v1/payment-links/:id/checkout', {
    params: { id },
    headers: { 'order-link': link },
    body: agreed,
  });
