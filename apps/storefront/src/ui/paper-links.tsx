import type { PaperLanguage } from '@quayside/contracts';
import { FileText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';

interface PaperLinksProps {
  /** What the paper is, such as "Invoice INV-2026-000017". */
  name: string;
  hrefIn: (language: PaperLanguage) => string;
}

const look =
  'inline-flex min-h-11 items-center gap-2 underline decoration-rule-strong underline-offset-4 hover:decoration-ink';

/** A PDF, in the languages that papers are written in, that of the page first. */
export const PaperLinks = ({ name, hrefIn }: PaperLinksProps) => {
  const locale = useLocale();
  const other = locale === 'de' ? 'en' : 'de';
  const t = useTranslations('papers');
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      <a href={hrefIn(locale)} target="_blank" rel="noreferrer" className={`${look} font-semibold`}>
        <FileText size={16} aria-hidden />
        <span>
          {name}
          <span className="sr-only">{t('asPdf')}</span>
        </span>
      </a>
      <a href={hrefIn(other)} target="_blank" rel="noreferrer" className={`${look} text-sm text-ink-soft`}>
        <span>
          <span lang={other}>{t('inOther')}</span>
          <span className="sr-only">: {name}</span>
        </span>
      </a>
    </span>
  );
};
