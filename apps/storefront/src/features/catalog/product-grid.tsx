import type { ProductCard as Card } from '@quayside/contracts';
import { ProductCard } from './product-card.tsx';

interface ProductGridProps {
  items: Card[];
  /** Leaves room for a column of filters beside it. */
  narrow?: boolean;
  /** The grid is what the page opens with. */
  first?: boolean;
}

export const ProductGrid = ({ items, narrow = false, first = false }: ProductGridProps) => (
  <ul
    className={`grid grid-cols-2 gap-x-4 gap-y-9 sm:gap-x-6 md:grid-cols-3 ${narrow ? 'xl:grid-cols-4 lg:grid-cols-3' : 'lg:grid-cols-4'}`}
  >
    {items.map((item, at) => (
      <li key={item.id} className="grid">
        <ProductCard product={item} first={first && at < 4} />
      </li>
    ))}
  </ul>
);
