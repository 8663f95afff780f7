import { order, orderId, orderListQuery, orderPage } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import { z } from 'zod';
import type { Order } from '../domain/order.ts';
import { OrderNotFound } from '../domain/order-error.ts';
import type { createCancelOrder } from '../usecases/cancel-order.ts';
import type { OrderReads } from '../usecases/order-reads.ts';
import { orderView } from './order-view.ts';

interface OrderRoutes {
  reads: OrderReads;
  cancelOrder: ReturnType<typeof createCancelOrder>;
  now: () => Date;
}

const params = z.strictObject({ id: orderId });

export const routeOrders = (api: Api, { reads, cancelOrder, now }: OrderRoutes): void => {
  const viewOf = (found: Order) => orderView(found, 'buyer', now());

  api.route({
    method: 'get',
    path: '/api/v1/orders',
    summary: 'Own orders, newest first',
    tags: ['Orders'],
    auth: {},
    query: orderListQuery,
    responses: { 200: { schema: orderPage, description: 'A page of orders' } },
    problems: ['orders-unavailable'],
    handler: async ({ principal, query }) => {
      const { orders, totalItems } = await reads.page(principal.id, query);
      return ok({ items: orders.map(viewOf), ...query, totalItems });
    },
  });

  api.route({
    method: 'get',
    path: '/api/v1/orders/:id',
    summary: 'An own order',
    tags: ['Orders'],
    auth: {},
    params,
    responses: { 200: { schema: order, description: 'The order' } },
    problems: ['order-not-found', 'orders-unavailable'],
    handler: async ({ principal, params: { id } }) => {
      const found = await reads.one(principal.id, id);
      if (!found) throw new OrderNotFound(id);
      return ok(viewOf(found));
    },
  });

  api.route({
    method: 'post',
    path: '/api/v1/orders/:id/cancel',
    summary: 'Cancel an own order; what was charged is refunded',
    tags: ['Orders'],
    auth: {},
    params,
    responses: { 200: { schema: order, description: 'The order, cancelled or waiting for its refund' } },
    problems: ['order-not-found', 'order-not-cancellable', 'order-changed-meanwhile', 'orders-unavailable'],
    handler: async ({ principal, params: { id } }) =>
      ok(viewOf(await cancelOrder({ orderId: id, buyerId: principal.id }))),
  });
};
