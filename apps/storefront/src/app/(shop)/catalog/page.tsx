import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { readProducts } from '../../../api/server/catalog.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { env } from '../../../env.ts';
import { canonicalListing, listingTitle } from '../../../features/catalog/listing-title.ts';
import { ListingView } from '../../../features/catalog/listing-view.tsx';
import {
  listingApiQuery,
  listingHref,
  parseListing,
  type SearchParams,
} from '../../../features/catalog/listing-query.ts';
import { PageFrame } from '../../../ui/page-frame.tsx';

interface CatalogPageProps {
  searchParams: Promise<SearchParams>;
}

/** One read for the page and what is said of it. */
const readOnce = cache((href: string) =>
  readProducts(
    listingApiQuery(parseListing(Object.fromEntries(new URL(href, env.PUBLIC_ORIGIN).searchParams))),
  ),
);

export const generateMetadata = async ({ searchParams }: CatalogPageProps): Promise<Metadata> => {
  const query = parseListing(await searchParams);
  const found = await readOnce(listingHref(query));
  if (!found.ok) return {};
  const title = listingTitle(query, found.data);
  const canonical = canonicalListing(query);
  return {
    title,
    alternates: { canonical },
    openGraph: { title, url: canonical },
    ...(query.q !== undefined && { robots: { index: false } }),
  };
};

const CatalogPage = async ({ searchParams }: CatalogPageProps) => {
  const query = parseListing(await searchParams);
  const found = orThrow(await readOnce(listingHref(query)));
  const pages = Math.max(1, Math.ceil(found.totalItems / found.pageSize));
  if (found.page > pages) redirect(listingHref({ ...query, page: pages }));
  return (
    <PageFrame>
      <ListingView query={query} found={found} />
    </PageFrame>
  );
};

export default CatalogPage;
