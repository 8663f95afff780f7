import type { Metadata } from 'next';
import { readProducts } from '../../../api/server/catalog.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { ListingView } from '../../../features/catalog/listing-view.tsx';
import { listingApiQuery, parseListing, type SearchParams } from '../../../features/catalog/listing-query.ts';
import { PageFrame } from '../../../ui/page-frame.tsx';

interface CatalogPageProps {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = async ({ searchParams }: CatalogPageProps): Promise<Metadata> => {
  const { q } = parseListing(await searchParams);
  return { title: q ? `Search for “${q}”` : 'Catalog' };
};

const CatalogPage = async ({ searchParams }: CatalogPageProps) => {
  const query = parseListing(await searchParams);
  const found = orThrow(await readProducts(listingApiQuery(query)));
  return (
    <PageFrame>
      <ListingView query={query} found={found} />
    </PageFrame>
  );
};

export default CatalogPage;
