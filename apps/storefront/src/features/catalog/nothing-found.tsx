import type { ProductList } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { SignalFlag } from '../../ui/signal-flag.tsx';
import { Departments } from './departments.tsx';
import { hasFilters, listingHref, type ListingQuery, withoutFilters } from './listing-query.ts';

export const NothingFound = ({ query, found }: { query: ListingQuery; found: ProductList }) => {
  const t = useTranslations('catalog');
  return (
    <div className="flex flex-col items-start gap-4 border-y border-rule py-12">
      <SignalFlag of="N" className="h-10 w-10" />
      <h2 className="text-2xl">{found.totalItems > 0 ? t('beyondLast') : t('nothing')}</h2>
      <p className="text-ink-soft">{query.q ? t('adviceForWords') : t('adviceForFilters')}</p>
      {query.q && !hasFilters(query) && (
        <div className="-mx-4 self-stretch sm:-mx-6">
          <Departments />
        </div>
      )}
      <p className="flex flex-wrap gap-3">
        {hasFilters(query) && (
          <AppLink href={listingHref(withoutFilters(query))} className={button('primary')}>
            {t('takeFiltersAway')}
          </AppLink>
        )}
        {found.totalItems > 0 && (
          <AppLink href={listingHref({ ...query, page: 1 })} className={button('primary')}>
            {t('firstPage')}
          </AppLink>
        )}
        <AppLink href="/catalog" className={button('quiet')}>
          {t('wholeCatalog')}
        </AppLink>
      </p>
    </div>
  );
};
