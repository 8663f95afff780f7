import { z } from 'zod';
import { orderId } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import {
  invoiceExportQuery,
  invoiceNumber,
  invoicePage,
  invoiceQuery,
  paperQuery,
  printQuery,
} from './invoices.ts';

const audience = 'support';
const contentType = 'application/pdf';
const numbered = z.strictObject({ number: invoiceNumber });

/** Before the routes that take an order's id in this place. */
export const printRoutes = {
  printOrders: defineRoute({
    method: 'get',
    path: '/api/v1/staff/orders/print',
    summary:
      'Invoices, or packing slips of what has not left, of up to 100 orders in one file. Of an order without parcels the slip is of all that is to be sent',
    audience,
    query: printQuery,
    answers: { 200: { description: 'The pages', contentType } },
    problems: ['nothing-to-print', 'orders-unavailable'],
  }),
} as const;

/** Invoices and credit notes: for whoever keeps the books, and each buyer's own. */
export const invoiceRoutes = {
  listInvoices: defineRoute({
    method: 'get',
    path: '/api/v1/staff/invoices',
    summary: 'Invoices and credit notes, the latest first, with what they come to',
    audience,
    query: invoiceQuery,
    answers: { 200: { description: 'A page of them', schema: invoicePage } },
    problems: ['orders-unavailable'],
  }),
  exportInvoices: defineRoute({
    method: 'get',
    path: '/api/v1/staff/invoices/export',
    summary:
      'Invoices and credit notes of a period as CSV, in the order of their numbers: a line for each kind of tax in each, amounts of credit notes below zero',
    audience,
    query: invoiceExportQuery,
    answers: { 200: { description: 'The lines', contentType: 'text/csv' } },
    problems: ['orders-unavailable'],
  }),
  readInvoice: defineRoute({
    method: 'get',
    path: '/api/v1/staff/invoices/:number',
    summary: 'An invoice or a credit note',
    audience,
    params: numbered,
    query: paperQuery,
    answers: { 200: { description: 'As it was issued', contentType } },
    problems: ['invoice-not-found', 'orders-unavailable'],
  }),
  readPackingSlip: defineRoute({
    method: 'get',
    path: '/api/v1/staff/orders/:id/shipments/:shipmentId/packing-slip',
    summary: 'What is in a parcel and where it goes, without prices',
    audience,
    params: z.strictObject({ id: orderId, shipmentId: z.uuid() }),
    query: paperQuery,
    answers: { 200: { description: 'The packing slip', contentType } },
    problems: ['order-not-found', 'shipment-not-found', 'orders-unavailable'],
  }),
  readOwnInvoice: defineRoute({
    method: 'get',
    path: '/api/v1/orders/:id/invoices/:number',
    summary: 'An invoice or a credit note of an own order',
    audience: 'shopper',
    params: z.strictObject({ id: orderId, number: invoiceNumber }),
    query: paperQuery,
    answers: { 200: { description: 'As it was issued', contentType } },
    problems: ['invoice-not-found', 'orders-unavailable'],
  }),
} as const;
