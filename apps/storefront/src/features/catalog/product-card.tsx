import type { CatalogItem } from '@quayside/contracts';
import { AppLink } from '../../ui/app-link.tsx';
import { formatMoney } from '../../ui/money.ts';
import { Picture } from '../../ui/picture.tsx';
import { StockLabel } from './stock-label.tsx';

export const ProductCard = ({ item, first }: { item: CatalogItem; first?: boolean }) => (
  <article className="group relative flex flex-col">
    <div className="overflow-hidden rounded-sm border border-rule bg-shoal">
      <Picture
        src={item.pictureUrl}
        alt=""
        first={first ?? false}
        className="transition-transform duration-500 ease-out group-hover:scale-[1.035]"
      />
    </div>
    <p className="marginalia mt-3 text-ink-faint">{item.brand.name}</p>
    <h3 className="mt-1 text-[1.08rem] leading-snug">
      <AppLink
        href={`/products/${item.slug}`}
        className="decoration-1 underline-offset-4 after:absolute after:inset-0 group-hover:underline"
      >
        {item.name}
      </AppLink>
    </h3>
    <p className="mt-auto flex flex-wrap items-baseline justify-between gap-x-3 pt-2">
      <span className="figures font-semibold">{formatMoney(item.price)}</span>
      <StockLabel availableStock={item.availableStock} quiet />
    </p>
  </article>
);
