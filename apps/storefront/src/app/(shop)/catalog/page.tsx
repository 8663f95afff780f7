import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { permanentRedirect, redirect } from 'next/navigation';
import { cache } from 'react';
import { alternatesOf } from '../../../i18n/alternates.ts';
import { pathIn } from '../../../i18n/paths.ts';
import { readProducts } from '../../../api/server/catalog.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { pageCurrency } from '../../../api/server/page-currency.ts';
import { env } from '../../../env.ts';
import { AsItWas } from '../../../features/catalog/as-it-was.tsx';
import { canonicalListing, listingTitle } from '../../../features/catalog/listing-title.ts';
import { ListingView } from '../../../features/catalog/listing-view.tsx';
import {
  listingApiQuery,
  listingHref,
  parseListing,
  type SearchParams,
} from '../../../features/catalog/listing-query.ts';
import { facetsIn, listingIn } from '../../../features/catalog/shelves.ts';
import { Seen } from '../../../features/offline/seen.tsx';
import { PageFrame } from '../../../ui/page-frame.tsx';

interface CatalogPageProps {
  searchParams: Promise<SearchParams>;
}

/** One read for the page and what is said of it. */
const readOnce = cache((href: string) => {
  const query = parseListing(Object.fromEntries(new URL(href, env.PUBLIC_ORIGIN).searchParams));
  return readProducts((currency) => listingApiQuery(query, currency));
});

export const generateMetadata = async ({ searchParams }: CatalogPageProps): Promise<Metadata> => {
  const query = parseListing(await searchParams);
  const found = await readOnce(listingHref(query));
  if (!found.ok) return {};
  const locale = await getLocale();
  const inLocale = (one: string) => listingIn(one, query, found.data);
  const facets = facetsIn(locale, found.data.facets);
  const title = listingTitle(inLocale(locale), { facets }, await getTranslations('catalog'));
  const alternates = alternatesOf((one) => canonicalListing(inLocale(one)), locale);
  return {
    title,
    alternates,
    openGraph: { title, url: String(alternates.canonical) },
    ...(query.q !== undefined && { robots: { index: false } }),
  };
};

const CatalogPage = async ({ searchParams }: CatalogPageProps) => {
  const query = parseListing(await searchParams);
  const answer = await readOnce(listingHref(query));
  const { facets, ...found } = orThrow(answer);
  const locale = await getLocale();
  // Categories have another slug in this language, or another one now, and those of the address lead to them.
  const here = listingHref(listingIn(locale, query, found));
  if (here !== listingHref(query)) permanentRedirect(pathIn(locale, here));
  const pages = Math.max(1, Math.ceil(found.totalItems / found.pageSize));
  if (found.page > pages) redirect(pathIn(locale, listingHref({ ...query, page: pages })));
  return (
    <PageFrame>
      <AsItWas of={answer} />
      {query.q === undefined && <Seen page={listingHref(query)} />}
      <ListingView
        query={query}
        found={{ ...found, facets: facetsIn(locale, facets) }}
        currency={await pageCurrency()}
      />
    </PageFrame>
  );
};

export default CatalogPage;
