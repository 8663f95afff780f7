import { titled } from '../../../../i18n/titled.ts';
import { getTranslations } from 'next-intl/server';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readShared } from '../../../../api/server/wishlist.ts';
import { PutInBasket } from '../../../../features/wishlist/put-in-basket.tsx';
import { WishList } from '../../../../features/wishlist/wish-list.tsx';
import { AppLink } from '../../../../ui/app-link.tsx';
import { button } from '../../../../ui/button.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { PageFrame } from '../../../../ui/page-frame.tsx';
import { PageHeading } from '../../../../ui/page-heading.tsx';

export const generateMetadata = titled('sharedWishlist', {
  robots: { index: false },
  referrer: 'no-referrer',
});

const SharedWishlistPage = async ({ params }: { params: Promise<{ token: string }> }) => {
  const t = await getTranslations('wishlist.shared');
  const result = await readShared((await params).token);
  const isGone = !result.ok && [400, 404].includes(result.problem.status);
  const items = isGone ? [] : orThrow(result).items;
  return (
    <PageFrame>
      {items.length === 0 ? (
        <EmptyState flags="QAY" title={isGone ? t('gone') : t('empty')}>
          <p>{isGone ? t('takenBack') : t('takenOff')}</p>
          <AppLink href="/catalog" className={button('primary')}>
            {t('browse')}
          </AppLink>
        </EmptyState>
      ) : (
        <>
          <PageHeading title={t('title')} aside={t('aside')} />
          <WishList label={t('wishes')} wishes={items} action={(wish) => <PutInBasket wish={wish} />} />
        </>
      )}
    </PageFrame>
  );
};

export default SharedWishlistPage;
