import type { ReactNode } from 'react';
import { buildId } from '../../api/server/build-id.ts';
import { InstallWorker } from '../../features/offline/install-worker.tsx';
import { OfflineLine } from '../../features/offline/offline-line.tsx';
import { WithMessages } from '../../i18n/with-messages.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

const ShopLayout = async ({ children }: { children: ReactNode }) => {
  const build = await buildId();
  return (
    <WithMessages of={['basket', 'catalog', 'offline', 'questions', 'reviews', 'wishlist']}>
      {build && <InstallWorker build={build} />}
      <OfflineLine />
      <SiteHeader />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <SiteFooter />
    </WithMessages>
  );
};

export default ShopLayout;
