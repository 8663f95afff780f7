'use client';

import type { WishedItem } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { fetchBasket } from '../../api/browser/basket.ts';
import { forgetBasket } from '../../api/browser/latest-basket.ts';
import { listenToTabs, tellTabs } from '../../api/browser/tabs.ts';
import { publishWishes } from '../../api/browser/wishlist.ts';

interface OtherTabsProps {
  userId: string | undefined;
  /** Absent while nobody knows. */
  wishes: readonly WishedItem[] | undefined;
}

/**
 * Keeps this tab true to what is done in others, and to what was done since it was left by Back and Forward. A tab that
 * nobody looks at waits until somebody does, however much happens meanwhile.
 */
export const OtherTabs = ({ userId, wishes }: OtherTabsProps) => {
  const router = useRouter();

  // A page that was just made knows best who is here.
  useEffect(() => tellTabs({ about: 'session', userId }), [userId]);

  useEffect(() => publishWishes(wishes), [wishes]);

  useEffect(() => {
    const missed = { basket: false, session: false };
    const catchUp = () => {
      if (document.visibilityState !== 'visible') return;
      if (missed.session) {
        forgetBasket();
        router.refresh();
      } else if (missed.basket) void fetchBasket();
      missed.basket = missed.session = false;
    };
    const stop = listenToTabs((news) => {
      if (news.about === 'wishlist') return publishWishes(news.items);
      if (news.about === 'basket') missed.basket = true;
      else missed.session = news.userId !== userId;
      catchUp();
    });
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) missed.session = true;
      catchUp();
    };
    document.addEventListener('visibilitychange', catchUp);
    addEventListener('pageshow', onShow);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', catchUp);
      removeEventListener('pageshow', onShow);
    };
  }, [router, userId]);

  return null;
};
