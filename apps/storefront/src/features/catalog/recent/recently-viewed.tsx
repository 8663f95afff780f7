'use client';

import type { ProductCard } from '@quayside/contracts';
import { useLocale } from 'next-intl';
import { lazy, Suspense, useEffect, useState } from 'react';
import { fetchProductCards } from '../../../api/browser/products-shown.ts';
import { forgetViews, keepView, keptViews } from './kept-views.ts';

const RecentProducts = lazy(async () => ({
  default: (await import('./recent-products.tsx')).RecentProducts,
}));

const shownAtMost = 4;

/**
 * What was looked at in this browser, which alone knows it; names and prices are as they are now. On the page of a product it
 * is noted, too.
 */
export const RecentlyViewed = ({
  viewing,
  currency,
}: {
  viewing?: number;
  currency?: string | undefined;
}) => {
  const locale = useLocale();
  const [items, setItems] = useState<readonly ProductCard[]>([]);

  useEffect(() => {
    const leaving = new AbortController();
    const ids = keptViews(localStorage)
      .filter((id) => id !== viewing)
      .slice(0, shownAtMost);
    if (viewing !== undefined) keepView(localStorage, viewing);
    if (ids.length > 0)
      void fetchProductCards(ids, { locale, currency }, leaving.signal).then((result) => {
        if (result.ok && !leaving.signal.aborted) setItems(result.data.items);
      });
    return () => leaving.abort();
  }, [viewing, locale, currency]);

  if (items.length === 0) return null;
  const forget = () => {
    forgetViews(localStorage);
    setItems([]);
  };
  return (
    <Suspense>
      <RecentProducts items={[...items]} onForget={forget} />
    </Suspense>
  );
};
