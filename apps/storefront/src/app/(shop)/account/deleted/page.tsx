import { useTranslations } from 'next-intl';
import { titled } from '../../../../i18n/titled.ts';
import { AppLink } from '../../../../ui/app-link.tsx';
import { button } from '../../../../ui/button.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';

export const generateMetadata = titled('accountDeleted', { robots: { index: false } });

const AccountDeletedPage = () => {
  const t = useTranslations('account.deleted');
  return (
    <EmptyState flags="P" title={t('title')}>
      <p>{t('what')}</p>
      <AppLink href="/catalog" className={button('primary')}>
        {t('toTheShop')}
      </AppLink>
    </EmptyState>
  );
};

export default AccountDeletedPage;
