import { z } from 'zod';
import { address } from '../shared/address.ts';
import { writtenEmail } from '../shared/contact.ts';
import { orderId } from '../shared/ids.ts';
import { idempotencyKey } from '../shared/headers.ts';
import { orderLink } from '../shared/order-link.ts';
import { defineRoute } from '../shared/route.ts';
import { writtenLine } from '../shared/text.ts';
import { order, payAgain, paymentVisit, returnRequest } from './http.ts';
import { invoiceNumber, invoiceSummary, paperLanguage } from './invoices.ts';

/**
 * A guest's order as whoever has its link sees it: all but who it is of and where in its town it goes, since mails are
 * passed on.
 */
export const guestOrder = order
  .omit({ formerAddresses: true, invoices: true })
  .extend({
    shippingAddress: address.pick({ city: true, state: true, country: true }),
    /** Invoices and credit notes; the papers themselves are for who types the address of the order. */
    papers: z.array(invoiceSummary).optional(),
  })
  .meta({ id: 'GuestOrder' });
export type GuestOrder = z.infer<typeof guestOrder>;

/** Body of `POST /api/v1/guest-orders/{id}/deletion`: so that nobody who was passed a mail forgets an order by accident. */
export const guestDeletion = z
  .strictObject({ email: z.string().min(1).max(320) })
  .meta({ id: 'GuestDeletion' });

/** Body of `POST /api/v1/guest-orders/{id}/invoices/{number}`: a paper has name and street on it. */
export const guestPaperRequest = z
  .strictObject({ email: z.string().min(1).max(320), language: paperLanguage.default('en') })
  .meta({ id: 'GuestPaperRequest' });

/** Body of `POST /api/v1/guest-orders/links`. */
export const linkRequest = z
  .strictObject({ number: writtenLine(40), email: writtenEmail })
  .meta({ id: 'OrderLinkRequest' });

const params = z.strictObject({ id: orderId });
/** For shoppers, not for everybody: what is public may be kept by the edge and shown to the next who asks. */
const byLink = { audience: 'shopper', costs: 'guest-order', params } as const;
const answers = { 200: { description: 'The order', schema: guestOrder } };
const linkProblems = ['order-link-invalid', 'orders-unavailable'] as const;

export const guestOrderRoutes = {
  askForOrderLink: defineRoute({
    method: 'post',
    path: '/api/v1/guest-orders/links',
    summary:
      'Have a new link to a guest’s order mailed; the answer is the same whether there is such an order',
    audience: 'public',
    costs: 'order-link',
    body: linkRequest,
    answers: { 204: { description: 'If there is such an order, its link is mailed to its address' } },
  }),
  findGuestOrder: defineRoute({
    ...byLink,
    method: 'get',
    path: '/api/v1/guest-orders/:id',
    summary: 'A guest’s order, by the link that was mailed',
    headers: orderLink,
    answers,
    problems: [...linkProblems],
  }),
  cancelGuestOrder: defineRoute({
    ...byLink,
    method: 'post',
    path: '/api/v1/guest-orders/:id/cancel',
    summary: 'Cancel a guest’s order; what was charged is refunded',
    headers: orderLink,
    answers,
    problems: [...linkProblems, 'order-not-cancellable', 'order-changed-meanwhile'],
  }),
  payGuestOrder: defineRoute({
    ...byLink,
    method: 'post',
    path: '/api/v1/guest-orders/:id/pay',
    summary: 'Pay a guest’s order with another card or by bank, as long as its stock is held',
    headers: orderLink,
    body: payAgain,
    answers,
    problems: [...linkProblems, 'order-not-payable', 'order-changed-meanwhile'],
  }),
  endGuestPaymentVisit: defineRoute({
    ...byLink,
    method: 'post',
    path: '/api/v1/guest-orders/:id/payment-visit',
    summary:
      'Say that you are back from the payment company, or do not go on there: it is asked what came of it',
    headers: orderLink,
    body: paymentVisit,
    answers,
    problems: [...linkProblems, 'order-changed-meanwhile'],
  }),
  requestGuestReturn: defineRoute({
    ...byLink,
    method: 'post',
    path: '/api/v1/guest-orders/:id/returns',
    summary: 'Ask to send back units of a guest’s order that were delivered',
    headers: orderLink.extend(idempotencyKey.shape),
    body: returnRequest,
    answers,
    problems: [
      ...linkProblems,
      ...(['return-exceeds-delivery', 'idempotency-key-reused', 'order-changed-meanwhile'] as const),
    ],
  }),
  readGuestInvoice: defineRoute({
    ...byLink,
    method: 'post',
    path: '/api/v1/guest-orders/:id/invoices/:number',
    summary: 'An invoice or a credit note of a guest’s order, for who has its link and types its address',
    costs: 'guest-paper',
    params: z.strictObject({ id: orderId, number: invoiceNumber }),
    headers: orderLink,
    body: guestPaperRequest,
    answers: { 200: { description: 'As it was issued', contentType: 'application/pdf' } },
    problems: [...linkProblems, 'email-differs', 'invoice-not-found'],
  }),
  claimGuestOrder: defineRoute({
    ...byLink,
    method: 'post',
    path: '/api/v1/guest-orders/:id/claim',
    summary: 'Take a guest’s order into the account of whoever is signed in with the same, confirmed address',
    audience: 'user',
    headers: orderLink,
    answers: { 204: { description: 'It is among the orders of the account' } },
    problems: [...linkProblems, 'email-differs', 'email-not-confirmed', 'order-changed-meanwhile'],
  }),
  forgetGuest: defineRoute({
    ...byLink,
    method: 'post',
    path: '/api/v1/guest-orders/:id/deletion',
    summary:
      'Forget a guest: of all guests’ orders with the address of this one, those that have not left are cancelled',
    headers: orderLink,
    body: guestDeletion,
    answers: { 204: { description: 'Nothing of the person is kept any more, and the links are dead' } },
    problems: [...linkProblems, 'email-differs', 'order-changed-meanwhile'],
  }),
} as const;
