import type { ProductCard } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { ProductGrid } from './product-grid.tsx';

export const RelatedItems = ({ items }: { items: ProductCard[] }) => {
  const t = useTranslations('catalog');
  return (
    <section className="mt-20">
      <h2 className="mb-7 border-b border-ink pb-3 text-3xl">{t('sameShelf')}</h2>
      <ProductGrid items={items.slice(0, 4)} />
    </section>
  );
};
