import { useTranslations } from 'next-intl';
import { ShelfList } from '../../../features/offline/shelf-list.tsx';
import { titled } from '../../../i18n/titled.ts';
import { PageFrame } from '../../../ui/page-frame.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';

export const generateMetadata = titled('offline', { robots: { index: false } });

/** What the worker shows of the shop where there is no network. */
const OfflinePage = () => {
  const t = useTranslations('offline');
  return (
    <PageFrame>
      <PageHeading title={t('title')} />
      <p className="mb-8 max-w-prose text-ink-soft">{t('what')}</p>
      <ShelfList />
    </PageFrame>
  );
};

export default OfflinePage;
