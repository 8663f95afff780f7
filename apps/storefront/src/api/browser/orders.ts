import { callApi } from './call-api.ts';

export const fetchOrder = (id: string) => callApi('GET /api/v1/orders/:id', { params: { id } });

export const cancelOrder = (id: string) => callApi('POST /api/v1/orders/:id/cancel', { params: { id } });

export const payOrder = (id: string, paymentToken: string) =>
  callApi('POST /api/v1/orders/:id/pay', { params: { id }, body: { paymentToken } });

export const requestReturn = (
  id: string,
  request: { lines: { itemId: number; quantity: number }[]; reason: string },
  key: string,
) =>
  callApi('POST /api/v1/orders/:id/returns', {
    params: { id },
    headers: { 'idempotency-key': key },
    body: request,
  });

/** Where the payment company's form is, for who pays outside of the checkout. */
export const fetchPaymentForm = async (): Promise<string | undefined> => {
  const result = await callApi('GET /api/v1/screens/checkout', {});
  return result.ok ? result.data.payment.formUrl : undefined;
};
