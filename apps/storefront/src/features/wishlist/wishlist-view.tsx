'use client';

import type { Wishlist } from '@quayside/contracts';
import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { publishWishes, removeWish } from '../../api/browser/wishlist.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PutInBasket } from './put-in-basket.tsx';
import { ShareWishlist } from './share-wishlist.tsx';
import { WishList } from './wish-list.tsx';

export const WishlistView = ({ rendered, isSignedIn }: { rendered: Wishlist; isSignedIn: boolean }) => {
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
      <EmptyState ref={heading} flags="QAY" title="Nothing is wished for yet">
        <p>The heart at each product puts it here{isSignedIn ? '' : ', without an account too'}.</p>
        <AppLink href="/catalog" className={button('primary')}>
          Browse the catalog
        </AppLink>
      </EmptyState>
    );
  return (
    <>
      <PageHeading
        ref={heading}
        title="Your wishlist"
        aside={`${wishlist.items.length} ${wishlist.items.length === 1 ? 'wish' : 'wishes'}`}
      />
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <WishList
          label="Your wishes"
          wishes={wishlist.items}
          action={(wish) => (
            <>
              <PutInBasket wish={wish} />
              <button
                type="button"
                onClick={() => void remove(wish.itemId)}
                className="inline-flex min-h-11 items-center gap-1.5 text-sm underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
              >
                <Trash2 size={16} aria-hidden /> Take off<span className="sr-only"> {wish.name}</span>
              </button>
            </>
          )}
        />
        <aside aria-label="About this list" className="space-y-4 self-start">
          {failed && (
            <Notice look="trouble" title="It was not taken off" live children={<p>Please try again.</p>} />
          )}
          <ShareWishlist token={wishlist.share} onChanged={setWishlist} />
          {!isSignedIn && (
            <p className="text-sm text-ink-soft">
              It is kept in this browser for thirty days.{' '}
              <a
                href="/auth/login?returnTo=%2Fwishlist"
                className="font-semibold underline underline-offset-4"
              >
                Sign in
              </a>{' '}
              to have it everywhere.
            </p>
          )}
        </aside>
      </div>
    </>
  );
};
