import type { Invoice, InvoiceKind } from '../domain/invoice.ts';

export interface InvoiceFilter {
  readonly q?: string | undefined;
  readonly kind?: InvoiceKind | undefined;
  /** Days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface InvoiceSum {
  readonly currency: string;
  /** In minor units, credit notes taken off. */
  readonly net: number;
  readonly tax: number;
  readonly total: number;
}

interface FoundInvoices {
  /** The latest first. */
  readonly invoices: readonly Invoice[];
  readonly totalItems: number;
  /** There are more, which were not counted. */
  readonly isMore: boolean;
  /** Of all that were found, where all were counted. */
  readonly sums?: readonly InvoiceSum[];
}

/** What was issued; nobody changes it. */
export interface InvoiceReads {
  /** @throws {InvoiceNotFound} */
  one(number: string): Promise<Invoice>;
  /** In the order in which they were issued. */
  ofOrders(orderIds: readonly string[]): Promise<Invoice[]>;
  page(filter: InvoiceFilter & { page: number; pageSize: number }): Promise<FoundInvoices>;
  /** Each series for itself, in the order of its numbers. */
  all(filter: InvoiceFilter): AsyncIterable<Invoice>;
}

export interface InvoiceBooks {
  /**
   * Issues what is due for these orders and is not issued yet. Safe to repeat. Numbers have no gaps, whatever dies when.
   */
  issue(orderIds: readonly string[]): Promise<void>;
}
