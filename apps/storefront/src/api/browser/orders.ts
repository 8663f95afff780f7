import type { InvoiceSummary, Order, PaperLanguage } from '@quayside/contracts';
import type { Result } from '../result.ts';
import { callApi } from './call-api.ts';
import { callForFile } from './call-for-file.ts';

/** An order as far as it is shown: by the mailed link of a guest without who it is of and the street. */
export type ShownOrder = Omit<Order, 'shippingAddress'> & {
  shippingAddress: Pick<Order['shippingAddress'], 'country'> & Partial<Order['shippingAddress']>;
  /** By a link: invoices of which the papers are for who types the address of the order. */
  papers?: readonly InvoiceSummary[] | undefined;
};

type Answer = Promise<Result<ShownOrder>>;

/** @param link the secret part of a guest's link, for who has that instead of the session the order was placed in */
export const fetchOrder = (id: string, link?: string): Answer =>
  link === undefined
    ? callApi('GET /api/v1/orders/:id', { params: { id } })
    : callApi('GET /api/v1/guest-orders/:id', { params: { id }, headers: { 'order-link': link } });

export const cancelOrder = (id: string, link?: string): Answer =>
  link === undefined
    ? callApi('POST /api/v1/orders/:id/cancel', { params: { id } })
    : callApi('POST /api/v1/guest-orders/:id/cancel', { params: { id }, headers: { 'order-link': link } });

export const payOrder = (id: string, paymentToken: string, link?: string): Answer =>
  link === undefined
    ? callApi('POST /api/v1/orders/:id/pay', { params: { id }, body: { paymentToken } })
    : callApi('POST /api/v1/guest-orders/:id/pay', {
        params: { id },
        headers: { 'order-link': link },
        body: { paymentToken },
      });

/** The buyer is back from the payment company, or does not go on there. */
export const endPaymentVisit = (id: string, outcome: 'returned' | 'given-up', link?: string): Answer =>
  link === undefined
    ? callApi('POST /api/v1/orders/:id/payment-visit', { params: { id }, body: { outcome } })
    : callApi('POST /api/v1/guest-orders/:id/payment-visit', {
        params: { id },
        headers: { 'order-link': link },
        body: { outcome },
      });

export const requestReturn = (
  id: string,
  request: { lines: { itemId: number; quantity: number }[]; reason: string },
  key: string,
  link?: string,
): Answer =>
  link === undefined
    ? callApi('POST /api/v1/orders/:id/returns', {
        params: { id },
        headers: { 'idempotency-key': key },
        body: request,
      })
    : callApi('POST /api/v1/guest-orders/:id/returns', {
        params: { id },
        headers: { 'idempotency-key': key, 'order-link': link },
        body: request,
      });

export const askForOrderLink = (number: string, email: string) =>
  callApi('POST /api/v1/guest-orders/links', { body: { number, email } });

export const fetchGuestPaper = (
  { id, link, number }: { id: string; link: string; number: string },
  body: { email: string; language: PaperLanguage },
) =>
  callForFile('POST /api/v1/guest-orders/:id/invoices/:number', {
    params: { id, number },
    headers: { 'order-link': link },
    body,
  });

export const claimGuestOrder = (id: string, link: string) =>
  callApi('POST /api/v1/guest-orders/:id/claim', { params: { id }, headers: { 'order-link': link } });

export const forgetGuest = (id: string, email: string, link: string) =>
  callApi('POST /api/v1/guest-orders/:id/deletion', {
    params: { id },
    headers: { 'order-link': link },
    body: { email },
  });

/** Where the payment company's form is, for who pays outside of the checkout. */
export const fetchPaymentForm = async (): Promise<string | undefined> => {
  const result = await callApi('GET /api/v1/screens/checkout', {});
  return result.ok ? result.data.payment.formUrl : undefined;
};
