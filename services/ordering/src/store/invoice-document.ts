import { negate, sum, taxSummaryOf } from '@quayside/contracts/money';
import type { Collection, Db } from 'mongodb';
import {
  invoiceNumberOf,
  partsOf,
  type Invoice,
  type InvoiceContent,
  type Seller,
} from '../domain/invoice.ts';
import type { InvoiceSum } from '../usecases/invoices.ts';

export interface InvoiceDocument extends Omit<Invoice, 'number'> {
  /** The number. */
  _id: string;
  sequence: number;
  /** Below zero for a credit note, so that sums over both are what was sold. */
  sums: InvoiceSum;
}

const writeConcern = { w: 'majority' } as const;

export const invoiceCollection = (db: Db): Collection<InvoiceDocument> =>
  db.collection('invoices', { writeConcern });

/** Safe to repeat. */
export const ensureInvoiceIndexes = async (db: Db): Promise<void> => {
  await invoiceCollection(db).createIndexes([
    { key: { cause: 1 }, name: 'invoice_of_cause', unique: true },
    { key: { orderId: 1, issuedAt: 1 }, name: 'invoices_of_order' },
    { key: { orderNumber: 1 }, name: 'invoices_by_order_number' },
    { key: { issuedOn: -1, sequence: -1, _id: -1 }, name: 'latest_invoices' },
    { key: { kind: -1, issuedOn: 1, sequence: 1 }, name: 'invoices_in_order' },
  ]);
};

const sumsOf = ({ kind, total, ...content }: InvoiceContent): InvoiceSum => {
  const { currency } = total;
  const net = sum(
    taxSummaryOf(partsOf(content)).map((one) => one.net),
    currency,
  );
  const tax = sum(
    partsOf(content).flatMap(({ taxes }) => taxes.map(({ amount }) => amount)),
    currency,
  );
  const signed = (money: typeof total) => (kind === 'credit-note' ? negate(money) : money).amount;
  return { currency, net: signed(net), tax: signed(tax), total: signed(total) };
};

interface Issue {
  readonly sequence: number;
  readonly issuedAt: string;
  readonly issuedOn: string;
  readonly seller: Seller;
  readonly refersTo?: string | undefined;
}

export const invoiceDocument = (content: InvoiceContent, issue: Issue): InvoiceDocument => {
  const { refersTo, sequence, ...rest } = issue;
  return {
    _id: invoiceNumberOf(content.kind, issue.issuedOn.slice(0, 4), sequence),
    ...content,
    ...rest,
    sequence,
    ...(refersTo !== undefined && { refersTo }),
    sums: sumsOf(content),
  };
};

export const invoiceIn = ({ _id: number, sequence: _, sums: __, ...invoice }: InvoiceDocument): Invoice => ({
  number,
  ...invoice,
});
