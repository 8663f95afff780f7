import type { InvoiceExportInput } from '@quayside/contracts';
import type { TableField, TableFilter, TableView } from '../table/column.ts';
import type { TableQuery } from '../table/table-query.ts';

export const kindWords = { invoice: 'Invoice', 'credit-note': 'Credit note' } as const;

export const invoiceFilters: readonly TableFilter[] = [{ name: 'kind', label: 'Kind', choices: kindWords }];

export const invoiceFields: readonly TableField[] = [
  { name: 'from', label: 'Issued from', type: 'date' },
  { name: 'to', label: 'Issued until', type: 'date' },
];

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const invoiceForms = { from: day, to: day };

const pad = (number: number): string => String(number).padStart(2, '0');

/** The first and the last day of a month, counted from that of `today`. */
const monthFrom = (today: Date, months: number): { from: string; to: string } => {
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth() + months];
  const dayOf = (date: Date) =>
    `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
  return {
    from: dayOf(new Date(Date.UTC(year, month, 1))),
    to: dayOf(new Date(Date.UTC(year, month + 1, 0))),
  };
};

/** The periods that books are kept by. */
export const invoiceViews = (today: Date): readonly TableView[] => [
  { label: 'All', filters: {} },
  { label: 'This month', filters: monthFrom(today, 0) },
  { label: 'Last month', filters: monthFrom(today, -1) },
  {
    label: 'This year',
    filters: { from: `${today.getUTCFullYear()}-01-01`, to: `${today.getUTCFullYear()}-12-31` },
  },
];

const isDay = (text: string | undefined): text is string =>
  text !== undefined && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** Without what cannot be a day. */
export const invoiceFilter = ({ filters: { kind, from, to } }: TableQuery): InvoiceExportInput => ({
  ...(kind && { kind: kind as NonNullable<InvoiceExportInput['kind']> }),
  ...(isDay(from) && { from }),
  ...(isDay(to) && { to }),
});
