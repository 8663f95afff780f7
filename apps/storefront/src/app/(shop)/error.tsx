'use client';

import { useTranslations } from 'next-intl';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

const ErrorPage = ({ error, retry }: { error: unknown; retry: () => void }) => {
  const t = useTranslations('frame.fault');
  return (
    <EmptyState flags="U" title={t('title')}>
      <p>{t('what')}</p>
      <button type="button" onClick={() => retry()} className={button('primary')}>
        {t('again')}
      </button>
      {error instanceof Error && 'digest' in error && (
        <p className="figures text-sm text-ink-faint">{t('reference', { digest: String(error.digest) })}</p>
      )}
    </EmptyState>
  );
};

export default ErrorPage;
