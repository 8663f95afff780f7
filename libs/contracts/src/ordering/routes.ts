import { z } from 'zod';
import { defineApi } from '../shared/api.ts';
import { customerOrdersRoutes } from './customers.ts';
import { guestOrderRoutes } from './guest-orders.ts';
import { orderId } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import { idempotencyKey } from '../shared/headers.ts';
import { order, orderListQuery, orderPage, payAgain, paymentVisit, returnRequest } from './http.ts';
import { invoiceRoutes, printRoutes } from './invoice-routes.ts';
import { serviceOrderRoutes } from './order-for-services.ts';
import { staffOrderRoutes } from './staff-order-routes.ts';
import { salesSettingsProblems, salesSettingsRoutes } from './sales-settings-routes.ts';

const params = z.strictObject({ id: orderId });

export const orderingApi = defineApi({
  name: 'ordering',
  title: 'Ordering',
  problems: {
    'order-not-found': { status: 404, title: 'No such order' },
    'order-link-invalid': { status: 404, title: 'The link is not valid, or not any more' },
    'email-not-confirmed': { status: 409, title: 'The e-mail address of the account is not confirmed yet' },
    'email-differs': { status: 422, title: 'This is not the e-mail address of the order' },
    'order-not-cancellable': { status: 409, title: 'The order can no longer be cancelled' },
    'order-not-payable': { status: 409, title: 'The order cannot be paid with another card now' },
    'order-transition-refused': { status: 409, title: 'The order is not in a state for this' },
    'order-changed-meanwhile': { status: 409, title: 'The order is changing right now, try again' },
    'address-fixed': { status: 409, title: 'Where the order goes cannot change any more' },
    'destination-differs': { status: 409, title: 'The order is priced for another country or tax region' },
    'address-invalid': { status: 422, title: 'The address lacks something, or has it in another form' },
    'invoice-not-found': { status: 404, title: 'No such invoice or credit note' },
    'nothing-to-print': { status: 409, title: 'There is nothing to print of these orders' },
    'shipment-not-found': { status: 404, title: 'No such shipment' },
    'shipment-exceeds-order': { status: 409, title: 'The shipment is of more than is left to ship' },
    'return-not-found': { status: 404, title: 'No such return' },
    'return-exceeds-delivery': { status: 409, title: 'The return is of more than was delivered' },
    'return-invalid': { status: 422, title: 'More would be back on the shelf than came back' },
    'cancellation-exceeds-order': { status: 409, title: 'The cancellation is of more than is left to ship' },
    'refund-exceeds-charge': { status: 409, title: 'The refund is more than what is left of the charge' },
    'refund-exceeds-limit': { status: 403, title: 'The refund is more than your role may give back' },
    'refund-invalid': { status: 422, title: 'Not a refund' },
    'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
    'orders-unavailable': { status: 503, title: 'Orders are out of reach right now', retryAfter: 1 },
    ...salesSettingsProblems,
  },
  routes: {
    listOrders: defineRoute({
      method: 'get',
      path: '/api/v1/orders',
      summary: 'Own orders, newest first',
      audience: 'user',
      query: orderListQuery,
      answers: { 200: { description: 'A page of orders', schema: orderPage } },
      problems: ['orders-unavailable'],
    }),
    watchOrders: defineRoute({
      method: 'get',
      path: '/api/v1/orders/events',
      summary: 'Notices of changed own orders, as Server-Sent Events',
      audience: 'shopper',
      headers: z.object({ 'last-event-id': z.string().max(30).optional() }),
      answers: {
        200: {
          description: '`order-changed` events, for as long as you listen',
          contentType: 'text/event-stream',
        },
      },
      problems: ['orders-unavailable'],
    }),
    findOrder: defineRoute({
      method: 'get',
      path: '/api/v1/orders/:id',
      summary: 'An own order',
      audience: 'shopper',
      params,
      answers: { 200: { description: 'The order', schema: order } },
      problems: ['order-not-found', 'orders-unavailable'],
    }),
    cancelOrder: defineRoute({
      method: 'post',
      path: '/api/v1/orders/:id/cancel',
      summary: 'Cancel an own order; what was charged is refunded',
      audience: 'shopper',
      params,
      answers: { 200: { description: 'The order, cancelled or waiting for its refund', schema: order } },
      problems: ['order-not-found', 'order-not-cancellable', 'order-changed-meanwhile', 'orders-unavailable'],
    }),
    payOrder: defineRoute({
      method: 'post',
      path: '/api/v1/orders/:id/pay',
      summary:
        'Pay an own order with another card or by bank, as long as its stock is held; the same token again is once',
      audience: 'shopper',
      params,
      body: payAgain,
      answers: { 200: { description: 'The order, to be charged now', schema: order } },
      problems: ['order-not-found', 'order-not-payable', 'order-changed-meanwhile', 'orders-unavailable'],
    }),
    endPaymentVisit: defineRoute({
      method: 'post',
      path: '/api/v1/orders/:id/payment-visit',
      summary:
        'Say that you are back from the payment company, or do not go on there: it is asked what came of it',
      audience: 'shopper',
      params,
      body: paymentVisit,
      answers: { 200: { description: 'The order; what came of it shows in a moment', schema: order } },
      problems: ['order-not-found', 'order-changed-meanwhile', 'orders-unavailable'],
    }),
    requestReturn: defineRoute({
      method: 'post',
      path: '/api/v1/orders/:id/returns',
      summary: 'Ask to send back units that were delivered',
      audience: 'shopper',
      params,
      headers: idempotencyKey,
      body: returnRequest,
      answers: { 200: { description: 'The order, with the return in it', schema: order } },
      problems: [
        'order-not-found',
        'return-exceeds-delivery',
        'idempotency-key-reused',
        'order-changed-meanwhile',
        'orders-unavailable',
      ],
    }),
    ...guestOrderRoutes,
    ...serviceOrderRoutes,
    ...printRoutes,
    ...staffOrderRoutes,
    ...invoiceRoutes,
    ...customerOrdersRoutes,
    ...salesSettingsRoutes,
  },
});
