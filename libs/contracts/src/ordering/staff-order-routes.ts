import { z } from 'zod';
import { idempotencyKey } from '../shared/headers.ts';
import { orderId } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import {
  linesCancellation,
  order,
  parcelCarrier,
  refundRequest,
  returnReception,
  returnRefund,
  shipmentRequest,
  staffReason,
} from './http.ts';
import { staffOrderExportQuery, staffOrderPage, staffOrderQuery } from './staff-orders.ts';

const path = '/api/v1/staff/orders';
const params = z.strictObject({ id: orderId });
const shipmentParams = z.strictObject({ id: orderId, shipmentId: z.uuid() });
const returnParams = z.strictObject({ id: orderId, returnId: z.uuid() });
const audience = 'support';
const answers = { 200: { description: 'The order as it is now', schema: order } } as const;
const problems = [
  'order-not-found',
  'order-transition-refused',
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
    query: staffOrderQuery,
    answers: { 200: { description: 'A page of orders', schema: staffOrderPage } },
    problems: ['orders-unavailable'],
  }),
  exportOrders: defineRoute({
    method: 'get',
    path: `${path}/export`,
    summary:
      'All orders that a list would show, as CSV; cells that a spreadsheet would take for a formula begin with an apostrophe',
    audience,
    query: staffOrderExportQuery,
    answers: { 200: { description: 'The orders', contentType: 'text/csv' } },
    problems: ['orders-unavailable'],
  }),
  findAnyOrder: defineRoute({
    method: 'get',
    path: `${path}/:id`,
    summary: 'An order, with what staff may do with it',
    audience,
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
    headers: idempotencyKey,
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
    headers: idempotencyKey,
    body: refundRequest,
    answers,
    problems: [...problems, 'refund-exceeds-charge', 'refund-invalid', 'idempotency-key-reused'],
  }),
  prepareShipment: defineRoute({
    method: 'post',
    path: `${path}/:id/shipments`,
    summary: 'Pack a parcel of some of what is left to ship',
    audience,
    params,
    headers: idempotencyKey,
    body: shipmentRequest,
    answers,
    problems: [...problems, 'shipment-exceeds-order', 'idempotency-key-reused'],
  }),
  shipParcel: defineRoute({
    method: 'post',
    path: `${path}/:id/shipments/:shipmentId/ship`,
    summary: 'A parcel has left',
    audience,
    params: shipmentParams,
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
    answers,
    problems: [...problems, 'shipment-not-found'],
  }),
  approveReturn: defineRoute({
    method: 'post',
    path: `${path}/:id/returns/:returnId/approve`,
    summary: 'The buyer may send it back',
    audience,
    params: returnParams,
    answers,
    problems: [...problems, 'return-not-found'],
  }),
  refuseReturn: defineRoute({
    method: 'post',
    path: `${path}/:id/returns/:returnId/refuse`,
    summary: 'It is not taken back',
    audience,
    params: returnParams,
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
    body: returnRefund,
    answers,
    problems: [...problems, 'return-not-found', 'refund-exceeds-charge', 'refund-invalid'],
  }),
};
