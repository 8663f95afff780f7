import { ok, type Api } from '@quayside/http';
import { OrderNotFound } from '../domain/order-error.ts';
import type { InvoiceReads } from '../usecases/invoices.ts';
import { linkTo } from '../usecases/order-link.ts';
import type { OrderReads } from '../usecases/order-reads.ts';
import { buyerView } from './buyer-view.ts';
import { contract } from './contract.ts';
import { invoiceSummaryOf } from './invoice-view.ts';
import { orderView } from './order-view.ts';

/** For a service that writes to buyers, and asks what about at the moment in which it does. */
export const serveOrdersToServices = (
  api: Api,
  deps: {
    reads: Pick<OrderReads, 'any'>;
    invoices: Pick<InvoiceReads, 'ofOrders'>;
    now: () => Date;
  },
): void =>
  api.serve(contract, {
    readOrder: async ({ params: { id } }) => {
      const [found, issued] = await Promise.all([deps.reads.any(id), deps.invoices.ofOrders([id])]);
      if (!found) throw new OrderNotFound(id);
      const invoices = issued.map(invoiceSummaryOf);
      const { buyer, submittedAt: placedAt } = found;
      const link = linkTo(found, deps.now());
      return ok({
        ...orderView(found, 'buyer', deps.now()),
        ...{ invoices, placedAt, buyer: buyerView(buyer) },
        ...(buyer.reach && link !== undefined && { guest: { locale: buyer.reach.locale, link } }),
      });
    },
  });
