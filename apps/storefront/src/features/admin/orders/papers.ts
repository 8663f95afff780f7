import type { PaperLanguage, PrintQueryInput } from '@quayside/contracts';

const staff = '/api/v1/staff';

export const invoiceHref = (number: string, language: PaperLanguage): string =>
  `${staff}/invoices/${number}?language=${language}`;

export const packingSlipHref = (orderId: string, shipmentId: string, language: PaperLanguage): string =>
  `${staff}/orders/${orderId}/shipments/${shipmentId}/packing-slip?language=${language}`;

/** Papers of several orders, as one file. */
export const printHref = (
  paper: PrintQueryInput['paper'],
  orders: readonly { readonly id: string }[],
): string => `${staff}/orders/print?paper=${paper}&orders=${orders.map(({ id }) => id).join(',')}`;
