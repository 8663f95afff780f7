'use client';

import type { InvoiceSummary, PaperLanguage } from '@quayside/contracts';
import { FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { fetchGuestPaper } from '../../api/browser/orders.ts';
import { saveBlob } from '../../api/browser/save-file.ts';
import { CalendarDay } from '../../ui/calendar-day.tsx';
import { Field } from '../../ui/field.tsx';
import { useMoney } from '../../ui/use-money.ts';

interface GuestPapersProps {
  id: string;
  link: string;
  papers: readonly InvoiceSummary[];
}

const look =
  'inline-flex min-h-11 items-center gap-2 underline decoration-rule-strong underline-offset-4 hover:decoration-ink';

const troubleOf = (code: string) =>
  code === 'email-differs' || code === 'too-many-requests' ? code : 'failed';

/** Invoices by a mailed link: papers have name and street on them, so that the address of the order is asked for. */
export const GuestPapers = ({ id, link, papers }: GuestPapersProps) => {
  const t = useTranslations('orders.papers');
  const papersWords = useTranslations('papers');
  const money = useMoney();
  const locale = useLocale();
  const other = locale === 'de' ? 'en' : 'de';
  const [trouble, setTrouble] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const fetchPaper = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const [number = '', language = locale] = (submitter?.getAttribute('value') ?? '').split(' ');
    const email = String(new FormData(event.currentTarget).get('paper-email')).trim();
    if (email === '') return setTrouble(t('typeIt'));
    if (isBusy) return;
    setBusy(true);
    const result = await fetchGuestPaper(
      { id, link, number },
      { email, language: language as PaperLanguage },
    );
    setBusy(false);
    if (result.ok) saveBlob(result.data, `${number}.pdf`);
    setTrouble(result.ok ? undefined : t(troubleOf(result.problem.code)));
  };

  return (
    <form id="invoices" noValidate onSubmit={(event) => void fetchPaper(event)}>
      <h2 className="marginalia mb-2 font-sans text-ink-soft">{t('title')}</h2>
      <Field
        label={t('email')}
        name="paper-email"
        type="email"
        autoComplete="email"
        hint={t('hint')}
        error={trouble}
      />
      <ul className="mt-3 divide-y divide-rule border-y border-rule" data-testid="invoices">
        {papers.map(({ number, kind, issuedOn, total }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
            <span className="flex flex-wrap items-center gap-x-4">
              <button
                // What Enter in the field fetches, and what a click does.
                value={`${number} ${locale}`}
                className={`${look} font-semibold`}
              >
                <FileText size={16} aria-hidden />
                <span>
                  {papersWords(kind)} {number}
                  <span className="sr-only">{t('asPdf')}</span>
                </span>
              </button>
              <button value={`${number} ${other}`} className={`${look} text-sm text-ink-soft`}>
                <span>
                  <span lang={other}>{papersWords('inOther')}</span>
                  <span className="sr-only">
                    : {papersWords(kind)} {number}
                  </span>
                </span>
              </button>
            </span>
            <span className="flex gap-4 text-sm text-ink-soft">
              <CalendarDay day={issuedOn} />
              <span className="figures">
                {kind === 'credit-note' && '−'}
                {money(total)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </form>
  );
};
