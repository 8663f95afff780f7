import { useTranslations } from 'next-intl';
import type { Result } from '../../api/result.ts';
import { Notice } from '../../ui/notice.tsx';

/** Says of a page that it is made of an old answer, as Catalog does not give a new one. */
export const AsItWas = ({ of: result }: { of: Result<unknown> }) => {
  const t = useTranslations('catalog.asItWas');
  if (!result.ok || result.ageSeconds === undefined) return null;
  return (
    <div data-as-it-was className="mb-6">
      <Notice title={t('title')}>
        <p>{t('what', { minutes: Math.max(1, Math.round(result.ageSeconds / 60)) })}</p>
      </Notice>
    </div>
  );
};
