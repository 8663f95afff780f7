import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readProducts } from '../../../api/server/catalog.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
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

export const generateMetadata = async ({ searchParams }: CatalogPageProps): Promise<Metadata> => {
  const { q, types, page = 1 } = parseListing(await searchParams);
  const [type, ...more] = types;
  const shelf = type && more.length === 0 ? inWords(type) : 'Catalog';
  const title = q ? `Search for “${q}”` : shelf;
  return { title: page > 1 ? `${title}, page ${page}` : title };
};

const inWords = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

const CatalogPage = async ({ searchParams }: CatalogPageProps) => {
  const query = parseListing(await searchParams);
  const found = orThrow(await readProducts(listingApiQuery(query)));
  const pages = Math.max(1, Math.ceil(found.totalItems / found.pageSize));
  if (found.page > pages) redirect(listingHref({ ...query, page: pages }));
  return (
    <PageFrame>
      <ListingView query={query} found={found} />
    </PageFrame>
  );
};

export default CatalogPage;
