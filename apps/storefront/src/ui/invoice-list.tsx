import type { InvoiceSummary, PaperLanguage } from '@quayside/contracts';
import { CalendarDay } from './calendar-day.tsx';
import { formatMoney } from './money.ts';
import { PaperLinks } from './paper-links.tsx';

export const invoiceKindNames: Record<InvoiceSummary['kind'], string> = {
  invoice: 'Invoice',
  'credit-note': 'Credit note',
};

interface InvoiceListProps {
  invoices: readonly InvoiceSummary[];
  hrefOf: (number: string, language: PaperLanguage) => string;
}

/** Invoices and credit notes of an order, to be read and kept. */
export const InvoiceList = ({ invoices, hrefOf }: InvoiceListProps) => (
  <ul className="divide-y divide-rule border-y border-rule" data-testid="invoices">
    {invoices.map(({ number, kind, issuedOn, total }) => (
      <li key={number} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
        <PaperLinks
          name={`${invoiceKindNames[kind]} ${number}`}
          hrefIn={(language) => hrefOf(number, language)}
        />
        <span className="flex gap-4 text-sm text-ink-soft">
          <CalendarDay day={issuedOn} />
          <span className="figures">
            {kind === 'credit-note' && '−'}
            {formatMoney(total)}
          </span>
        </span>
      </li>
    ))}
  </ul>
);
