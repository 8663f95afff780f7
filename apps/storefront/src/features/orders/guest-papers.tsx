'use client';

import type { InvoiceSummary, PaperLanguage } from '@quayside/contracts';
import { FileText } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { fetchGuestPaper } from '../../api/browser/orders.ts';
import { CalendarDay } from '../../ui/calendar-day.tsx';
import { Field } from '../../ui/field.tsx';
import { invoiceKindNames } from '../../ui/invoice-list.tsx';
import { formatMoney } from '../../ui/money.ts';

interface GuestPapersProps {
  id: string;
  link: string;
  papers: readonly InvoiceSummary[];
}

const look =
  'inline-flex min-h-11 items-center gap-2 underline decoration-rule-strong underline-offset-4 hover:decoration-ink';

const save = (file: Blob, name: string): void => {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(file);
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
};

const words: Readonly<Record<string, string>> = {
  'email-differs': 'The order was placed with another address.',
  'too-many-requests': 'That was tried too often. Please try again in an hour.',
};

/** Invoices by a mailed link: papers have name and street on them, so that the address of the order is asked for. */
export const GuestPapers = ({ id, link, papers }: GuestPapersProps) => {
  const [trouble, setTrouble] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const fetchPaper = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const [number = '', language = 'en'] = (submitter?.getAttribute('value') ?? '').split(' ');
    const email = String(new FormData(event.currentTarget).get('paper-email')).trim();
    if (email === '') return setTrouble('Type the e-mail address of the order.');
    if (isBusy) return;
    setBusy(true);
    const result = await fetchGuestPaper(
      { id, link, number },
      { email, language: language as PaperLanguage },
    );
    setBusy(false);
    if (result.ok) save(result.data, `${number}.pdf`);
    setTrouble(
      result.ok ? undefined : (words[result.problem.code] ?? 'That did not work. Please try again.'),
    );
  };

  return (
    <form id="invoices" noValidate onSubmit={(event) => void fetchPaper(event)}>
      <h2 className="marginalia mb-2 font-sans text-ink-soft">Invoices</h2>
      <Field
        label="E-mail address of the order"
        name="paper-email"
        type="email"
        autoComplete="email"
        hint="Name and street are on the paper, so we ask who you are."
        error={trouble}
      />
      <ul className="mt-3 divide-y divide-rule border-y border-rule" data-testid="invoices">
        {papers.map(({ number, kind, issuedOn, total }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
            <span className="flex flex-wrap items-center gap-x-4">
              <button
                // What Enter in the field fetches, and what a click does.
                value={`${number} en`}
                className={`${look} font-semibold`}
              >
                <FileText size={16} aria-hidden />
                <span>
                  {invoiceKindNames[kind]} {number}
                  <span className="sr-only">, as PDF</span>
                </span>
              </button>
              <button value={`${number} de`} className={`${look} text-sm text-ink-soft`}>
                <span>
                  <span lang="de">auf Deutsch</span>
                  <span className="sr-only">
                    : {invoiceKindNames[kind]} {number}
                  </span>
                </span>
              </button>
            </span>
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
    </form>
  );
};
