import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PaperLanguage } from '@quayside/contracts';
import { ok, ownerIdOf, type Api } from '@quayside/http';
import type { Invoice, Seller } from '../domain/invoice.ts';
import type { Order } from '../domain/order.ts';
import { InvoiceNotFound, NothingToPrint, OrderNotFound, ShipmentNotFound } from '../domain/order-error.ts';
import type { InvoiceReads } from '../usecases/invoices.ts';
import type { OrderReads } from '../usecases/order-reads.ts';
import { contract } from './contract.ts';
import { invoiceCsv } from './invoice-csv.ts';
import { invoiceRowOf } from './invoice-view.ts';
import { drawPackingSlip, packedOf, type Packed } from './papers/packing-slip-paper.ts';
import type { Paper } from './papers/paper.ts';
import { printedInvoice } from './papers/printed-invoice.ts';
import { sendPaper } from './send-paper.ts';

interface Dependencies {
  invoices: InvoiceReads;
  orders: Pick<OrderReads, 'one' | 'any' | 'several'>;
  seller: Seller;
  timeZone: string;
  today: () => string;
}

/** Invoices, credit notes and packing slips: lists, and papers as PDF. */
export const serveInvoices = (api: Api, deps: Dependencies): void => {
  const { invoices, orders, seller, timeZone } = deps;

  const asPaper = (invoice: Invoice, order: Order, language: PaperLanguage) =>
    printedInvoice(invoice, order, { language, timeZone });
  const drawSlip = (packed: Packed, language: PaperLanguage) => (paper: Paper) =>
    drawPackingSlip(paper, packed, { language, timeZone, seller });
  const lastOf = (times: readonly string[]): Date => new Date(times.toSorted().at(-1) ?? 0);

  const printInvoices = async (ids: readonly string[], language: PaperLanguage) => {
    const [issued, found] = await Promise.all([invoices.ofOrders(ids), orders.several(ids)]);
    const ofOrder = Map.groupBy(issued, ({ orderId }) => orderId);
    const orderOf = new Map(found.map((order) => [order.id, order]));
    const all = ids.flatMap((id) => ofOrder.get(id) ?? []);
    return {
      name: `invoices-${deps.today()}`,
      at: lastOf(all.map(({ issuedAt }) => issuedAt)),
      parts: all.flatMap((invoice) => {
        const order = orderOf.get(invoice.orderId);
        return order ? asPaper(invoice, order, language).parts : [];
      }),
    };
  };
  const printSlips = async (ids: readonly string[], language: PaperLanguage) => {
    const found = new Map((await orders.several(ids)).map((order) => [order.id, order]));
    const all = ids.flatMap((id) => packedOf(found.get(id)));
    return {
      name: `packing-slips-${deps.today()}`,
      at: lastOf(all.map(({ order, shipment }) => shipment?.preparedAt ?? order.submittedAt)),
      parts: all.map((packed) => drawSlip(packed, language)),
    };
  };

  api.serve(contract, {
    listInvoices: async ({ query }) => {
      const { page, pageSize } = query;
      const { invoices: found, sums, ...counted } = await invoices.page(query);
      return ok({
        items: found.map(invoiceRowOf),
        ...{ page, pageSize, ...counted },
        ...(sums && {
          totals: sums.map(({ currency, net, tax, total }) => ({
            net: { amount: net, currency },
            tax: { amount: tax, currency },
            total: { amount: total, currency },
          })),
        }),
      });
    },
    exportInvoices: async ({ query, res, signal }) => {
      const period = [query.from, query.to ?? deps.today()].filter(Boolean).join('-to-');
      res.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="invoices-${period}.csv"`,
        'cache-control': 'no-store',
      });
      await pipeline(Readable.from(invoiceCsv(invoices.all(query))), res, { signal }).catch(
        (error: unknown) => {
          // Whoever has gone away has no use for the rest.
          if (!signal.aborted) throw error;
        },
      );
      return undefined;
    },
    readInvoice: async ({ params, query, res, signal }) => {
      const found = await invoices.one(params.number);
      const order = await orders.any(found.orderId);
      if (!order) throw new InvoiceNotFound(params.number);
      await sendPaper(res, asPaper(found, order, query.language), signal);
      return undefined;
    },
    readOwnInvoice: async ({ principal, params: { id, number }, query, res, signal }) => {
      const [order, issued] = await Promise.all([
        orders.one(ownerIdOf(principal), id),
        invoices.ofOrders([id]),
      ]);
      const found = order && issued.find((one) => one.number === number);
      // Somebody else's does not exist for them.
      if (!found) throw new InvoiceNotFound(number);
      await sendPaper(res, asPaper(found, order, query.language), signal);
      return undefined;
    },
    readPackingSlip: async ({ params: { id, shipmentId }, query, res, signal }) => {
      const order = await orders.any(id);
      if (!order) throw new OrderNotFound(id);
      const shipment = order.fulfilment.shipments.find((one) => one.id === shipmentId);
      if (!shipment) throw new ShipmentNotFound(shipmentId);
      const packed = { order, shipment, lines: shipment.lines };
      const name = `packing-slip-${order.number}`;
      const at = new Date(shipment.preparedAt);
      await sendPaper(res, { name, at, parts: [drawSlip(packed, query.language)] }, signal);
      return undefined;
    },
    printOrders: async ({ query: { paper, orders: ids, language }, res, signal }) => {
      const print = paper === 'invoices' ? printInvoices : printSlips;
      const printed = await print(ids, language);
      if (printed.parts.length === 0) throw new NothingToPrint();
      await sendPaper(res, printed, signal);
      return undefined;
    },
  });
};
