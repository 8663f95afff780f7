import type { PaperLanguage } from '@quayside/contracts';
import { addressAt } from '../../domain/address-at.ts';
import type { Invoice } from '../../domain/invoice.ts';
import type { Order } from '../../domain/order.ts';
import { drawInvoice } from './invoice-paper.ts';
import type { Paper } from './paper.ts';

/** An invoice or a credit note as a file: to whom the order was to go when it was issued. */
export const printedInvoice = (
  invoice: Invoice,
  order: Order,
  { language, timeZone }: { language: PaperLanguage; timeZone: string },
) => {
  const recipient = addressAt(order, invoice.orderVersion);
  return {
    name: invoice.number,
    at: new Date(invoice.issuedAt),
    parts: [(paper: Paper) => drawInvoice(paper, invoice, { language, timeZone, recipient })],
  };
};
