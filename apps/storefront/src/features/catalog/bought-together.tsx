import type { ProductCard } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { ProductGrid } from './product-grid.tsx';

/** What is often in one order with the product. */
export const BoughtTogether = ({ items }: { items: ProductCard[] }) => {
  const t = useTranslations('catalog');
  return (
    <section className="mt-20" aria-labelledby="together-title" data-testid="bought-together">
      <h2 id="together-title" className="mb-7 border-b border-ink pb-3 text-3xl">
        {t('together')}
      </h2>
      <ProductGrid items={items} />
    </section>
  );
};
