import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { alternatesOf } from '../../i18n/alternates.ts';
import { env } from '../../env.ts';
import { orThrow } from '../../api/server/or-throw.ts';
import { readHomeScreen } from '../../api/server/screens.ts';
import { AsItWas } from '../../features/catalog/as-it-was.tsx';
import { ProductGrid } from '../../features/catalog/product-grid.tsx';
import { RecentlyViewed } from '../../features/catalog/recent/recently-viewed.tsx';
import { CampaignHero } from '../../features/home/campaign-hero.tsx';
import { plateItems } from '../../features/home/plate-items.ts';
import { GoodsSection } from '../../features/home/goods-section.tsx';
import { Seen } from '../../features/offline/seen.tsx';
import { JsonLd } from '../../features/search-engines/json-ld.tsx';
import { shopAsLinkedData } from '../../features/search-engines/shop-as-linked-data.ts';
import { TypeLinks } from '../../features/catalog/type-links.tsx';

export const generateMetadata = async (): Promise<Metadata> => ({
  alternates: alternatesOf('/', await getLocale()),
});

const HomePage = async () => {
  const t = await getTranslations('home');
  const screen = await readHomeScreen();
  const { types, featured, newest, campaigns } = orThrow(screen);
  const campaign = campaigns?.[0];
  const plates = plateItems([...featured, ...newest], campaign);
  return (
    <>
      <JsonLd data={shopAsLinkedData(env.PUBLIC_ORIGIN, await getLocale())} />
      <div className="mx-auto max-w-chart px-4 sm:px-6">
        <AsItWas of={screen} />
      </div>
      <Seen page="home" />
      <CampaignHero campaign={campaign} types={types} items={plates} />
      <TypeLinks types={types} />
      <GoodsSection title={t('shelf')} href="/catalog" linkText={t('wholeCatalog')}>
        <ProductGrid items={featured} />
      </GoodsSection>
      <GoodsSection title={t('landed')} href="/catalog?sort=newest" linkText={t('allNew')}>
        <ProductGrid items={newest} />
      </GoodsSection>
      <div className="mx-auto max-w-chart px-4 sm:px-6">
        <RecentlyViewed />
      </div>
    </>
  );
};

export default HomePage;
