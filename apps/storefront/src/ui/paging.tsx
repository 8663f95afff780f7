import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from './app-link.tsx';
import { button } from './button.ts';

interface PagingProps {
  page: number;
  pageSize: number;
  totalItems: number;
  hrefOf: (page: number) => string;
}

export const Paging = ({ page, pageSize, totalItems, hrefOf }: PagingProps) => {
  const t = useTranslations('frame');
  const pages = Math.max(1, Math.ceil(totalItems / pageSize));
  if (pages === 1) return null;
  return (
    <nav
      aria-label={t('pages')}
      className="mt-12 flex items-center justify-between gap-4 border-t border-ink pt-5"
    >
      {page > 1 ? (
        <AppLink href={hrefOf(page - 1)} rel="prev" className={button('quiet')}>
          <ArrowLeft size={18} aria-hidden /> {t('previous')}
        </AppLink>
      ) : (
        <span className="w-28" />
      )}
      <p className="figures text-sm text-ink-soft">
        {t.rich('pageOf', { page, pages, b: (text) => <strong className="text-ink">{text}</strong> })}
      </p>
      {page < pages ? (
        <AppLink href={hrefOf(page + 1)} rel="next" className={button('quiet')}>
          {t('next')} <ArrowRight size={18} aria-hidden />
        </AppLink>
      ) : (
        <span className="w-28" />
      )}
    </nav>
  );
};
