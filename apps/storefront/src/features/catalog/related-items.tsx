import type { ProductCard } from '@quayside/contracts';
import { ProductGrid } from './product-grid.tsx';

export const RelatedItems = ({ items }: { items: ProductCard[] }) => (
  <section className="mt-20">
    <h2 className="mb-7 border-b border-ink pb-3 text-3xl">From the same shelf</h2>
    <ProductGrid items={items.slice(0, 4)} />
  </section>
);
