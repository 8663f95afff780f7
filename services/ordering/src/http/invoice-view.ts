import type { InvoiceRow, InvoiceSummary } from '@quayside/contracts';
import { subtract, sum, taxSummaryOf } from '@quayside/contracts/money';
import { partsOf, type Invoice } from '../domain/invoice.ts';

export const invoiceSummaryOf = ({ number, kind, issuedOn, refersTo, total }: Invoice): InvoiceSummary => ({
  ...{ number, kind, issuedOn, total },
  ...(refersTo !== undefined && { refersTo }),
});

export const invoiceRowOf = (invoice: Invoice): InvoiceRow => {
  const { issuedAt, orderId, orderNumber, destination, total } = invoice;
  const net = sum(
    taxSummaryOf(partsOf(invoice)).map((one) => one.net),
    total.currency,
  );
  return {
    ...invoiceSummaryOf(invoice),
    ...{ issuedAt, orderId, orderNumber, country: destination.country, net, tax: subtract(total, net) },
  };
};
