'use client';

import type { Wishlist } from '@quayside/contracts';
import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import { publishWishes, removeWish } from '../../api/browser/wishlist.ts';
import { signInPath } from '../../api/sign-in-path.ts';
import { usePathIn } from '../../i18n/use-path-in.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PutInBasket } from './put-in-basket.tsx';
import { ShareWishlist } from './share-wishlist.tsx';
import { WishList } from './wish-list.tsx';
import { useName } from '../../ui/use-name.ts';

export const WishlistView = ({ rendered, isSignedIn }: { rendered: Wishlist; isSignedIn: boolean }) => {
  const t = useTranslations('wishlist');
  const nameOf = useName();
  const pathIn = usePathIn();
  const [wishlist, setWishlist] = useState(rendered);
  const [failed, setFailed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    setWishlist(rendered);
    publishWishes(rendered.items);
  }, [rendered]);

  const remove = async (itemId: number) => {
    const result = await removeWish(itemId);
    setFailed(!result.ok);
    if (!result.ok) return;
    setWishlist(result.data);
    // The button goes, and the focus with it.
    heading.current?.focus({ preventScroll: true });
  };

  if (wishlist.items.length === 0)
    return (
      <EmptyState ref={heading} flags="QAY" title={t('empty')}>
        <p>{isSignedIn ? t('heart') : t('heartOfGuest')}</p>
        <AppLink href="/catalog" className={button('primary')}>
          {t('browse')}
        </AppLink>
      </EmptyState>
    );
  return (
    <>
      <PageHeading ref={heading} title={t('yours')} aside={t('count', { count: wishlist.items.length })} />
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <WishList
          label={t('wishes')}
          wishes={wishlist.items}
          action={(wish) => (
            <>
              <PutInBasket wish={wish} />
              <button
                type="button"
                onClick={() => void remove(wish.itemId)}
                className="inline-flex min-h-11 items-center gap-1.5 text-sm underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
              >
                <Trash2 size={16} aria-hidden /> {t('takeOff')}
                <span className="sr-only"> {nameOf(wish)}</span>
              </button>
            </>
          )}
        />
        <aside aria-label={t('about')} className="space-y-4 self-start">
          {failed && <Notice look="trouble" title={t('notTakenOff')} live children={<p>{t('again')}</p>} />}
          <ShareWishlist token={wishlist.share} onChanged={setWishlist} />
          {!isSignedIn && (
            <p className="text-sm text-ink-soft">
              {t.rich('kept', {
                link: (text) => (
                  <a
                    href={signInPath(pathIn('/wishlist'))}
                    className="font-semibold underline underline-offset-4"
                  >
                    {text}
                  </a>
                ),
              })}
            </p>
          )}
        </aside>
      </div>
    </>
  );
};
