import { MongoBulkWriteError, type Db } from 'mongodb';
import type { InvoiceContent, InvoiceKind, Seller } from '../domain/invoice.ts';
import { invoicesDue } from '../domain/invoices-due.ts';
import type { InvoiceBooks } from '../usecases/invoices.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { invoiceCollection, invoiceDocument } from './invoice-document.ts';
import { orderCollection } from './order-document.ts';

interface Options {
  db: Db;
  seller: Seller;
  now: () => Date;
  /** The day in the shop's time zone. */
  dayOf: (instant: Date) => string;
}

const duplicateKey = 11_000;
const attempts = 100;

/**
 * Numbers by inserting: the number after the last one that is there, which is the document's id, and what it is of,
 * which is unique too. So a number is taken by the one write that issues it, and whoever dies before or after has left
 * neither a gap nor a half. Who finds the number taken meanwhile, or what it is of issued, looks again.
 */
export const createMongoInvoiceBooks = ({ db, seller, now, dayOf }: Options): InvoiceBooks => {
  const invoices = invoiceCollection(db);
  const orders = orderCollection(db);

  const lastOf = async (kind: InvoiceKind, year: string) => {
    const issuedOn = { $gte: `${year}-01-01`, $lte: `${year}-12-31` };
    const [last] = await invoices
      .find({ kind, issuedOn }, { projection: { sequence: 1, issuedOn: 1 } })
      .sort({ issuedOn: -1, sequence: -1 })
      .limit(1)
      .toArray();
    return last;
  };

  const issuedOf = (orderIds: readonly string[]) =>
    invoices
      .find({ orderId: { $in: [...orderIds] } }, { projection: { cause: 1, kind: 1, orderId: 1 } })
      .toArray();

  /** Where somebody else is first with one of them, those before it are issued, and no more. */
  const insert = async (
    contents: readonly InvoiceContent[],
    numberOfInvoice: ReadonlyMap<string, string>,
  ): Promise<void> => {
    const [kind] = contents.map((content) => content.kind);
    if (!kind) return;
    const issuedAt = now();
    const today = dayOf(issuedAt);
    const last = await lastOf(kind, today.slice(0, 4));
    // Clocks differ; days follow numbers all the same.
    const issuedOn = last && last.issuedOn > today ? last.issuedOn : today;
    const first = (last?.sequence ?? 0) + 1;
    const documents = contents.map((content, at) => {
      const refersTo = kind === 'credit-note' ? numberOfInvoice.get(content.orderId) : undefined;
      const issue = { sequence: first + at, issuedAt: issuedAt.toISOString(), issuedOn, seller, refersTo };
      return invoiceDocument(content, issue);
    });
    try {
      await invoices.insertMany(documents, { ordered: true });
    } catch (error) {
      const isTaken = error instanceof MongoBulkWriteError && error.code === duplicateKey;
      if (!isTaken) throw error;
    }
  };

  const issueAll = async (due: readonly InvoiceContent[]): Promise<void> => {
    const orderIds = [...new Set(due.map(({ orderId }) => orderId))];
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const issued = await issuedOf(orderIds);
      const known = new Set(issued.map(({ cause }) => cause));
      const missing = due.filter(({ cause }) => !known.has(cause));
      if (missing.length === 0) return;
      const numberOfInvoice = new Map(
        issued.filter(({ kind }) => kind === 'invoice').map(({ orderId, _id }) => [orderId, _id]),
      );
      // Invoices first, as credit notes refer to them.
      const first = missing.some(({ kind }) => kind === 'invoice') ? 'invoice' : 'credit-note';
      await insert(
        missing.filter(({ kind }) => kind === first),
        numberOfInvoice,
      );
    }
    throw new Error('others kept taking the numbers of these invoices');
  };

  const issue = async (orderIds: readonly string[]): Promise<void> => {
    const found = await orders.find({ _id: { $in: [...orderIds] } }, { projection: { state: 1 } }).toArray();
    await issueAll(found.flatMap(({ state }) => invoicesDue(state)));
  };

  return { issue: (orderIds) => answerOrUnavailable(issue(orderIds)) };
};
