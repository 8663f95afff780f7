import { z } from 'zod';
import { orderId, timestamp, wholeNumber } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { isPrintableLine } from '../shared/text.ts';

/** A credit note takes back a part of an invoice, or all of it. Each kind is numbered for itself. */
export const invoiceKind = z.enum(['invoice', 'credit-note']);
export type InvoiceKind = z.infer<typeof invoiceKind>;

/** Without gaps in its year: `INV-2026-000017`, `CN-2026-000003`. */
export const invoiceNumber = z.string().regex(/^(INV|CN)-[0-9]{4}-[0-9]{6,9}$/);

/** An invoice or a credit note, as far as a list tells of it. */
export const invoiceSummary = z
  .object({
    number: invoiceNumber,
    kind: invoiceKind,
    /** The day in the shop's time zone. */
    issuedOn: z.iso.date(),
    /** Of a credit note: the invoice that it takes back from. */
    refersTo: invoiceNumber.optional(),
    total: money,
  })
  .meta({ id: 'InvoiceSummary' });
export type InvoiceSummary = z.infer<typeof invoiceSummary>;

/** What papers are written in. */
export const paperLanguage = z.enum(['en', 'de']);
export type PaperLanguage = z.infer<typeof paperLanguage>;
export const paperQuery = z.strictObject({ language: paperLanguage.default('en') });

export const invoiceRow = invoiceSummary
  .extend({
    issuedAt: timestamp,
    orderId,
    orderNumber: z.string(),
    country: z.string(),
    net: money,
    tax: money,
  })
  .meta({ id: 'InvoiceRow' });
export type InvoiceRow = z.infer<typeof invoiceRow>;

export const invoicePage = pageOf(invoiceRow)
  .extend({
    /** There are more than `totalItems`, which were not counted. */
    isMore: z.boolean(),
    /** What all that were found come to, credit notes taken off, by currency; absent where not all were counted. */
    totals: z.array(z.object({ net: money, tax: money, total: money })).optional(),
  })
  .meta({ id: 'InvoicePage' });
export type InvoicePage = z.infer<typeof invoicePage>;

const filters = {
  kind: invoiceKind.optional(),
  /** Days in the shop's time zone, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};

/** `q`: the number of an invoice, of a credit note or of an order, or its beginning. */
export const invoiceQuery = z.strictObject({
  ...pageQuery,
  pageSize: wholeNumber(z.int().min(1).max(100).default(25)),
  q: z.string().trim().min(1).max(40).refine(isPrintableLine).optional(),
  ...filters,
});
export type InvoiceQueryInput = z.input<typeof invoiceQuery>;
export const invoiceExportQuery = z.strictObject(filters);
export type InvoiceExportInput = z.input<typeof invoiceExportQuery>;

const printedAtOnce = 100;

/** Of which orders what is printed, as one file. */
export const printQuery = z.strictObject({
  paper: z.enum(['invoices', 'packing-slips']),
  /** Ids with commas between them, in the order of the pages. */
  orders: z
    .string()
    .max(37 * printedAtOnce)
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(orderId).min(1).max(printedAtOnce)),
  language: paperLanguage.default('en'),
});
export type PrintQueryInput = z.input<typeof printQuery>;
