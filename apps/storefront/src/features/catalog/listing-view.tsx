import type { ProductList } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { Paging } from '../../ui/paging.tsx';
import { ChosenFilters } from './chosen-filters.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { listingHref, type ListingQuery } from './listing-query.ts';
import { NothingFound } from './nothing-found.tsx';
import { ProductGrid } from './product-grid.tsx';
import { HowFound } from './search/how-found.tsx';
import { SortMenu } from './sort-menu.tsx';

interface ListingViewProps {
  query: ListingQuery;
  found: ProductList;
  /** What its prices are in. */
  currency: string;
}

export const ListingView = ({ query, found, currency }: ListingViewProps) => {
  const t = useTranslations('catalog');
  return (
    <>
      <header className="mb-4 border-ink lg:mb-8 lg:border-b lg:pb-4">
        <h1 className="text-[min(2.25rem,9.2vw)] leading-tight hyphens-auto wrap-anywhere sm:text-5xl">
          {query.q ? t('quoted', { q: query.q }) : (titleOf(query, found) ?? t('theCatalog'))}
        </h1>
      </header>
      <div className="flex flex-col gap-x-12 gap-y-6 lg:flex-row">
        <FilterPanel query={query} facets={found.facets} totalItems={found.totalItems} currency={currency} />
        <section id="products" aria-label={t('products')} className="min-w-0 flex-1 scroll-mt-4">
          <h2 className="sr-only">{t('products')}</h2>
          <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
            <p className="figures text-ink-soft" role="status">
              {t('productCount', { count: found.totalItems })}
            </p>
            {found.items.length > 0 && <SortMenu query={query} />}
          </div>
          <HowFound query={query} found={found} />
          <ChosenFilters query={query} facets={found.facets} currency={currency} />
          <div data-results>
            {found.items.length === 0 ? (
              <NothingFound query={query} found={found} />
            ) : (
              <ProductGrid items={found.items} narrow first />
            )}
            <Paging
              page={found.page}
              pageSize={found.pageSize}
              totalItems={found.totalItems}
              hrefOf={(page) => listingHref({ ...query, page })}
            />
          </div>
        </section>
      </div>
    </>
  );
};

const titleOf = (query: ListingQuery, { facets }: ProductList): string | undefined => {
  const [onlyType, ...more] = query.types;
  return more.length === 0 ? facets.categories.find((type) => type.slug === onlyType)?.name : undefined;
};
