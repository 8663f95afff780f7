import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { SignalFlag } from '../../ui/signal-flag.tsx';
import { hasFilters, listingHref, type ListingQuery, withoutFilters } from './listing-query.ts';

export const NothingFound = ({ query, totalItems }: { query: ListingQuery; totalItems: number }) => (
  <div className="flex flex-col items-start gap-4 border-y border-rule py-12">
    <SignalFlag of="N" className="h-10 w-10" />
    <h2 className="text-2xl">
      {totalItems > 0 ? 'This page is beyond the last' : 'Nothing like that on the shelves'}
    </h2>
    <p className="text-ink-soft">
      {query.q ? 'Try fewer or other words, or look through the whole catalog.' : 'Try taking a filter away.'}
    </p>
    <p className="flex flex-wrap gap-3">
      {hasFilters(query) && (
        <AppLink href={listingHref(withoutFilters(query))} className={button('primary')}>
          Take the filters away
        </AppLink>
      )}
      <AppLink href="/catalog" className={button('quiet')}>
        The whole catalog
      </AppLink>
    </p>
  </div>
);
