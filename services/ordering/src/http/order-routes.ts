import { ok, type Api } from '@quayside/http';
import type { Order } from '../domain/order.ts';
import { OrderNotFound } from '../domain/order-error.ts';
import type { createCancelOrder } from '../usecases/cancel-order.ts';
import type { OrderReads } from '../usecases/order-reads.ts';
import { contract } from './contract.ts';
import { orderView } from './order-view.ts';

interface Dependencies {
  reads: OrderReads;
  cancelOrder: ReturnType<typeof createCancelOrder>;
  now: () => Date;
}

export const serveOrders = (api: Api, { reads, cancelOrder, now }: Dependencies): void => {
  const viewOf = (found: Order) => orderView(found, 'buyer', now());

  api.serve(contract, {
    listOrders: async ({ principal, query }) => {
      const { orders, totalItems } = await reads.page(principal.id, query);
      return ok({ items: orders.map(viewOf), ...query, totalItems });
    },
    findOrder: async ({ principal, params: { id } }) => {
      const found = await reads.one(principal.id, id);
      if (!found) throw new OrderNotFound(id);
      return ok(viewOf(found));
    },
    cancelOrder: async ({ principal, params: { id } }) =>
      ok(viewOf(await cancelOrder({ orderId: id, buyerId: principal.id }))),
  });
};
