'use client';

import type { Basket } from '@quayside/contracts';
import { ShoppingBasket } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLatestBasket } from '../../api/browser/latest-basket.ts';
import { AppLink } from '../../ui/app-link.tsx';

/** `basket` is absent while nobody knows: then the link shows no number. */
export const BasketLink = ({ basket }: { basket: Basket | undefined }) => {
  const t = useTranslations('basket');
  const latest = useLatestBasket(basket);
  const count = latest?.items.reduce((sum, line) => sum + line.quantity, 0) ?? 0;
  return (
    <AppLink
      href="/basket"
      className="relative flex h-11 items-center gap-2 rounded-sm px-2 font-medium hover:bg-land"
    >
      <ShoppingBasket size={20} aria-hidden />
      <span className="max-sm:sr-only">{t('basket')}</span>
      {count > 0 && (
        <span
          className="figures grid h-6 min-w-6 place-items-center rounded-full bg-flag-red px-1.5 text-sm font-semibold text-white max-sm:absolute max-sm:-top-0.5 max-sm:-right-1.5 max-sm:h-5 max-sm:min-w-5 max-sm:px-1 max-sm:text-xs"
          data-testid="basket-count"
        >
          {count > 99 ? '99+' : count}
          <span className="sr-only"> {t('pieces', { count })}</span>
        </span>
      )}
    </AppLink>
  );
};
