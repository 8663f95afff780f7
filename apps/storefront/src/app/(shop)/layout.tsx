import type { ReactNode } from 'react';
import { WithMessages } from '../../i18n/with-messages.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

const ShopLayout = ({ children }: { children: ReactNode }) => (
  <WithMessages of={['basket', 'catalog', 'questions', 'reviews', 'wishlist']}>
    <SiteHeader />
    <main id="content" tabIndex={-1} className="flex-1 outline-none">
      {children}
    </main>
    <SiteFooter />
  </WithMessages>
);

export default ShopLayout;
