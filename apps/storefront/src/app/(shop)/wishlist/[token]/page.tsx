import type { Metadata } from 'next';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readShared } from '../../../../api/server/wishlist.ts';
import { PutInBasket } from '../../../../features/wishlist/put-in-basket.tsx';
import { WishList } from '../../../../features/wishlist/wish-list.tsx';
import { AppLink } from '../../../../ui/app-link.tsx';
import { button } from '../../../../ui/button.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { PageFrame } from '../../../../ui/page-frame.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';

export const metadata: Metadata = {
  title: 'A wishlist',
  robots: { index: false },
  referrer: 'no-referrer',
};

const SharedWishlistPage = async ({ params }: { params: Promise<{ token: string }> }) => {
  const result = await readShared((await params).token);
  const isGone = !result.ok && [400, 404].includes(result.problem.status);
  const items = isGone ? [] : orThrow(result).items;
  return (
    <PageFrame>
      {items.length === 0 ? (
        <EmptyState flags="QAY" title={isGone ? 'This wishlist is not shared' : 'Nothing is wished for'}>
          <p>
            {isGone
              ? 'The link may have been taken back, or it is not complete.'
              : 'Whoever shared it has taken everything off.'}
          </p>
          <AppLink href="/catalog" className={button('primary')}>
            Browse the catalog
          </AppLink>
        </EmptyState>
      ) : (
        <>
          <PageHeading title="A wishlist" aside="Somebody shared it with you" />
          <WishList label="Wishes" wishes={items} action={(wish) => <PutInBasket wish={wish} />} />
        </>
      )}
    </PageFrame>
  );
};

export default SharedWishlistPage;
