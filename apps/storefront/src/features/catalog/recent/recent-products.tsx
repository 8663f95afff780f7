'use client';

import type { ProductCard } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { button } from '../../../ui/button.ts';
import { ProductGrid } from '../product-grid.tsx';

export const RecentProducts = ({ items, onForget }: { items: ProductCard[]; onForget: () => void }) => {
  const t = useTranslations('catalog');
  return (
    <section className="mt-20" aria-labelledby="recent-title" data-testid="recently-viewed">
      <header className="mb-7 flex flex-wrap items-baseline justify-between gap-x-6 border-b border-ink pb-3">
        <h2 id="recent-title" className="text-3xl">
          {t('recent')}
        </h2>
        <button type="button" onClick={onForget} className={button('bare')}>
          {t('forgetRecent')}
        </button>
      </header>
      <ProductGrid items={items} />
    </section>
  );
};
