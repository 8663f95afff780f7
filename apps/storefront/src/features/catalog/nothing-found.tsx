import type { ProductList } from '@quayside/contracts';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { SignalFlag } from '../../ui/signal-flag.tsx';
import { Departments } from './departments.tsx';
import { hasFilters, listingHref, type ListingQuery, withoutFilters } from './listing-query.ts';

const advice = ({ q }: ListingQuery): string =>
  q
    ? 'Check the spelling, try a more general word, or look around a department:'
    : 'Try taking a filter away.';

export const NothingFound = ({ query, found }: { query: ListingQuery; found: ProductList }) => (
  <div className="flex flex-col items-start gap-4 border-y border-rule py-12">
    <SignalFlag of="N" className="h-10 w-10" />
    <h2 className="text-2xl">
      {found.totalItems > 0 ? 'This page is beyond the last' : 'Nothing like that on the shelves'}
    </h2>
    <p className="text-ink-soft">{advice(query)}</p>
    {query.q && !hasFilters(query) && <Departments />}
    <p className="flex flex-wrap gap-3">
      {hasFilters(query) && (
        <AppLink href={listingHref(withoutFilters(query))} className={button('primary')}>
          Take the filters away
        </AppLink>
      )}
      {found.totalItems > 0 && (
        <AppLink href={listingHref({ ...query, page: 1 })} className={button('primary')}>
          Back to the first page
        </AppLink>
      )}
      <AppLink href="/catalog" className={button('quiet')}>
        The whole catalog
      </AppLink>
    </p>
  </div>
);
