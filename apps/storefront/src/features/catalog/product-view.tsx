import type { CatalogItem } from '@quayside/contracts';
import type { ReactNode } from 'react';
import { AppLink } from '../../ui/app-link.tsx';
import { formatMoney } from '../../ui/money.ts';
import { Picture } from '../../ui/picture.tsx';
import { SignalFlag } from '../../ui/signal-flag.tsx';
import { listingHref } from './listing-query.ts';
import { StockLabel } from './stock-label.tsx';

interface ProductViewProps {
  item: CatalogItem;
  /** What one can do with it; the page puts the basket's part here. */
  action: ReactNode;
  campaign?: ReactNode;
}

const nothingChosen = { types: [], brands: [], inStock: false, page: 1 };

export const ProductView = ({ item, action, campaign }: ProductViewProps) => (
  <article className="grid gap-8 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] md:gap-12 lg:gap-16">
    <div className="max-sm:-mx-4 max-sm:-mt-8">
      <Picture
        src={item.pictureUrl}
        alt={item.name}
        first
        className="sm:rounded-sm sm:border sm:border-rule"
      />
    </div>
    <div className="md:py-4">
      <AppLink
        href={listingHref({ ...nothingChosen, types: [item.type.slug] })}
        className="marginalia inline-flex items-center gap-2 text-ink-soft hover:text-ink"
      >
        <SignalFlag of={item.type.name} className="h-4 w-4" />
        {item.type.name}
      </AppLink>
      <h1 className="mt-4 text-4xl lg:text-5xl">{item.name}</h1>
      <p className="mt-2 text-ink-soft">
        by{' '}
        <AppLink
          href={listingHref({ ...nothingChosen, brands: [item.brand.slug] })}
          className="underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
        >
          {item.brand.name}
        </AppLink>
      </p>
      <p className="mt-6 flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <span className="figures font-serif text-3xl" data-testid="price">
          {formatMoney(item.price)}
        </span>
        <StockLabel availableStock={item.availableStock} />
      </p>
      {campaign}
      <div className="mt-6">{action}</div>
      <div className="mt-8 border-t border-rule pt-6">
        <h2 className="marginalia font-sans text-ink-soft">About it</h2>
        <p className="mt-3 max-w-prose whitespace-pre-line text-ink-soft">{item.description}</p>
        <p className="marginalia figures mt-6 text-ink-faint">Article {item.sku}</p>
      </div>
    </div>
  </article>
);
