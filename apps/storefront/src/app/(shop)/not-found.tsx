import { useTranslations } from 'next-intl';
import { titled } from '../../i18n/titled.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

export const generateMetadata = titled('notFound');

const NotFound = () => {
  const t = useTranslations('frame.notFound');
  return (
    <EmptyState flags="NC" title={t('title')}>
      <p>{t('what')}</p>
      <AppLink href="/catalog" className={button('primary')}>
        {t('browse')}
      </AppLink>
    </EmptyState>
  );
};

export default NotFound;
