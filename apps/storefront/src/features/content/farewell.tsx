import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** What somebody reads whose account, or whose details as a guest, are gone. */
export const Farewell = ({ t }: { t: (key: 'title' | 'what' | 'toTheShop') => string }) => (
  <EmptyState flags="P" title={t('title')}>
    <p>{t('what')}</p>
    <AppLink href="/catalog" className={button('primary')}>
      {t('toTheShop')}
    </AppLink>
  </EmptyState>
);
