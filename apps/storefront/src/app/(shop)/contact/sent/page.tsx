import { useTranslations } from 'next-intl';
import { titled } from '../../../../i18n/titled.ts';
import { AppLink } from '../../../../ui/app-link.tsx';
import { button } from '../../../../ui/button.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';

export const generateMetadata = titled('contactSent', { robots: { index: false } });

const ContactSentPage = () => {
  const t = useTranslations('contact.sent');
  return (
    <EmptyState flags="C" title={t('title')}>
      <p>{t('what')}</p>
      <AppLink href="/catalog" className={button('primary')}>
        {t('toTheShop')}
      </AppLink>
    </EmptyState>
  );
};

export default ContactSentPage;
