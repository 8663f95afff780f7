import { z } from 'zod';
import { auditPage, auditQuery } from '../shared/audit.ts';
import { ifMatch } from '../shared/headers.ts';
import { orderId } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import { orderLink } from '../shared/order-link.ts';
import {
  draftOrder,
  draftOrderContent,
  draftOrderPage,
  draftOrderQuery,
  draftOrderToPrice,
  linkedOrder,
  linkedOrderPaid,
  mailedDraftOrder,
} from './draft-orders.ts';
import { basket, checkoutRequest } from './http.ts';

const path = '/api/v1/staff/draft-orders';
const one = `${path}/:id` as const;
const params = z.strictObject({ id: orderId });
const audience = 'support';
const saved = { description: 'The draft as it is now, with its ETag', schema: draftOrder };
const unavailable = 'basket-unavailable' as const;

/** What a draft cannot be. */
const contentCodes = [
  'item-not-found',
  'item-not-active',
  'coupon-not-valid',
  'country-not-sold-to',
  'state-unknown',
  'currency-not-sold-in',
  'shipping-method-unknown',
  'basket-currency-mixed',
] as const;
const changeCodes = ['draft-order-not-found', 'draft-order-closed', 'stale-version', unavailable] as const;

export const draftOrderProblems = {
  'draft-order-not-found': { status: 404, title: 'There is no such draft' },
  'draft-order-closed': { status: 409, title: 'The draft is an order by now' },
  'stale-version': { status: 412, title: 'Somebody changed it meanwhile' },
  'payment-link-sent-too-often': {
    status: 429,
    title: 'The link was sent too often today',
    retryAfter: 3600,
  },
  'payment-link-invalid': { status: 404, title: 'The link opens nothing' },
  'payment-link-expired': { status: 410, title: 'The time of the link is over' },
  'payment-link-withdrawn': { status: 410, title: 'The shop has taken the link back' },
} as const;

const byLink = { audience: 'shopper', params, headers: orderLink } as const;
const linkCodes = [
  'payment-link-invalid',
  'payment-link-expired',
  'payment-link-withdrawn',
  unavailable,
] as const;

/** Orders that staff write down for somebody, and what the buyer does with the link. */
export const draftOrderRoutes = {
  listDraftOrders: defineRoute({
    method: 'get',
    path,
    summary: 'Drafts of the last thirty days, and what became of them; the one changed last comes first',
    audience,
    query: draftOrderQuery,
    answers: { 200: { description: 'A page of drafts', schema: draftOrderPage } },
    problems: [unavailable],
  }),
  createDraftOrder: defineRoute({
    method: 'post',
    path,
    summary: 'Write an order down for somebody; nothing is reserved until it is paid',
    audience,
    body: draftOrderContent,
    answers: { 201: saved },
    problems: [...contentCodes, 'address-invalid', 'basket-contended', unavailable],
  }),
  priceDraftOrder: defineRoute({
    method: 'post',
    path: `${path}/price`,
    summary: 'What a draft would cost as it stands, without keeping anything',
    audience,
    body: draftOrderToPrice,
    answers: { 200: { description: 'As a basket of it', schema: basket } },
    problems: [...contentCodes, unavailable],
  }),
  getDraftOrder: defineRoute({
    method: 'get',
    path: one,
    summary: 'A draft at the prices of now, with the ETag to change it by',
    audience,
    params,
    answers: { 200: saved },
    problems: ['draft-order-not-found', unavailable],
  }),
  changeDraftOrder: defineRoute({
    method: 'put',
    path: one,
    summary:
      'Change what a draft holds; a link that was sent leads to it as it is. A 412 carries the draft as it is now as `current`',
    audience,
    params,
    headers: ifMatch,
    body: draftOrderContent,
    answers: { 200: saved },
    problems: [...changeCodes, ...contentCodes, 'address-invalid', 'basket-contended'],
  }),
  dropDraftOrder: defineRoute({
    method: 'delete',
    path: one,
    summary: 'Drop a draft; a link to it opens nothing any more',
    audience,
    params,
    headers: ifMatch,
    answers: { 204: { description: 'It is gone' } },
    problems: [...changeCodes, 'basket-contended'],
  }),
  sendPaymentLink: defineRoute({
    method: 'post',
    path: `${one}/link`,
    summary: 'Mail the buyer a link to pay by, good for seven days from now; five times a day at most',
    audience,
    params,
    headers: ifMatch,
    answers: { 200: saved },
    problems: [...changeCodes, 'payment-link-sent-too-often', 'basket-contended'],
  }),
  withdrawPaymentLink: defineRoute({
    method: 'delete',
    path: `${one}/link`,
    summary: 'Take the link back; having none is fine',
    audience,
    params,
    headers: ifMatch,
    answers: { 200: saved },
    problems: [...changeCodes, 'basket-contended'],
  }),
  readBasketAudit: defineRoute({
    method: 'get',
    path: '/api/v1/admin/basket/audit',
    summary: 'Who of the staff did what with which draft, the newest first',
    audience: 'admin',
    query: auditQuery,
    answers: { 200: { description: 'A part of the audit log', schema: auditPage } },
    problems: [unavailable],
  }),
  readLinkedOrder: defineRoute({
    ...byLink,
    method: 'get',
    path: '/api/v1/payment-links/:id',
    summary: 'What a mailed link asks to pay, at the prices of now',
    costs: 'guest-order',
    answers: { 200: { description: 'The order to be', schema: linkedOrder } },
    problems: [...linkCodes],
  }),
  payLinkedOrder: defineRoute({
    ...byLink,
    method: 'post',
    path: '/api/v1/payment-links/:id/checkout',
    summary: 'Agree and pay; however often it is asked for, it is one order',
    costs: 'checkout',
    body: checkoutRequest.pick({ paymentToken: true }).extend({
      acceptedTotal: checkoutRequest.shape.acceptedTotal.unwrap(),
      acceptedLines: checkoutRequest.shape.acceptedLines.unwrap(),
    }),
    answers: { 202: { description: 'Accepted; the order is on its way', schema: linkedOrderPaid } },
    problems: [
      ...linkCodes,
      'basket-changed',
      'basket-empty',
      'address-invalid',
      'item-not-active',
      'insufficient-stock',
      'price-changed',
      'country-not-sold-to',
      'state-unknown',
      'currency-not-sold-in',
      'shipping-method-unknown',
      'basket-currency-mixed',
      'basket-contended',
    ],
  }),
  readMailedDraftOrder: defineRoute({
    method: 'get',
    path: '/internal/v1/draft-orders/:id',
    summary: 'A draft whose link is good, for the service that mails it',
    audience: 'service',
    params,
    answers: { 200: { description: 'With a fresh link', schema: mailedDraftOrder } },
    problems: ['draft-order-not-found', unavailable],
  }),
  listOwnDraftOrders: defineRoute({
    method: 'get',
    path: '/internal/v1/draft-orders',
    summary: 'What staff wrote down for the account of whoever asks',
    audience: 'user',
    answers: { 200: { description: 'All of it', schema: z.object({ items: z.array(draftOrderContent) }) } },
    problems: [unavailable],
  }),
} as const;
