import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Trouble } from './trouble.ts';
import { TroubleNotice } from './trouble-notice.tsx';

/** Also what somebody finds here who goes back after ordering, or ordered in another window. */
export const NothingToOrder = ({ trouble }: { trouble: Trouble | undefined }) => {
  const t = useTranslations('checkout');
  return (
    <EmptyState flags="QAY" title={t('nothing')}>
      {trouble ? <TroubleNotice trouble={trouble} /> : <p>{t('emptyBasket')}</p>}
      <div className="flex flex-wrap justify-center gap-3">
        <AppLink href="/catalog" className={button('primary')}>
          {t('browse')}
        </AppLink>
        <AppLink href="/orders" className={button('quiet')}>
          {t('yourOrders')}
        </AppLink>
      </div>
    </EmptyState>
  );
};
