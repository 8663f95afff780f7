import { titled } from '../../../i18n/titled.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readUser } from '../../../api/server/session.ts';
import { readWishlist } from '../../../api/server/wishlist.ts';
import { WishlistView } from '../../../features/wishlist/wishlist-view.tsx';
import { PageFrame } from '../../../ui/page-frame.tsx';

export const generateMetadata = titled('wishlist', { robots: { index: false } });

const WishlistPage = async () => {
  const [wishlist, user] = await Promise.all([readWishlist(), readUser()]);
  return (
    <PageFrame>
      <WishlistView rendered={orThrow(wishlist)} isSignedIn={user !== undefined} />
    </PageFrame>
  );
};

export default WishlistPage;
