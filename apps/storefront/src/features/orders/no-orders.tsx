import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';

export const NoOrders = () => {
  const t = useTranslations('orders');
  return (
    <div className="space-y-5 py-8">
      <p className="text-lg text-ink-soft">{t('none')}</p>
      <AppLink href="/catalog" className={button('primary')}>
        {t('browse')}
      </AppLink>
    </div>
  );
};
