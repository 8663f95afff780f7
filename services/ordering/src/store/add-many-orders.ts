import type { Db } from 'mongodb';
import type { InvoiceContent, InvoiceKind, Seller } from '../domain/invoice.ts';
import { invoicesDue } from '../domain/invoices-due.ts';
import type { Order } from '../domain/order.ts';
import type { OrderEvent } from '../domain/order-event.ts';
import { timelineEntry } from '../domain/timeline-entry.ts';
import { invoiceCollection, invoiceDocument, type InvoiceDocument } from './invoice-document.ts';
import { orderCollection, type OrderDocument } from './order-document.ts';
import { orderDocument } from './order-write.ts';

/** As many at a time as a command bears well. */
const atOnce = 1000;

interface Told {
  readonly order: Order;
  readonly happened: readonly { readonly event: OrderEvent; readonly order: Order }[];
}

const documentOf = ({ order, happened }: Told): OrderDocument => ({
  ...orderDocument(order, new Date(order.history.at(-1)?.at ?? order.submittedAt)),
  timeline: happened.map((one) => timelineEntry(one.event, one.order.version)),
});

/** Numbers one after the other, in each year and kind, on days that never go back. */
const createBooks = (seller: Seller, dayOf: (instant: Date) => string) => {
  const books = new Map<string, { sequence: number; issuedOn: string }>();
  const issue = (content: InvoiceContent, refersTo: string | undefined): InvoiceDocument => {
    const day = dayOf(new Date(content.paidAt));
    const book = `${content.kind} ${day.slice(0, 4)}`;
    const last = books.get(book) ?? { sequence: 0, issuedOn: day };
    const next = { sequence: last.sequence + 1, issuedOn: day > last.issuedOn ? day : last.issuedOn };
    books.set(book, next);
    return invoiceDocument(content, { ...next, issuedAt: content.paidAt, seller, refersTo });
  };
  return (order: Order): InvoiceDocument[] => {
    let invoice: string | undefined;
    return invoicesDue(order).map((content) => {
      const isInvoice = content.kind === ('invoice' satisfies InvoiceKind);
      const document = issue(content, isInvoice ? undefined : invoice);
      if (isInvoice) invoice = document._id;
      return document;
    });
  };
};

/**
 * Puts orders that are over, or wait for people alone, into a shop that has issued no invoice yet, with theirs. Nobody is
 * told of them: no event, no mail.
 *
 * @param made in the order in which they were placed
 * @param options.onAdded is told of them a batch at a time
 * @throws Error where invoices are there, whose numbers these would take
 */
export const addManyOrders = async (
  db: Db,
  made: Iterable<Told>,
  options: {
    seller: Seller;
    dayOf: (instant: Date) => string;
    onAdded?: (batch: readonly Told[]) => Promise<void> | void;
  },
): Promise<void> => {
  const [orders, invoices] = [orderCollection(db), invoiceCollection(db)];
  if (await invoices.findOne({}, { projection: { _id: 1 } }))
    throw new Error('this shop has issued invoices: made-up orders go into one that has not');
  const issued = createBooks(options.seller, options.dayOf);
  let batch: Told[] = [];
  const flush = async (): Promise<void> => {
    const documents = batch.flatMap(({ order }) => issued(order));
    await Promise.all([
      orders.insertMany(batch.map(documentOf), { ordered: false }),
      documents.length > 0 && invoices.insertMany(documents, { ordered: false }),
    ]);
    await options.onAdded?.(batch);
    batch = [];
  };
  for (const one of made) {
    batch.push(one);
    if (batch.length === atOnce) await flush();
  }
  if (batch.length > 0) await flush();
};
