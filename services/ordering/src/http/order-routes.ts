import { ok, ownerIdOf, type Api } from '@quayside/http';
import type { Order } from '../domain/order.ts';
import { OrderNotFound } from '../domain/order-error.ts';
import type { createCancelOrder } from '../usecases/cancel-order.ts';
import type { ChangeOrder } from '../usecases/change-order.ts';
import type { InvoiceReads } from '../usecases/invoices.ts';
import type { OrderReads } from '../usecases/order-reads.ts';
import { requestIdOf } from '../usecases/request-id.ts';
import { contract } from './contract.ts';
import { invoiceSummaryOf } from './invoice-view.ts';
import { orderView } from './order-view.ts';

interface Dependencies {
  reads: OrderReads;
  invoices: Pick<InvoiceReads, 'ofOrders'>;
  cancelOrder: ReturnType<typeof createCancelOrder>;
  changeOrder: ChangeOrder;
  now: () => Date;
}

export const serveOrders = (api: Api, deps: Dependencies): void => {
  const { reads, invoices, cancelOrder, changeOrder, now } = deps;
  const viewOf = (found: Order) => orderView(found, 'buyer', now());

  api.serve(contract, {
    listOrders: async ({ principal, query }) => {
      const { orders, totalItems } = await reads.page(principal.id, query);
      return ok({ items: orders.map(viewOf), ...query, totalItems });
    },
    findOrder: async ({ principal, params: { id } }) => {
      const [found, issued] = await Promise.all([
        reads.one(ownerIdOf(principal), id),
        invoices.ofOrders([id]),
      ]);
      if (!found) throw new OrderNotFound(id);
      return ok({ ...viewOf(found), invoices: issued.map(invoiceSummaryOf) });
    },
    cancelOrder: async ({ principal, params: { id } }) =>
      ok(viewOf(await cancelOrder({ orderId: id, buyerId: ownerIdOf(principal) }))),
    payOrder: async ({ principal, params: { id }, body: { paymentToken } }) => {
      const own = { orderId: id, buyerId: ownerIdOf(principal) };
      return ok(viewOf(await changeOrder(own, (at) => ({ type: 'pay-again', at, paymentToken }))));
    },
    endPaymentVisit: async ({ principal, params: { id }, body }) => {
      const own = { orderId: id, buyerId: ownerIdOf(principal) };
      const isGivenUp = body.outcome === 'given-up';
      return ok(viewOf(await changeOrder(own, (at) => ({ type: 'end-visit', at, isGivenUp }))));
    },
    requestReturn: async ({ principal, params: { id }, headers, body }) => {
      const own = { orderId: id, buyerId: ownerIdOf(principal) };
      const wanted = { id: requestIdOf(id, headers['idempotency-key']), ...body };
      return ok(
        viewOf(await changeOrder(own, (at) => ({ type: 'request-return', at, by: 'buyer', return: wanted }))),
      );
    },
  });
};
