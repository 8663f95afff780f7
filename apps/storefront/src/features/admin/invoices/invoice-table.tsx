'use client';

import type { InvoicePage, InvoiceRow } from '@quayside/contracts';
import { FileText } from 'lucide-react';
import { CalendarDay } from '../../../ui/calendar-day.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { invoiceHref } from '../orders/papers.ts';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { invoiceFields, invoiceFilters, invoiceViews, kindWords } from './invoice-filters.ts';

const signed = ({ kind }: InvoiceRow, money: InvoiceRow['total']) =>
  `${kind === 'credit-note' && money.amount !== 0 ? '−' : ''}${formatMoney(money)}`;

const columns: readonly [Column<InvoiceRow>, ...Column<InvoiceRow>[]] = [
  {
    id: 'number',
    label: 'Number',
    cell: ({ number }) => <span className="figures whitespace-nowrap">{number}</span>,
  },
  { id: 'kind', label: 'Kind', cell: ({ kind }) => kindWords[kind] },
  {
    id: 'issued',
    label: 'Issued',
    cell: ({ issuedOn }) => (
      <span className="whitespace-nowrap">
        <CalendarDay day={issuedOn} />
      </span>
    ),
  },
  {
    id: 'order',
    label: 'Order',
    cell: ({ orderNumber, refersTo }) => (
      <span className="figures whitespace-nowrap">
        {orderNumber}
        {refersTo && <span className="block text-sm text-ink-soft">of {refersTo}</span>}
      </span>
    ),
  },
  { id: 'country', label: 'Country', cell: ({ country }) => country },
  { id: 'net', label: 'Net', isNumber: true, cell: (row) => signed(row, row.net) },
  { id: 'tax', label: 'Tax', isNumber: true, cell: (row) => signed(row, row.tax) },
  { id: 'total', label: 'Total', isNumber: true, cell: (row) => signed(row, row.total) },
  {
    id: 'paper',
    label: 'Paper',
    cell: ({ number }) => (
      <a
        href={invoiceHref(number, 'en')}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-8 items-center gap-1.5 underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
      >
        <FileText size={15} aria-hidden /> PDF<span className="sr-only"> of {number}, in a new window</span>
      </a>
    ),
  },
];

interface InvoiceTableProps {
  page: InvoicePage;
  query: TableQuery;
  /** RFC 3339. */
  today: string;
}

export const InvoiceTable = ({ page, query, today }: InvoiceTableProps) => (
  <ResourceTable
    base="/admin/invoices"
    noun="invoices and credit notes"
    howTheyCome="One is issued as soon as an order is paid."
    query={query}
    page={page}
    columns={columns}
    filters={invoiceFilters}
    fields={invoiceFields}
    views={invoiceViews(new Date(today))}
    summary={
      page.totals &&
      page.totals.length > 0 &&
      ` · ${page.totals.map(({ total, tax }) => `${formatMoney(total)}, of which tax ${formatMoney(tax)}`).join(' + ')}`
    }
    idOf={({ number }) => number}
    nameOf={({ number }) => number}
    hrefOf={({ orderId }) => `/admin/orders/${orderId}`}
  />
);
