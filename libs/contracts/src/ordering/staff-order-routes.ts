import { z } from 'zod';
import { writtenAddress } from '../shared/address.ts';
import { auditPage, auditQuery } from '../shared/audit.ts';
import { idempotencyKey, ifMatch } from '../shared/headers.ts';
import { orderId } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import {
  linesCancellation,
  parcelCarrier,
  refundRequest,
  returnReception,
  returnRefund,
  shipmentRequest,
  staffReason,
} from './http.ts';
import { newOrderNote, staffOrder } from './staff-order.ts';
import { staffOrderExportQuery, staffOrderPage, staffOrderQuery } from './staff-orders.ts';

const path = '/api/v1/staff/orders';
const params = z.strictObject({ id: orderId });
const shipmentParams = z.strictObject({ id: orderId, shipmentId: z.uuid() });
const returnParams = z.strictObject({ id: orderId, returnId: z.uuid() });
const audience = 'support';
const answers = { 200: { description: 'The order as it is now', schema: staffOrder } } as const;
/** A change names the version of the order that it was decided on; a repeat of what is done is answered all the same. */
const once = ifMatch.extend(idempotencyKey.shape);
const problems = [
  'order-not-found',
  'order-transition-refused',
  'stale-version',
  'order-changed-meanwhile',
  'orders-unavailable',
] as const;

/** What those who run the shop do with anybody's order. */
export const staffOrderRoutes = {
  listAllOrders: defineRoute({
    method: 'get',
    path,
    summary: 'Orders of everybody, newest first where no other order is asked for, with what they come to',
    audience,
    keyScope: 'orders:read',
    query: staffOrderQuery,
    answers: { 200: { description: 'A page of orders', schema: staffOrderPage } },
    problems: ['orders-unavailable'],
  }),
  exportOrders: defineRoute({
    method: 'get',
    path: `${path}/export`,
    summary:
      'All orders that a list would show, as CSV; that somebody took a copy is recorded. Cells that a spreadsheet would take for a formula begin with an apostrophe',
    audience,
    asksForRecentSignIn: true,
    query: staffOrderExportQuery,
    answers: { 200: { description: 'The orders', contentType: 'text/csv' } },
    problems: ['orders-unavailable'],
  }),
  watchAllOrders: defineRoute({
    method: 'get',
    path: `${path}/events`,
    summary: 'Notices of any change of an order, or of all, as Server-Sent Events',
    audience,
    query: z.strictObject({ orderId: orderId.optional() }),
    answers: {
      200: {
        description: '`order-changed` events, for as long as you listen',
        contentType: 'text/event-stream',
      },
    },
    problems: ['orders-unavailable'],
  }),
  findAnyOrder: defineRoute({
    method: 'get',
    path: `${path}/:id`,
    summary: 'An order, with what staff may do with it',
    audience,
    keyScope: 'orders:read',
    params,
    answers,
    problems: ['order-not-found', 'orders-unavailable'],
  }),
  cancelAnyOrder: defineRoute({
    method: 'post',
    path: `${path}/:id/cancel`,
    summary: 'Cancel an order of which nothing has left; what was charged is refunded',
    audience,
    params,
    headers: ifMatch,
    body: staffReason,
    answers,
    problems: [...problems, 'order-not-cancellable'],
  }),
  cancelLines: defineRoute({
    method: 'post',
    path: `${path}/:id/cancellations`,
    summary: 'Cancel units that are in no parcel; what they were paid with is refunded',
    audience,
    params,
    headers: once,
    body: linesCancellation,
    answers,
    problems: [...problems, 'cancellation-exceeds-order', 'refund-exceeds-charge', 'idempotency-key-reused'],
  }),
  refundPart: defineRoute({
    method: 'post',
    path: `${path}/:id/refunds`,
    summary: 'Give back an amount, what units were paid with, or the shipping',
    audience,
    params,
    headers: once,
    body: refundRequest,
    answers,
    problems: [
      ...problems,
      'refund-exceeds-charge',
      'refund-exceeds-limit',
      'refund-invalid',
      'idempotency-key-reused',
    ],
  }),
  changeAddress: defineRoute({
    method: 'put',
    path: `${path}/:id/address`,
    summary:
      'Send it elsewhere in the same country, and state where tax is by state, while nothing is packed; papers that were issued keep their address',
    audience,
    params,
    headers: once,
    body: writtenAddress,
    answers,
    problems: [
      ...problems,
      ...(['address-fixed', 'destination-differs', 'address-invalid', 'idempotency-key-reused'] as const),
    ],
  }),
  prepareShipment: defineRoute({
    method: 'post',
    path: `${path}/:id/shipments`,
    summary: 'Pack a parcel of some of what is left to ship',
    audience,
    params,
    headers: once,
    body: shipmentRequest,
    answers,
    problems: [...problems, 'shipment-exceeds-order', 'idempotency-key-reused'],
  }),
  shipRest: defineRoute({
    method: 'post',
    path: `${path}/:id/ship-rest`,
    summary: 'One parcel of all that is in none yet has left',
    audience,
    params,
    headers: once,
    body: parcelCarrier,
    answers,
    problems: [...problems, 'shipment-exceeds-order', 'idempotency-key-reused'],
  }),
  shipParcel: defineRoute({
    method: 'post',
    path: `${path}/:id/shipments/:shipmentId/ship`,
    summary: 'A parcel has left',
    audience,
    params: shipmentParams,
    headers: ifMatch,
    body: parcelCarrier,
    answers,
    problems: [...problems, 'shipment-not-found'],
  }),
  deliverParcel: defineRoute({
    method: 'post',
    path: `${path}/:id/shipments/:shipmentId/deliver`,
    summary: 'A parcel has arrived',
    audience,
    params: shipmentParams,
    headers: ifMatch,
    answers,
    problems: [...problems, 'shipment-not-found'],
  }),
  approveReturn: defineRoute({
    method: 'post',
    path: `${path}/:id/returns/:returnId/approve`,
    summary: 'The buyer may send it back',
    audience,
    params: returnParams,
    headers: ifMatch,
    answers,
    problems: [...problems, 'return-not-found'],
  }),
  refuseReturn: defineRoute({
    method: 'post',
    path: `${path}/:id/returns/:returnId/refuse`,
    summary: 'It is not taken back',
    audience,
    params: returnParams,
    headers: ifMatch,
    body: staffReason,
    answers,
    problems: [...problems, 'return-not-found'],
  }),
  receiveReturn: defineRoute({
    method: 'post',
    path: `${path}/:id/returns/:returnId/receive`,
    summary: 'It came back: what is named goes back on the shelf, the rest is written off',
    audience,
    params: returnParams,
    headers: ifMatch,
    body: returnReception,
    answers,
    problems: [...problems, 'return-not-found', 'return-invalid'],
  }),
  refundReturn: defineRoute({
    method: 'post',
    path: `${path}/:id/returns/:returnId/refund`,
    summary: 'Give back what its units were paid with, or an amount that was agreed on',
    audience,
    params: returnParams,
    headers: ifMatch,
    body: returnRefund,
    answers,
    problems: [
      ...problems,
      'return-not-found',
      'refund-exceeds-charge',
      'refund-exceeds-limit',
      'refund-invalid',
    ],
  }),
  addNote: defineRoute({
    method: 'post',
    path: `${path}/:id/notes`,
    summary: 'Write down something about an order that its buyer does not see',
    audience,
    params,
    headers: idempotencyKey,
    body: newOrderNote,
    answers,
    problems: ['order-not-found', 'orders-unavailable'],
  }),
  readOrderingAudit: defineRoute({
    method: 'get',
    path: '/api/v1/admin/ordering/audit',
    summary: 'Who of the staff changed what, the newest first',
    audience: 'admin',
    query: auditQuery,
    answers: { 200: { description: 'A part of the audit log', schema: auditPage } },
    problems: ['orders-unavailable'],
  }),
};
