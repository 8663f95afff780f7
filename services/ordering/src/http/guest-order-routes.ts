import type { GuestOrder } from '@quayside/contracts';
import { noContent, ok, type Api } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import type { Invoice } from '../domain/invoice.ts';
import type { Order } from '../domain/order.ts';
import { InvoiceNotFound } from '../domain/order-error.ts';
import type { createCancelOrder } from '../usecases/cancel-order.ts';
import type { ChangeOrder } from '../usecases/change-order.ts';
import type { GuestOrders } from '../usecases/guest-orders.ts';
import type { InvoiceReads } from '../usecases/invoices.ts';
import { requestIdOf } from '../usecases/request-id.ts';
import { contract } from './contract.ts';
import { invoiceSummaryOf } from './invoice-view.ts';
import { orderView } from './order-view.ts';
import { printedInvoice } from './papers/printed-invoice.ts';
import { sendPaper } from './send-paper.ts';

interface Dependencies {
  guestOrders: GuestOrders;
  invoices: Pick<InvoiceReads, 'ofOrders'>;
  timeZone: string;
  cancelOrder: ReturnType<typeof createCancelOrder>;
  changeOrder: ChangeOrder;
  logger: Logger;
  now: () => Date;
}

const guestView = (order: Order, now: Date, issued: readonly Invoice[] = []): GuestOrder => {
  const { shippingAddress, formerAddresses: _, ...shown } = orderView(order, 'buyer', now);
  const { city, state, country } = shippingAddress;
  const papers = issued.map(invoiceSummaryOf);
  return { ...shown, shippingAddress: { city, state, country }, ...(papers.length > 0 && { papers }) };
};

/** Guests' orders, for whoever has the link that was mailed. */
export const serveGuestOrders = (api: Api, deps: Dependencies): void => {
  const { guestOrders, invoices, cancelOrder, changeOrder, logger, now } = deps;
  const viewOf = (order: Order) => ok(guestView(order, now()));
  const ownBy = async (id: string, link: string) => {
    const { buyer } = await guestOrders.byLink(id, link);
    return { orderId: id, buyerId: buyer.id };
  };

  api.serve(contract, {
    askForOrderLink: ({ body }) => {
      // Not waited for: how long it takes would tell whether there is such an order.
      void guestOrders
        .askForLink(body)
        .catch((error: unknown) => logger.warn({ err: error }, 'a link that was asked for is not mailed'));
      return noContent();
    },
    findGuestOrder: async ({ params: { id }, headers }) => {
      const [order, issued] = await Promise.all([
        guestOrders.byLink(id, headers['order-link']),
        invoices.ofOrders([id]),
      ]);
      return ok(guestView(order, now(), issued));
    },
    readGuestInvoice: async ({ params: { id, number }, headers, body, res, signal }) => {
      const { email, language } = body;
      const order = await guestOrders.byLinkAndEmail(id, headers['order-link'], email);
      const found = (await invoices.ofOrders([id])).find((one) => one.number === number);
      if (!found) throw new InvoiceNotFound(number);
      await sendPaper(res, printedInvoice(found, order, { language, timeZone: deps.timeZone }), signal);
      return undefined;
    },
    cancelGuestOrder: async ({ params: { id }, headers }) =>
      viewOf(await cancelOrder(await ownBy(id, headers['order-link']))),
    payGuestOrder: async ({ params: { id }, headers, body: { paymentToken } }) => {
      const own = await ownBy(id, headers['order-link']);
      return viewOf(await changeOrder(own, (at) => ({ type: 'pay-again', at, paymentToken })));
    },
    endGuestPaymentVisit: async ({ params: { id }, headers, body }) => {
      const own = await ownBy(id, headers['order-link']);
      const isGivenUp = body.outcome === 'given-up';
      return viewOf(await changeOrder(own, (at) => ({ type: 'end-visit', at, isGivenUp })));
    },
    requestGuestReturn: async ({ params: { id }, headers, body }) => {
      const own = await ownBy(id, headers['order-link']);
      const wanted = { id: requestIdOf(id, headers['idempotency-key']), ...body };
      return viewOf(
        await changeOrder(own, (at) => ({ type: 'request-return', at, by: 'buyer', return: wanted })),
      );
    },
    claimGuestOrder: async ({ principal, params: { id }, headers }) => {
      const { id: userId, name, email, emailConfirmed: isConfirmed = false } = principal;
      await guestOrders.claim(id, headers['order-link'], { id: userId, name, email, isConfirmed });
      return noContent();
    },
    forgetGuest: async ({ params: { id }, headers, body }) => {
      await guestOrders.forget(id, headers['order-link'], body.email);
      logger.info({ orderId: id }, 'orders of a guest anonymised');
      return noContent();
    },
  });
};
